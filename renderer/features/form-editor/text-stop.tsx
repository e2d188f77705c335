import { memo, useEffect, useRef, useState } from 'react'
import type { Field } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'
import type { Slot } from '../../../shared/print/page'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { faceFamily } from '../sheet'
import { useEditing } from './editing'
import type { Misread } from './editing'
import { readBy } from './read-typing'
import { inputText, onLeaving, sameValue, typingKind, whileTyping } from './typing'

export interface TextStopProps {
  readonly stopKey: string
  readonly name: string
  readonly field: Field
  readonly value: FieldValue | undefined
  readonly misread: Misread | undefined
  /** In pixels of the desk. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** CSS pixels per point. */
  readonly scale: number
  readonly size: number
  readonly lineHeight: number
  readonly align: Slot['align']
  readonly active: boolean
  readonly invalid: boolean
  readonly readOnly: boolean
  /** Id of the element that says what is wrong or how to type it. */
  readonly describedBy: string | undefined
  /** Attributes of a field with a list under it. */
  readonly combobox?: {
    readonly 'aria-autocomplete': 'list'
    readonly 'aria-controls': string | undefined
    readonly 'aria-activedescendant': string | undefined
  }
  readonly onTyped?: (text: string) => void
  readonly onClick?: () => void
  readonly onKeyDown?: (event: React.KeyboardEvent<HTMLTextAreaElement>) => void
}

/** What has been typed and not yet replaced by what it was understood as. */
interface Typing {
  readonly text: string
  /** The value that stood or was set then: when it is another one now (undo, a choice), the typed text is out of date. */
  readonly sent: FieldValue | null
  /** The input method is not done with it: nothing else may be put into the field, which would break it off. */
  readonly composing?: true
}

/**
 * One text on the sheet. Unfocused, its letters are those of the drawing below and its own are transparent; focused, it
 * shows its own, in the same font, size and line height.
 */
export const TextStop = memo(function TextStop(props: TextStopProps) {
  const { stopKey, field, value, misread, scale } = props
  const editing = useEditing()
  const { clock } = useServices()
  const [typing, setTyping] = useState<Typing | null>(null)
  const composing = useRef(false)
  const current = typing && (typing.composing || sameValue(typing.sent, value)) ? typing.text : null
  const shown = current ?? (value === undefined ? misread?.text : undefined) ?? inputText(field, value)
  const kind = typingKind(field)
  const longText = field.type.type === 'longText'

  const take = (text: string) => {
    const typed = whileTyping(field, text, today(clock))
    if (typed.typed === 'problem') {
      setTyping({ text, sent: value ?? null })
      return
    }
    setTyping({ text, sent: typed.value })
    if (misread) editing.misread(stopKey, null)
    if (!sameValue(typed.value, value)) editing.set(stopKey, typed.value)
  }

  const leave = () => {
    composing.current = false
    if (current === null || props.readOnly) return
    setTyping(null)
    const typed =
      current.trim() === ''
        ? ({ typed: 'value', value: null } as const)
        : onLeaving(field, current, today(clock))
    const keepsReference = kind === 'name'
    if (typed.typed === 'problem') {
      // Too long a text is kept as it is and named at 登记; what is no date or number counts as empty.
      if (kind === 'free') return
      editing.set(stopKey, null)
      editing.misread(stopKey, { text: current, problem: typed.problem })
    } else if (!keepsReference && !sameValue(typed.value, value)) {
      editing.set(stopKey, typed.value)
    }
  }

  const latestLeave = useRef(leave)
  useEffect(() => {
    latestLeave.current = leave
  })

  return (
    <textarea
      className={`zk-plain-setting zk-stop-text${kind === 'parsed' ? ' zk-stop-line' : ''}`}
      data-stop={stopKey}
      aria-label={props.name}
      aria-required={field.required}
      aria-invalid={props.invalid || misread !== undefined}
      aria-describedby={props.describedBy}
      {...props.combobox}
      readOnly={props.readOnly}
      rows={1}
      spellCheck={false}
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        const text = longText ? event.target.value : event.target.value.replace(/\s*\n\s*/g, ' ')
        props.onTyped?.(text)
        if (composing.current) setTyping({ text, sent: value ?? null, composing: true })
        else take(text)
      }}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        take(event.currentTarget.value)
      }}
      onFocus={(event) => {
        editing.focused(stopKey)
        readBy(event.currentTarget, () => {
          if (composing.current) return false
          latestLeave.current()
          return true
        })
        if (kind !== 'free') event.currentTarget.select()
      }}
      onBlur={leave}
      onClick={props.onClick}
      onKeyDown={props.onKeyDown}
      style={{
        left: props.x,
        top: props.y,
        width: props.width,
        // Browsers may break a line earlier than the print does (before “); nothing is cut off while typing.
        height: props.active && kind !== 'parsed' ? props.height + props.lineHeight * scale : props.height,
        fontFamily: faceFamily.sans,
        fontSize: props.size * scale,
        lineHeight: `${props.lineHeight * scale}px`,
        textAlign: props.align,
        color: props.active || misread ? 'var(--zk-paper-ink, #1F2A37)' : 'transparent',
      }}
    />
  )
})
