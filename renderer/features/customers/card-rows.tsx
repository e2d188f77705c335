import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { pathKey, type Field, type Path } from '../../../shared/forms/field'
import { CardInput } from './card-input'
import type { EditState } from './customer-edit'
import type { RowsField } from './master-form'
import type { FieldSaid } from './said'

export interface CardRowsProps {
  readonly field: RowsField
  readonly state: EditState
  readonly readOnly: boolean
  readonly said: ReadonlyMap<string, FieldSaid>
  readonly onType: (field: Field, path: Path, text: string) => void
  readonly onLeave: (path: Path) => void
  readonly onAdd: () => void
  readonly onRemove: (row: string) => void
}

/** Contacts or further addresses of a customer, a line each. */
export function CardRows(props: CardRowsProps) {
  const { field, state, readOnly, said } = props
  const { t } = useTranslation(['customers', 'common'])
  const { columns } = field.type
  const rows = state.values.rows[field.key] ?? []
  const id = useId()
  // Names of fields stay Chinese in every language: the button's name says both, each in its own.
  const [labelId, addId] = [`${id}-label`, `${id}-add`]
  return (
    <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 1 }}>
        <Box component="span" id={labelId} lang="zh-CN" sx={{ fontSize: 13, color: 'var(--zk-ink-soft)' }}>
          {field.label}
        </Box>
        {rows.length === 0 && (
          <Box component="span" sx={{ fontSize: 12, color: 'var(--zk-ink-soft)' }}>
            {t('card.noRows')}
          </Box>
        )}
        {!readOnly && rows.length < field.type.max && (
          <Button id={addId} variant="text" onClick={props.onAdd} aria-labelledby={`${addId} ${labelId}`}>
            {t('card.addRow')}
          </Button>
        )}
      </Box>
      {rows.length > 0 && (
        <Box component="table" aria-labelledby={labelId} sx={table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <Box component="th" key={column.key} scope="col" lang="zh-CN">
                  {column.label}
                </Box>
              ))}
              {!readOnly && <td />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.id}>
                {columns.map((column) => {
                  const path = [field.key, row.id, column.key]
                  const cellSaid = said.get(pathKey(path))
                  return (
                    <td key={column.key} title={cellSaid?.text}>
                      <CardInput
                        field={column}
                        path={path}
                        state={state}
                        readOnly={readOnly}
                        people={[]}
                        label={t('card.cell', { place: index + 1, label: column.label })}
                        emptyLabel={t('common:none')}
                        wrong={cellSaid?.severity === 'refuse'}
                        onType={(text) => {
                          props.onType(column, path, text)
                        }}
                        onLeave={() => {
                          props.onLeave(path)
                        }}
                      />
                      {cellSaid && (
                        <Box
                          sx={{
                            fontSize: 12,
                            color:
                              cellSaid.severity === 'warn' ? 'var(--zk-amber-text)' : 'var(--zk-seal-text)',
                          }}
                        >
                          {cellSaid.text}
                        </Box>
                      )}
                    </td>
                  )
                })}
                {!readOnly && (
                  <td>
                    <Button
                      variant="text"
                      aria-label={t('card.removeRow', { place: index + 1, label: field.label })}
                      onClick={() => {
                        props.onRemove(row.id)
                      }}
                    >
                      {t('common:remove')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Box>
      )}
    </Box>
  )
}

const table = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  '& th': { textAlign: 'left', fontSize: 12, fontWeight: 400, color: 'var(--zk-ink-soft)', pb: 0.5 },
  '& td': { pr: 1.5, pb: 1.5, verticalAlign: 'top' },
  '& td:last-child': { width: 72, pr: 0 },
} as const
