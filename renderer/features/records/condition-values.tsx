import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useList } from '../../db'
import { useServices } from '../../stores'
import { optionsOf } from '../../../shared/forms'
import type { ListQuery } from '../../../shared/search/list-query'
import type { Column } from './columns'
import { valueText } from './condition-text'

/** Values that are offered; rarer ones are found by `contains`. */
const OFFERED = 40

const states = ['draft', 'submitted', 'closed', 'void'] as const

interface ConditionValuesProps {
  readonly column: Column
  readonly query: ListQuery
  readonly values: readonly string[]
  readonly onValues: (values: readonly string[]) => void
}

/** The options of a field and what stands in it most often, to be ticked. */
export function ConditionValues({ column, query, values, onValues }: ConditionValuesProps) {
  const { t } = useTranslation(['records', 'common'])
  const { workingCopy } = useServices()
  const known = useList(workingCopy.lists, (lists) => lists.values(query, column.key, OFFERED), [
    query,
    column.key,
  ])
  if (!known) return <Typography role="status">{t('common:loading')}</Typography>
  const counts = new Map(known.map(({ value, count }) => [value.toLowerCase(), count]))
  const options: readonly string[] =
    column.kind === 'state' ? states : column.field && !column.inRows ? optionsOf(column.field.type) : []
  const lower = new Set(options.map((option) => option.toLowerCase()))
  const offered = [
    ...options,
    ...known.map(({ value }) => value).filter((value) => !lower.has(value.toLowerCase())),
  ]
  if (offered.length === 0) return <Typography color="textSecondary">{t('noValues')}</Typography>
  return (
    <Box
      role="group"
      aria-label={t('tests.oneOf')}
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, 1fr)', maxHeight: 300, overflow: 'auto', pl: 2 }}
    >
      {offered.map((value) => (
        <FormControlLabel
          key={value}
          control={
            <Checkbox
              size="small"
              checked={values.includes(value)}
              onChange={(_event, ticked) => {
                onValues(ticked ? [...values, value] : values.filter((other) => other !== value))
              }}
            />
          }
          label={t('valueCount', {
            value: valueText(t, value, column),
            count: counts.get(value.toLowerCase()) ?? 0,
          })}
        />
      ))}
    </Box>
  )
}
