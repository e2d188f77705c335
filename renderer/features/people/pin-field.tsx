import { useEffect, useRef } from 'react'
import { Field } from '../../ui'
import { pinDigits } from './pin'

export interface PinFieldProps {
  readonly label: string
  readonly value: string
  readonly onValue: (pin: string) => void
  readonly problem?: string | undefined
  readonly hint?: string
  readonly autoFocus?: boolean
}

/** Digits that nobody behind the person reads. */
export function PinField({ label, value, onValue, problem, hint, autoFocus = false }: PinFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!autoFocus) return undefined
    // After a menu that closes at the same moment has given the focus back.
    const timer = setTimeout(() => input.current?.focus(), 0)
    return () => {
      clearTimeout(timer)
    }
  }, [autoFocus])
  return (
    <Field
      inputRef={input}
      label={label}
      value={value}
      type="password"
      autoComplete="off"
      problem={problem}
      {...(hint === undefined ? {} : { hint })}
      inputProps={{ inputMode: 'numeric', maxLength: 12 }}
      onChange={(event) => {
        onValue(pinDigits(event.target.value))
      }}
    />
  )
}
