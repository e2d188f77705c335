import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { CUSTOMER_FIELDS, CUSTOMER_KINDS } from '../../../shared/customers/fields'
import { optionsOf } from '../../../shared/forms'
import { CUSTOMERS } from '../../../shared/search/list-row'
import { useList } from '../../db'
import { useServices } from '../../stores'
import { Choose, FilterBar } from '../../ui'
import { shownStates, type CustomerFilter } from './list-filter'

export interface ListBarProps {
  readonly filter: CustomerFilter
  readonly onFilter: (filter: CustomerFilter) => void
  readonly wordsRef: Ref<HTMLInputElement>
  /** Arrow down in the words: on into the list. */
  readonly onDown: () => void
}

/** Regions and owners that are offered. */
const MOST = 200

const levels = CUSTOMER_FIELDS.flatMap(({ key, type }) => (key === 'level' ? optionsOf(type) : []))

/** Words, state, kind, level, owner and region: what stays in the list of customers. */
export function ListBar({ filter, onFilter, wordsRef, onDown }: ListBarProps) {
  const { t } = useTranslation('customers')
  const { workingCopy } = useServices()
  const known = useList(
    workingCopy.lists,
    async (lists) => {
      const [owners, regions] = await Promise.all(
        ['owner', 'region'].map((column) => lists.values({ list: CUSTOMERS }, column, MOST)),
      )
      const values = (counts: typeof owners) => (counts ?? []).map(({ value }) => value)
      return { owner: values(owners), region: values(regions) }
    },
    [],
  )
  const choices: Readonly<Record<'kind' | 'level' | 'owner' | 'region', readonly string[]>> = {
    kind: CUSTOMER_KINDS,
    level: levels,
    owner: known?.owner ?? [],
    region: known?.region ?? [],
  }
  return (
    <FilterBar
      label={t('filter')}
      words={filter.text}
      wordsLabel={t('words')}
      wordsRef={wordsRef}
      onWords={(text) => {
        onFilter({ ...filter, text })
      }}
      onDown={onDown}
    >
      <Choose
        inline
        label={t('state')}
        value={filter.state}
        width={110}
        choices={shownStates.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(state) => {
          onFilter({ ...filter, state })
        }}
      />
      {(['kind', 'level', 'owner', 'region'] as const).map((column) => {
        const all = new Set(filter[column] === '' ? choices[column] : [...choices[column], filter[column]])
        return (
          <Choose
            key={column}
            inline
            label={t(column)}
            value={filter[column]}
            width={column === 'level' ? 84 : 118}
            choices={[{ value: '', label: t('any') }, ...[...all].map((value) => ({ value, label: value }))]}
            onChange={(value) => {
              onFilter({ ...filter, [column]: value })
            }}
          />
        )
      })}
    </FilterBar>
  )
}
