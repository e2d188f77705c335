import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { AskDialog, useNotices } from '../../ui'

export interface RestoreDialogProps {
  readonly id: string
  /** Number or name of the record. */
  readonly name: string
  readonly onClose: () => void
}

/** 恢复: asks, then brings a void record back to the state before it was voided. */
export function RestoreDialog({ id, name, onClose }: RestoreDialogProps) {
  const { t } = useTranslation('history')
  const { workingCopy } = useServices()
  const person = usePersonRef()
  const notices = useNotices()
  const restore = async () => {
    const done = await workingCopy.records.restore(id, person)
    if (done.ok) notices.tell(t('restore.done', { name }))
    else notices.warn(t('restore.failed', { reason: failureText(done.error) }))
  }
  return (
    <AskDialog
      title={t('restore.title', { name })}
      text={t('restore.text')}
      yes={t('restore.confirm')}
      onYes={() => {
        onClose()
        void restore()
      }}
      onNo={onClose}
    />
  )
}
