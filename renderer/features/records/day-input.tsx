import OutlinedInput from '@mui/material/OutlinedInput'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { parseInput } from '../../../shared/forms'
import type { Field } from '../../../shared/forms/field'

const dayField: Field = { key: 'day', label: 'day', type: { type: 'date' }, required: false, max: 10 }

interface DayInputProps {
  readonly label: string
  readonly day: string
  readonly onDay: (day: string) => void
}

/** A day, typed as forgivingly as on the sheet: 20260105, 2026.1.5, 1.5, 今天. */
export function DayInput({ label, day, onDay }: DayInputProps) {
  const { t } = useTranslation('records')
  const [typed, setTyped] = useState(day)
  const [wrong, setWrong] = useState(false)
  const { clock } = useServices()
  const take = () => {
    const parsed = parseInput(dayField, typed, today(clock))
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
      error={wrong}
      inputProps={{ 'aria-label': label, 'aria-invalid': wrong, title: wrong ? t('dayWrong') : undefined }}
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
