import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { failureText } from '../../i18n'
import { useServices, useTeam } from '../../stores'
import { Page, useNotices } from '../../ui'
import { RecoveryView } from './recovery-view'

/** 数据检查与恢复, once the program has started. */
export function RecoveryPage() {
  const { t } = useTranslation('recovery')
  const { bridge, clock, workingCopy } = useServices()
  const [, navigate] = useLocation()
  const notices = useNotices()
  const isMember = useTeam(({ status }) => status.standing === 'member')

  /** What the browser's storage still has first: it remembers what a person decided about each. */
  const bringBack = async () => {
    const left = (await workingCopy.leftAside()) > 0 ? await workingCopy.bringBack('left') : null
    if (left?.ok === false) {
      notices.warn(failureText(left.error))
      return
    }
    const back = await bridge.call('recovery:bringBack', null)
    const caught = back.ok ? await workingCopy.catchUp() : back
    if (!back.ok || !caught.ok) {
      if (!caught.ok) notices.warn(failureText(caught.error))
      return
    }
    const count = back.value.restored + (left?.value.restored ?? 0)
    void bridge.call('recovery:tell', { told: [{ told: 'broughtBack', count }] })
    notices.tell(t('next.broughtBack', { count }))
    if (back.value.unreadable > 0)
      notices.warn(t('next.broughtBackUnreadable', { count: back.value.unreadable }))
  }
  return (
    <Page title={t('title')} maxWidth={800}>
      <RecoveryView
        bridge={bridge}
        now={clock.now()}
        ways={{
          ...(isMember
            ? {
                team: () => {
                  navigate('/team')
                },
              }
            : {}),
          ...(workingCopy.readOnly ? {} : { bringBack }),
        }}
      />
    </Page>
  )
}
