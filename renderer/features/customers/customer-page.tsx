import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useLive } from '../../db'
import { useServices } from '../../stores'
import { EmptyState, Page } from '../../ui'
import { CustomerView } from './customer-view'

/** The page of one customer, or of one that is being made (`new`). */
export function CustomerPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('customers')
  const { workingCopy } = useServices()
  const isNew = id === 'new'
  const view = useLive(
    async () => (isNew ? null : ((await workingCopy.customers.get(id)) ?? 'unknown')),
    [workingCopy, id],
  )
  if (view === undefined) return <Box role="status" />
  if (view === 'unknown')
    return (
      <Page title={t('title')}>
        <EmptyState
          title={t('card.unknown')}
          text=""
          action={
            <Button component={Link} href="/customers">
              {t('card.back')}
            </Button>
          }
        />
      </Page>
    )
  return <CustomerView view={view} />
}
