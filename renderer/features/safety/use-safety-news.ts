import { useTranslation } from 'react-i18next'
import { isoDayText, sizeText } from '../../i18n'
import { useSafety } from '../../stores'

/** Something about backups or the disk that cannot wait until somebody opens the settings. */
export interface SafetyNews {
  readonly what: string
  readonly text: string
  readonly go: string
}

/** Days without a backup that succeeded after which the person is told: a stick may be at home for a weekend. */
const LATE = 3

export function useSafetyNews(): readonly SafetyNews[] {
  const { t } = useTranslation(['safety', 'restore'])
  const status = useSafety((state) => state)
  if (!status) return []
  const { backup, littleRoom, movedOn } = status
  const news: SafetyNews[] = []
  const isLate = backup.failure !== null && (backup.age === null || backup.age >= LATE)
  if (isLate) {
    const text = backup.age === null ? t('lateNever') : t('late', { days: backup.age })
    news.push({ what: t('news'), text, go: t('look') })
  }
  if (littleRoom !== null) {
    news.push({ what: t('room'), text: t('littleRoom', { free: sizeText(littleRoom) }), go: t('look') })
  }
  if (movedOn !== null) {
    const text = t('restore:move.movedOn', { day: isoDayText(movedOn) })
    news.push({ what: t('restore:move.news'), text, go: t('look') })
  }
  return news
}
