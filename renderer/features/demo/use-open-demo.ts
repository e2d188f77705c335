import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../../stores'
import { useNotices } from '../../ui'
import { demoFailureText } from './failure'

/** Opens the demo data in a window of their own. */
export function useOpenDemo(): () => Promise<void> {
  const { t } = useTranslation('demo')
  const { bridge } = useServices()
  const notices = useNotices()
  return useCallback(async () => {
    const opened = await bridge.call('demo:open', null)
    if (opened.ok) notices.tell(t('opening'))
    else notices.warn(demoFailureText(opened.error))
  }, [bridge, notices, t])
}
