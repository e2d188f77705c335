import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { Choose } from '../../ui'
import { catalogue } from '../../../shared/catalogue'
import { parseInput } from '../../../shared/forms'
import type { Field } from '../../../shared/forms/field'
import { periods, type Filter } from './filter'

const states = ['any', 'draft', 'submitted', 'closed', 'void'] as const

export interface FilterBarProps {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** Arrow down in the words: on into the list. */
  readonly onDown: () => void
}

/** Words, form, state and time: what stays in the list. */
export function FilterBar({ filter, onFilter, onDown }: FilterBarProps) {
  const { t } = useTranslation(['records', 'common'])
  const put = (change: Partial<Filter>) => {
    onFilter({ ...filter, ...change })
  }
  return (
    <Box
      role="search"
      aria-label={t('filter')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, pb: 3 }}
    >
      <OutlinedInput
        value={filter.text}
        placeholder={t('words')}
        inputProps={{ 'aria-label': t('words') }}
        sx={{ flex: '1 1 200px', maxWidth: 320 }}
        onChange={(event) => {
          put({ text: event.target.value })
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onDown()
        }}
      />
      <Choose
        inline
        label={t('form')}
        value={filter.code}
        width={200}
        choices={[
          { value: '', label: t('anyForm') },
          ...catalogue.map(({ head }) => ({ value: head.code, label: head.name })),
        ]}
        onChange={(code) => {
          put({ code })
        }}
      />
      <Choose
        inline
        label={t('state')}
        value={filter.state}
        width={120}
        choices={states.map((state) => ({
          value: state,
          label: state === 'any' ? t('anyState') : t(`common:state.${state}`),
        }))}
        onChange={(state) => {
          put({ state })
        }}
      />
      <Choose
        inline
        label={t('time')}
        value={filter.period}
        width={130}
        choices={periods.map((period) => ({ value: period, label: t(`period.${period}`) }))}
        onChange={(period) => {
          put({ period })
        }}
      />
      {filter.period === 'own' && (
        <>
          <DayInput
            label={t('from')}
            day={filter.from}
            onDay={(from) => {
              put({ from })
            }}
          />
          <DayInput
            label={t('to')}
            day={filter.to}
            onDay={(to) => {
              put({ to })
            }}
          />
        </>
      )}
    </Box>
  )
}

const dayField: Field = { key: 'day', label: 'day', type: { type: 'date' }, required: false, max: 10 }

interface DayInputProps {
  readonly label: string
  readonly day: string
  readonly onDay: (day: string) => void
}

/** A day, typed as forgivingly as on the sheet: 20260105, 2026.1.5, 1.5, 今天. */
function DayInput({ label, day, onDay }: DayInputProps) {
  const { t } = useTranslation(['records', 'common'])
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
