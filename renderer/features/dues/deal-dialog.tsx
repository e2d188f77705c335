import { useTranslation } from 'react-i18next'
import { ReasonDialog } from '../../ui'

export interface DealDialogProps {
  /** How many days are dealt with. */
  readonly count: number
  readonly onDeal: (word: string) => void
  readonly onCancel: () => void
}

/** 已处理 asks for a word (已联系，下周回访), which may be left out. */
export function DealDialog({ count, onDeal, onCancel }: DealDialogProps) {
  const { t } = useTranslation('dues')
  return (
    <ReasonDialog
      title={t('dealTitle', { count })}
      text={[t('dealText')]}
      label={t('dealWord')}
      yes={t('dealYes')}
      onReason={onDeal}
      onCancel={onCancel}
    />
  )
}
