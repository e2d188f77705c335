import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { FieldValue } from '../../../shared/forms/values'
import { useLive } from '../../db'
import { useServices } from '../../stores'
import { Keys, Tag } from '../../ui'

export interface CustomerHintProps {
  readonly value: FieldValue | undefined
  readonly inRow: boolean
}

/** Of the customer in focus: the way to its page, and whether it was closed or merged since. */
export function CustomerHint({ value, inRow }: CustomerHintProps) {
  const { t } = useTranslation('editor')
  const { workingCopy } = useServices()
  const id = typeof value === 'object' && 'name' in value ? value.id : undefined
  const customer = useLive(
    () => (id === undefined ? Promise.resolve(undefined) : workingCopy.customers.survivor(id)),
    [workingCopy, id],
  )
  const isNamed = typeof value === 'object' && 'name' in value && value.name.trim() !== ''
  if (id === undefined && isNamed && !workingCopy.readOnly) {
    return (
      <Box component="span" sx={{ mr: 3 }}>
        {t(inRow ? 'customer.notOnFile' : 'customer.notOnFileKey')}
      </Box>
    )
  }
  if (!customer || id === undefined) return null
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 3, mr: 3 }}>
      {customer.id === id ? null : <span>{t('customer.merged', { name: customer.name })}</span>}
      {customer.state === 'closed' ? (
        <span title={customer.closeReason}>
          <Tag tone="plain">{t('customer.closed')}</Tag>
        </span>
      ) : null}
      <Box component={Link} href={`/customer/${customer.id}`} sx={{ color: 'var(--zk-blue-text)' }}>
        {t('customer.open')}
      </Box>
      {inRow ? null : <Keys keys="Ctrl Enter" />}
    </Box>
  )
}
