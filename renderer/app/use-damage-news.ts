import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { findingText } from '../i18n'
import { useServices } from '../stores'
import { useNotices } from '../ui'

/** Tells of damage that shows only after the start, and leads to where it can be looked at. */
export function useDamageNews(): void {
  const { t } = useTranslation(['frame', 'start'])
  const { bridge, workingCopy } = useServices()
  const notices = useNotices()
  const [, navigate] = useLocation()
  useEffect(() => {
    const warn = (text: string) => {
      notices.warn(text, undefined, {
        label: t('start:news.details'),
        run: () => {
          navigate('/recovery')
        },
      })
    }
    void workingCopy.checked.then((verdict) => {
      if (verdict === 'rebuilt') {
        notices.tell(t('checkedRebuilt'))
        void bridge.call('recovery:tell', { told: [{ told: 'rebuilt', why: 'damaged' }] })
      }
      if (verdict === 'damaged') warn(t('checkedDamaged'))
    })
    void workingCopy.journalChecked.then((findings) => {
      for (const finding of findings) notices.warn(findingText(finding))
      if (findings.length > 0) warn(t('journalDamaged'))
    })
  }, [bridge, workingCopy, notices, t, navigate])
}
