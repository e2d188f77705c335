import { useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { catalogue } from '../../../shared/catalogue'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { Choose, DayInput, FilterBar } from '../../ui'
import { daysOf, periods, type Period } from '../records'
import { kindChoices, type AuditFilter } from './filter'

export interface AuditFilterBarProps {
  readonly filter: AuditFilter
  readonly people: readonly string[]
  /** Writers with the names of their computers. */
  readonly computers: readonly { readonly writer: string; readonly name: string }[]
  readonly onFilter: (filter: AuditFilter) => void
  readonly wordsRef: Ref<HTMLInputElement>
  /** Arrow down in the words: on into the list. */
  readonly onDown: () => void
}

/** Words, kind, form, person, computer and days: what stays in the audit list. */
export function AuditFilterBar({
  filter,
  people,
  computers,
  onFilter,
  wordsRef,
  onDown,
}: AuditFilterBarProps) {
  const { t } = useTranslation(['audit', 'records'])
  const day = today(useServices().clock)
  /** Days of one's own are being typed, even while they are those of a named period. */
  const [own, setOwn] = useState(false)
  const period = own ? 'own' : periodOf(filter, day)
  const put = (change: Partial<AuditFilter>) => {
    onFilter({ ...filter, ...change })
  }
  return (
    <FilterBar
      label={t('filter')}
      words={filter.text}
      wordsLabel={t('words')}
      wordsRef={wordsRef}
      onWords={(text) => {
        put({ text })
      }}
      onDown={onDown}
    >
      <Choose
        inline
        label={t('kind')}
        value={filter.kind}
        width={100}
        choices={kindChoices.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(kind) => {
          put({ kind })
        }}
      />
      <Choose
        inline
        label={t('person')}
        value={filter.person}
        width={100}
        choices={[
          { value: '', label: t('anyPerson') },
          ...people.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(person) => {
          put({ person })
        }}
      />
      <Choose
        inline
        label={t('computer')}
        value={filter.writer}
        width={110}
        choices={[
          { value: '', label: t('anyComputer') },
          ...computers.map(({ writer, name }) => ({ value: writer, label: name })),
        ]}
        onChange={(writer) => {
          put({ writer })
        }}
      />
      <Choose
        inline
        label={t('form')}
        value={filter.code}
        width={140}
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
        label={t('time')}
        value={period}
        width={100}
        choices={periods.map((each) => ({ value: each, label: t(`records:period.${each}`) }))}
        onChange={(chosen) => {
          setOwn(chosen === 'own')
          if (chosen !== 'own') put(daysOf(chosen, day, filter))
        }}
      />
      {period === 'own' &&
        (['from', 'to'] as const).map((end) => (
          <DayInput
            key={end}
            label={t(end)}
            day={filter[end]}
            today={day}
            wrong={t('records:dayWrong')}
            onDay={(chosen) => {
              put({ [end]: chosen })
            }}
          />
        ))}
    </FilterBar>
  )
}

/** The named period that these days are. */
function periodOf(filter: AuditFilter, today: string): Period {
  const same = periods.find((each) => {
    if (each === 'own') return false
    const days = daysOf(each, today, filter)
    return days.from === filter.from && days.to === filter.to
  })
  return same ?? 'own'
}
