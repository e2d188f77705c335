import OutlinedInput from '@mui/material/OutlinedInput'
import { useState } from 'react'
import { parseInput } from '../../../shared/forms'
import type { Field } from '../../../shared/forms/field'

const dayField: Field = { key: 'day', label: 'day', type: { type: 'date' }, required: false, max: 10 }

export interface DayInputProps {
  readonly label: string
  /** `2026-01-05`, or empty. */
  readonly day: string
  readonly today: string
  /** Said of what is no day. */
  readonly wrong: string
  readonly onDay: (day: string) => void
}

/** A day, typed as forgivingly as on the sheet: 20260105, 2026.1.5, 1.5, 今天. */
export function DayInput({ label, day, today, wrong, onDay }: DayInputProps) {
  const [typed, setTyped] = useState(day)
  const [isWrong, setWrong] = useState(false)
  const take = () => {
    const parsed = parseInput(dayField, typed, today)
    setWrong(!parsed.ok)
    if (!parsed.ok) return
    const next = typeof parsed.value === 'string' ? parsed.value : ''
    setTyped(next)
    onDay(next)
  }
  return (
    <OutlinedInput
      value={typed}
      placeholder={label}
      error={isWrong}
      inputProps={{ 'aria-label': label, 'aria-invalid': isWrong, title: isWrong ? wrong : undefined }}
      sx={{ width: 120 }}
      onChange={(event) => {
        setTyped(event.target.value)
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) take()
      }}
    />
  )
}
