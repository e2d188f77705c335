import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useList, type Lists } from '../../db'
import { useServices } from '../../stores'
import { Tag } from '../../ui'
import type { View } from './view'

type Customer = NonNullable<View['customer']>

/** A customer as it is offered: told from namesakes by its code. */
type Offered = Customer & { readonly code?: string; readonly closed?: boolean }

/** Customers that are offered for what was typed. */
const OFFERED = 12

interface CustomerFilterProps {
  readonly customer: View['customer']
  readonly onCustomer: (customer: View['customer']) => void
}

/** Only records that name one customer: by name, pinyin, initials, phone or code. */
export function CustomerFilter({ customer, onCustomer }: CustomerFilterProps) {
  const { t } = useTranslation('records')
  const { workingCopy } = useServices()
  const [typed, setTyped] = useState(customer?.name ?? '')
  const offered = useList(workingCopy.lists, (lists) => offer(lists, typed), [typed]) ?? []
  return (
    <Autocomplete<Offered>
      options={offered}
      filterOptions={(options) => options}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id, name }) => id ?? `=${name}`}
      isOptionEqualToValue={(a, b) => a.id === b.id && a.name === b.name}
      value={customer}
      inputValue={typed}
      forcePopupIcon={false}
      autoHighlight
      noOptionsText={t(typed === '' ? 'typeCustomer' : 'noCustomer')}
      clearText={t('clearCustomer')}
      onInputChange={(_event, text) => {
        setTyped(text)
      }}
      onChange={(_event, chosen) => {
        onCustomer(
          chosen && (chosen.id === undefined ? { name: chosen.name } : { id: chosen.id, name: chosen.name }),
        )
      }}
      sx={{ width: 150, ...slim }}
      slotProps={{ popper: { placement: 'bottom-end', sx: { minWidth: 380 } } }}
      renderOption={({ key, ...props }, { name, code, closed }) => (
        <Box component="li" {...props} key={key} sx={{ gap: 3 }}>
          <Box component="span" lang="zh-CN" sx={{ flex: 1, minWidth: 0 }}>
            {name}
          </Box>
          {closed === true && <Tag tone="plain">{t('customerClosed')}</Tag>}
          <Box component="span" sx={{ fontSize: 12, color: 'var(--zk-ink-soft)', whiteSpace: 'nowrap' }}>
            {code ?? t('notOnFile')}
          </Box>
        </Box>
      )}
      renderInput={(params) => (
        <OutlinedInput
          {...params.slotProps.input}
          placeholder={t('customer')}
          inputProps={{ ...params.slotProps.htmlInput, 'aria-label': t('customer') }}
          sx={{ width: '100%' }}
        />
      )}
    />
  )
}

/** As high as the inputs beside it. */
export const slim = {
  // The library's own padding has as many classes.
  '& .MuiAutocomplete-inputRoot.MuiOutlinedInput-root.MuiInputBase-sizeSmall': {
    py: 0,
    pl: 0.5,
    minHeight: 32,
  },
} as const

async function offer(lists: Lists, typed: string): Promise<readonly Offered[]> {
  if (typed.trim() === '') return []
  const [known, unlinked] = await Promise.all([
    lists.findCustomers(typed, OFFERED),
    lists.unlinkedNames(typed, OFFERED),
  ])
  const names = new Set(known.map(({ title }) => title))
  return [
    ...known.map(({ id, title, number, state }) => ({
      id,
      name: title,
      code: number,
      closed: state === 'closed',
    })),
    ...unlinked.filter((name) => !names.has(name)).map((name) => ({ name })),
  ].slice(0, OFFERED)
}
