import Button from '@mui/material/Button'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useLive } from '../../db'
import { useServices } from '../../stores'
import { today } from '../../platform'
import { Choose, DayInput, FilterBar } from '../../ui'
import { catalogue } from '../../../shared/catalogue'
import { CustomerFilter } from './customer-filter'
import { periods } from './periods'
import type { View } from './view'

const states = ['any', 'draft', 'submitted', 'closed', 'void'] as const

export interface RegisterFilterProps {
  readonly code: string
  readonly view: View
  readonly onView: (part: Partial<View>) => void
  readonly wordsRef: Ref<HTMLInputElement>
  /** Arrow down in the words: on into the list. */
  readonly onDown: () => void
  readonly onAddCondition: () => void
}

/** Words, form, state, time, person and customer: what stays in the register. */
export function RegisterFilter({
  code,
  view,
  onView,
  wordsRef,
  onDown,
  onAddCondition,
}: RegisterFilterProps) {
  const { t } = useTranslation(['records', 'common'])
  const [, navigate] = useLocation()
  const { workingCopy, clock } = useServices()
  const day = { today: today(clock), wrong: t('dayWrong') }
  const staff = useLive(() => workingCopy.staff.list(), [workingCopy]) ?? []
  const names = [...new Set([...staff.map(({ name }) => name), ...(view.person === '' ? [] : [view.person])])]
  return (
    <FilterBar
      label={t('filter')}
      words={view.text}
      wordsLabel={t('words')}
      wordsRef={wordsRef}
      onWords={(text) => {
        onView({ text })
      }}
      onDown={onDown}
    >
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
            {...day}
            label={t('from')}
            day={view.from}
            onDay={(from) => {
              onView({ from })
            }}
          />
          <DayInput
            {...day}
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
        width={96}
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
    </FilterBar>
  )
}
