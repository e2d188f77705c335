import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useLive } from '../../db'
import { useServices } from '../../stores'
import { Choose } from '../../ui'
import { catalogue } from '../../../shared/catalogue'
import { CustomerFilter } from './customer-filter'
import { DayInput } from './day-input'
import { periods } from './periods'
import type { View } from './view'

const states = ['any', 'draft', 'submitted', 'closed', 'void'] as const

export interface FilterBarProps {
  readonly code: string
  readonly view: View
  readonly onView: (part: Partial<View>) => void
  readonly wordsRef: Ref<HTMLInputElement>
  /** Arrow down in the words: on into the list. */
  readonly onDown: () => void
  readonly onAddCondition: () => void
}

/** Words, form, state, time, person and customer: what stays in the register. */
export function FilterBar({ code, view, onView, wordsRef, onDown, onAddCondition }: FilterBarProps) {
  const { t } = useTranslation(['records', 'common'])
  const [, navigate] = useLocation()
  const { workingCopy } = useServices()
  const staff = useLive(() => workingCopy.staff.list(), [workingCopy]) ?? []
  const names = [...new Set([...staff.map(({ name }) => name), ...(view.person === '' ? [] : [view.person])])]
  return (
    <Box
      role="search"
      aria-label={t('filter')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 2, pb: 2.5 }}
    >
      <OutlinedInput
        value={view.text}
        placeholder={t('words')}
        inputRef={wordsRef}
        inputProps={{ 'aria-label': t('words') }}
        sx={{ flex: '1 1 140px', maxWidth: 300 }}
        onFocus={(event) => {
          event.target.select()
        }}
        onChange={(event) => {
          onView({ text: event.target.value })
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && view.text !== '') onView({ text: '' })
          else if (event.key === 'ArrowDown') onDown()
          else return
          event.preventDefault()
        }}
      />
      <Choose
        inline
        label={t('form')}
        value={code}
        width={160}
        choices={[
          { value: '', label: t('anyForm') },
          ...catalogue.map(({ head }) => ({ value: head.code, label: head.name })),
        ]}
        onChange={(chosen) => {
          navigate(chosen === '' ? '/records' : `/records/${chosen}`)
        }}
      />
      <Choose
        inline
        label={t('state')}
        value={view.state}
        width={100}
        choices={states.map((state) => ({
          value: state,
          label: state === 'any' ? t('anyState') : t(`common:state.${state}`),
        }))}
        onChange={(state) => {
          onView({ state })
        }}
      />
      <Choose
        inline
        label={t('time')}
        value={view.period}
        width={104}
        choices={periods.map((period) => ({ value: period, label: t(`period.${period}`) }))}
        onChange={(period) => {
          onView({ period })
        }}
      />
      {view.period === 'own' && (
        <>
          <DayInput
            label={t('from')}
            day={view.from}
            onDay={(from) => {
              onView({ from })
            }}
          />
          <DayInput
            label={t('to')}
            day={view.to}
            onDay={(to) => {
              onView({ to })
            }}
          />
        </>
      )}
      <Choose
        inline
        label={t('person')}
        value={view.person}
        width={104}
        choices={[
          { value: '', label: t('anyPerson') },
          ...names.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(person) => {
          onView({ person })
        }}
      />
      <CustomerFilter
        customer={view.customer}
        onCustomer={(customer) => {
          onView({ customer })
        }}
      />
      <Button onClick={onAddCondition}>{t('addCondition')}</Button>
    </Box>
  )
}
