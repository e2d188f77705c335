import Box from '@mui/material/Box'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/kernel/assert-never'
import { useEditing } from './editing'
import { pressOf } from './keys'
import type { Popover } from './popover'
import { SuggestOption } from './suggest-option'
import type { Suggestion } from './suggestions'
import { TextStop } from './text-stop'
import type { TextStopProps } from './text-stop'
import { useSuggestions } from './use-suggestions'

export interface SuggestStopProps extends TextStopProps {
  readonly popover: Popover
}

/** A person or a customer: typed freely, with a list under the cell of those who are known. */
export function SuggestStop({ popover, ...text }: SuggestStopProps) {
  const { t } = useTranslation('editor')
  const editing = useEditing()
  const listId = useId()
  const kind = text.field.type.type === 'person' ? 'person' : 'customer'
  /** Null: closed. '' offers everybody. */
  const [asked, setAsked] = useState<string | null>(null)
  /** Key of the suggestion that the arrows reached: the list below it may change meanwhile. */
  const [reached, setReached] = useState<string | null>(null)
  const offered = useSuggestions(kind, asked, nameIn(text.value))
  const open = asked !== null && text.active && !text.readOnly && offered.length > 0
  const at = offered.findIndex(({ key }) => key === reached)
  // Who is meant among the staff is clear from the first letters; a new customer must not turn into an old one.
  const current = at >= 0 ? at : kind === 'person' && asked !== null && asked !== '' ? 0 : null

  const close = () => {
    setAsked(null)
    setReached(null)
  }
  const pick = ({ takes }: Suggestion) => {
    switch (takes.offer) {
      case 'value':
        editing.set(text.stopKey, takes.value)
        break
      case 'customer':
        editing.choose(text.stopKey, takes.id)
        break
      case 'create':
        editing.create(text.stopKey, takes.name)
        break
      default:
        assertNever(takes)
    }
    close()
  }

  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    const press = pressOf(event.nativeEvent)
    if (press.composing) return
    const { key } = event
    if (key === 'Enter' && press.ctrl && kind === 'customer' && editing.openCustomer(text.stopKey)) {
      event.preventDefault()
      close()
      return
    }
    if (text.readOnly) return
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      if (!open) {
        setAsked('')
        return
      }
      const step = key === 'ArrowDown' ? 1 : -1
      const from = current ?? (step === 1 ? -1 : 0)
      setReached(offered[(from + step + offered.length) % offered.length]?.key ?? null)
    } else if (key === 'Escape' && open) {
      event.preventDefault()
      close()
    } else if ((key === 'Enter' && !press.ctrl) || key === 'Tab') {
      const chosen = open && current !== null && !event.shiftKey ? offered[current] : undefined
      if (chosen) {
        pick(chosen)
        // A dialog opens: the keyboard stays until it is done.
        if (chosen.takes.offer === 'create') event.preventDefault()
      } else if (kind === 'customer' && key === 'Enter' && asked !== null && asked !== '') {
        editing.tellNew(text.stopKey, asked)
      }
      close()
    }
  }

  return (
    <>
      <TextStop
        {...text}
        combobox={{
          'aria-autocomplete': 'list',
          'aria-controls': open ? listId : undefined,
          'aria-activedescendant': open && current !== null ? `${listId}-${current}` : undefined,
        }}
        onTyped={(typed) => {
          setAsked(typed.trim())
          setReached(null)
        }}
        onClick={() => {
          setAsked('')
        }}
        onKeyDown={onKeyDown}
      />
      {open ? (
        <Box
          id={listId}
          role="listbox"
          aria-label={t(kind === 'person' ? 'suggest.people' : 'suggest.customers')}
          className="zk-popover"
          data-popover=""
          sx={{
            left: popover.x,
            top: popover.y,
            minWidth: Math.max(200, popover.width),
            maxWidth: 460,
            py: 1,
          }}
        >
          {offered.map((suggestion, i) => (
            <SuggestOption
              key={suggestion.key}
              id={`${listId}-${i}`}
              suggestion={suggestion}
              typed={asked}
              current={i === current}
              onPick={() => {
                pick(suggestion)
              }}
            />
          ))}
        </Box>
      ) : null}
    </>
  )
}

const nameIn = (value: TextStopProps['value']): string =>
  typeof value === 'object' && 'name' in value && value.id === undefined ? value.name.trim() : ''
