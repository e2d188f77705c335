import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { findField } from '../../../shared/forms'
import { isCard } from '../../../shared/customers/by-meaning'
import { CardLikely, type CardLikelyProps } from './card-likely'
import type { MasterChange } from './master-changes'

export interface CustomerStripProps extends CardLikelyProps {
  readonly changes: readonly MasterChange[]
  readonly onLook: () => void
  readonly onTakeAll: () => void
  readonly onIgnore: () => void
}

/** Names of fields that the strip tells; of more it says how many. */
const TOLD = 3

/**
 * One quiet line above the sheet: that a card is the customer's file and who may be meant, and what has changed there since a
 * form copied it.
 * Records of the past are left in peace: they bear a mark in the bar.
 */
export function CustomerStrip({ state, changes, onLook, onTakeAll, onIgnore, onChoose }: CustomerStripProps) {
  const { t } = useTranslation('editor')
  const { template } = state
  const card = isCard(template) && !state.readOnly
  const tells = state.state === 'draft' && changes.length > 0
  if (!card && !tells) return null
  const labels = changes.map(({ path }) => findField(template, path)?.label ?? '')
  const told = [...new Set(labels)]
  const fields = told.slice(0, TOLD).join(t('customer.separator'))
  return (
    <Box
      component="section"
      aria-label={t('customer.stripLabel')}
      data-region
      sx={{
        flex: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 3,
        rowGap: 1,
        px: 5,
        py: 1,
        fontSize: 13,
        ...(tells
          ? { bgcolor: 'var(--zk-amber-soft)', color: 'var(--zk-amber-text)' }
          : { color: 'var(--zk-ink-soft)' }),
      }}
    >
      {card ? (
        <>
          <span>{t(state.state === 'draft' ? 'customer.card' : 'customer.cardWritten')}</span>
          <CardLikely state={state} onChoose={onChoose} />
        </>
      ) : null}
      {tells ? (
        <>
          <span role="status">
            {told.length > TOLD
              ? t('customer.changedMore', { fields, count: changes.length })
              : t('customer.changed', { fields })}
          </span>
          <Button onClick={onLook}>{t('customer.look')}</Button>
          <Button onClick={onTakeAll}>{t('customer.takeAll')}</Button>
          <Button variant="text" onClick={onIgnore}>
            {t('customer.ignore')}
          </Button>
        </>
      ) : null}
    </Box>
  )
}
