import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useTranslation } from 'react-i18next'
import { CUSTOMER_FIELDS, CUSTOMER_KINDS } from '../../../shared/customers/fields'
import { optionsOf } from '../../../shared/forms'
import { CUSTOMERS } from '../../../shared/search/list-row'
import { useList } from '../../db'
import { useServices } from '../../stores'
import { Choose } from '../../ui'
import { shownStates, type CustomerFilter } from './list-filter'

export interface ListBarProps {
  readonly filter: CustomerFilter
  readonly onFilter: (filter: CustomerFilter) => void
  /** Arrow down in the words: on into the list. */
  readonly onDown: () => void
}

/** Regions and owners that are offered. */
const MOST = 200

const levels = CUSTOMER_FIELDS.flatMap(({ key, type }) => (key === 'level' ? optionsOf(type) : []))

/** Words, state, kind, level, owner and region: what stays in the list of customers. */
export function ListBar({ filter, onFilter, onDown }: ListBarProps) {
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
    <Box
      role="search"
      aria-label={t('filter')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 2, pb: 3 }}
    >
      <OutlinedInput
        value={filter.text}
        placeholder={t('words')}
        inputProps={{ 'aria-label': t('words') }}
        sx={{ flex: '1 1 200px', maxWidth: 320 }}
        onChange={(event) => {
          onFilter({ ...filter, text: event.target.value })
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onDown()
        }}
      />
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
    </Box>
  )
}
