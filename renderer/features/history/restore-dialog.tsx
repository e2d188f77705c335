import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { AskDialog, goOn, useNotices } from '../../ui'

export interface RestoreDialogProps {
  readonly id: string
  /** Number or name of the record. */
  readonly name: string
  readonly onClose: () => void
  /** Where the keyboard goes on when the record has left the list; else at the heading. */
  readonly place?: () => HTMLElement | null
}

/** 恢复: asks, then brings a void record back to the state before it was voided. */
export function RestoreDialog({ id, name, onClose, place }: RestoreDialogProps) {
  const { t } = useTranslation('history')
  const { workingCopy } = useServices()
  const person = usePersonRef()
  const notices = useNotices()
  const restore = async () => {
    const done = await workingCopy.records.restore(id, person)
    if (done.ok) {
      notices.tell(t('restore.done', { name }))
      goOn(place)
    } else notices.warn(t('restore.failed', { reason: failureText(done.error) }))
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
