import Box from '@mui/material/Box'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditing } from './editing'
import { pressOf } from './keys'
import type { Popover } from './popover'
import { TextStop } from './text-stop'
import type { TextStopProps } from './text-stop'
import { useSuggestions } from './use-suggestions'
import type { Suggestion } from './use-suggestions'

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
  const [reached, setReached] = useState<number | null>(null)
  const offered = useSuggestions(kind, asked)
  const open = asked !== null && text.active && !text.readOnly && offered.length > 0
  // Who is meant among the staff is clear from the first letters; a new customer must not turn into an old one.
  const current = reached ?? (kind === 'person' && asked !== null && asked !== '' ? 0 : null)

  const close = () => {
    setAsked(null)
    setReached(null)
  }
  const pick = (suggestion: Suggestion) => {
    editing.set(text.stopKey, suggestion.value)
    close()
  }

  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (pressOf(event.nativeEvent).composing || text.readOnly) return
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      if (!open) {
        setAsked('')
        return
      }
      const step = key === 'ArrowDown' ? 1 : -1
      const from = current ?? (step === 1 ? -1 : 0)
      setReached((from + step + offered.length) % offered.length)
    } else if (key === 'Escape' && open) {
      event.preventDefault()
      close()
    } else if (key === 'Enter' || key === 'Tab') {
      const chosen = open && current !== null && !event.shiftKey ? offered[current] : undefined
      if (chosen) pick(chosen)
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
            maxWidth: 420,
            py: 1,
          }}
        >
          {offered.map((suggestion, i) => (
            <Option
              key={suggestion.key}
              id={`${listId}-${i}`}
              suggestion={suggestion}
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

function Option(props: {
  readonly id: string
  readonly suggestion: Suggestion
  readonly current: boolean
  readonly onPick: () => void
}) {
  const row = useRef<HTMLDivElement>(null)
  const { current } = props
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <div
      ref={row}
      id={props.id}
      role="option"
      aria-selected={current}
      className="zk-suggestion"
      onPointerDown={(event) => {
        // Before the field loses the focus.
        event.preventDefault()
        props.onPick()
      }}
    >
      <span>{props.suggestion.name}</span>
      {props.suggestion.note === '' ? null : <small>{props.suggestion.note}</small>}
    </div>
  )
}
