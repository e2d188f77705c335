import Button from '@mui/material/Button'
import Box from '@mui/material/Box'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { customerField, isCard } from '../../../shared/customers/by-meaning'
import { saidAt } from '../../../shared/customers/choosing'
import type { Path } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import { emptyValues, type FormValues } from '../../../shared/forms/values'
import { useList } from '../../db'
import { useServices } from '../../stores'
import type { SheetState } from './use-sheet-state'

/** Likely customers that are told at once: the strip stays one line. */
const TOLD = 2

export interface CardLikelyProps {
  readonly state: SheetState
  /** The customer is this one: at the place where the card names it. */
  readonly onChoose: (path: Path, id: string) => void
}

/** Who the customer of a card may be that names nobody of the master yet: its 登记 would make another one. */
export function CardLikely({ state, onChoose }: CardLikelyProps) {
  const { template, values, readOnly } = state
  const named = isCard(template) && state.state === 'draft' && !readOnly ? customerField(template) : undefined
  const value = named && values.fields[named.key]
  if (!named || typeof value !== 'object' || !('name' in value) || value.id !== undefined) return null
  return (
    <Likely template={template} values={values} path={[named.key]} name={value.name} onChoose={onChoose} />
  )
}

interface LikelyProps extends Pick<CardLikelyProps, 'onChoose'> {
  readonly template: Template
  readonly values: FormValues
  readonly path: Path
  readonly name: string
}

function Likely({ template, values, path, name, onChoose }: LikelyProps) {
  const { t } = useTranslation('editor')
  const { workingCopy } = useServices()
  const typed = useDeferredValue(values)
  const [key = ''] = path
  const said = useMemo<FormValues>(
    () => ({ ...emptyValues, fields: { ...saidAt(template, typed, [key]), name } }),
    [template, typed, key, name],
  )
  const likely = useList(workingCopy.lists, (lists) => lists.likely(said), [said]) ?? []
  if (likely.length === 0) return null
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 3,
        color: 'var(--zk-amber-text)',
      }}
    >
      <span role="status">{t('customer.likely')}</span>
      {likely.slice(0, TOLD).map(({ row, likeness }) => (
        <Box key={row.id} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
          <span>
            <span lang="zh-CN">{row.title}</span>
            {` · ${[row.number, t(`customer.likeness.${likeness}`)].filter((part) => part !== '').join(' · ')}`}
          </span>
          <Button
            aria-label={t('customer.itsThisName', { name: row.title })}
            onClick={() => {
              onChoose(path, row.id)
            }}
          >
            {t('customer.itsThis')}
          </Button>
        </Box>
      ))}
    </Box>
  )
}
