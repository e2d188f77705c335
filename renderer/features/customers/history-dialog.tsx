import { useTranslation } from 'react-i18next'
import { useLive } from '../../db'
import { useServices } from '../../stores'
import { ReadDialog } from '../../ui'
import { formNames, HistoryList } from '../history'
import { masterForm } from './master-form'

export interface HistoryDialogProps {
  readonly id: string
  readonly name: string
  readonly onClose: () => void
}

/** Who changed what of a customer, when and where. */
export function HistoryDialog({ id, name, onClose }: HistoryDialogProps) {
  const { t } = useTranslation('customers')
  const { t: history } = useTranslation(['history', 'editor', 'common'])
  const { workingCopy } = useServices()
  const entries = useLive(() => workingCopy.customers.history(id), [workingCopy, id])
  return (
    <ReadDialog title={t('page.historyTitle', { name })} width="sm" long onClose={onClose}>
      <HistoryList entries={entries} names={formNames(history, masterForm)} />
    </ReadDialog>
  )
}
