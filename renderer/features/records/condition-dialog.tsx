import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { Choose } from '../../ui'
import type { ListQuery } from '../../../shared/search/list-query'
import { placesOf } from '../../../shared/search/pinyin'
import { BetweenInputs, ValueInput } from './condition-inputs'
import { slim } from './customer-filter'
import { readCondition, type TypedCondition } from './condition-draft'
import { ConditionValues } from './condition-values'
import type { Column } from './columns'
import { testsOf, type Condition, type ConditionTest } from './view'

export interface ConditionDialogProps {
  readonly columns: readonly Column[]
  /** The question as it is without this wish: its values are offered. */
  readonly query: ListQuery
  readonly onAdd: (condition: Condition) => void
  readonly onClose: () => void
}

const untyped: TypedCondition = { value: '', from: '', to: '', values: [] }

/** 添加条件: a wish about any column. */
export function ConditionDialog({ columns, query, onAdd, onClose }: ConditionDialogProps) {
  const { t } = useTranslation(['records', 'common'])
  const { clock } = useServices()
  const titleId = useId()
  const [column, setColumn] = useState<Column | null>(null)
  const [chosen, setChosen] = useState<ConditionTest | null>(null)
  const [typed, setTyped] = useState<TypedCondition>(untyped)
  const [wrong, setWrong] = useState<string | null>(null)
  const tests = column ? testsOf(column) : []
  const test = tests.find((each) => each === chosen) ?? tests[0]
  const put = (part: Partial<TypedCondition>) => {
    setTyped({ ...typed, ...part })
    setWrong(null)
  }
  const add = () => {
    if (!column || !test) return
    const read = readCondition(column, test, typed, today(clock))
    if (read.ok) onAdd(read.value)
    else setWrong(t(`wrong.${read.error}`))
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <DialogTitle id={titleId}>{t('addConditionTitle')}</DialogTitle>
        <DialogContent sx={{ minHeight: 240, display: 'flex', flexDirection: 'column', gap: 3 }}>
          <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'flex-end', pt: 1 }}>
            <Autocomplete<Column>
              options={columns}
              groupBy={({ field }) => t(field ? 'fieldColumns' : 'ownColumns')}
              filterOptions={(options, { inputValue }) =>
                options.filter(({ label }) => placesOf(label, inputValue.toLowerCase()) !== null)
              }
              getOptionLabel={({ label }) => label}
              getOptionKey={({ key }) => key}
              value={column}
              autoHighlight
              openOnFocus
              noOptionsText={t('noColumn')}
              onChange={(_event, next) => {
                setColumn(next)
                setChosen(null)
                setTyped(untyped)
                setWrong(null)
              }}
              sx={{ width: 260, ...slim }}
              renderInput={(params) => (
                <OutlinedInput
                  {...params.slotProps.input}
                  autoFocus
                  placeholder={t('columnName')}
                  inputProps={{ ...params.slotProps.htmlInput, 'aria-label': t('columnName') }}
                  sx={{ width: '100%' }}
                />
              )}
            />
            {column && test && (
              <Choose
                inline
                label={t('test')}
                value={test}
                width={150}
                choices={tests.map((each) => ({ value: each, label: t(`tests.${each}`) }))}
                onChange={setChosen}
              />
            )}
          </Box>
          {column && (test === 'contains' || test === 'is' || test === 'isNot') && (
            <ValueInput value={typed.value} onValue={(value) => put({ value })} />
          )}
          {column && test === 'between' && <BetweenInputs column={column} typed={typed} onTyped={put} />}
          {column && test === 'oneOf' && (
            <ConditionValues
              key={column.key}
              column={column}
              query={query}
              values={typed.values}
              onValues={(values) => put({ values })}
            />
          )}
          {wrong !== null && (
            <Typography role="alert" variant="body2" color="error">
              {wrong}
            </Typography>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={column === null}>
            {t('common:add')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
