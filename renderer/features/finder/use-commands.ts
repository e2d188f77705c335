import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { makeWish, useServices, useTeam } from '../../stores'
import { useOpenDemo } from '../demo'
import { useTeamActs } from '../team'
import { assertNever } from '../../../shared/kernel/assert-never'
import { pageOf, wishOf, type CommandName } from './commands'

/** What each command does. */
export function useCommands(): (name: CommandName) => void {
  const { app, lock } = useServices()
  const [, navigate] = useLocation()
  const openDemo = useOpenDemo()
  const isMember = useTeam(({ status }) => status.standing === 'member')
  const { syncNow } = useTeamActs()
  return useCallback(
    (name) => {
      const page = pageOf[name]
      if (page !== undefined) {
        const wish = wishOf[name]
        if (wish !== undefined) makeWish(wish)
        navigate(page)
        return
      }
      switch (name) {
        case 'light':
        case 'dark':
        case 'system':
          void app.change({ theme: name })
          return
        case 'english':
        case 'chinese':
          void app.change({ language: name === 'english' ? 'en' : 'zh-CN' })
          return
        case 'lock':
          lock.lock()
          return
        case 'help':
          press({ key: 'F1' })
          return
        case 'keys':
          press({ key: 'F1' })
          press({ key: 'F1' })
          return
        case 'demo':
          void openDemo()
          return
        case 'syncNow':
          // Whoever is in no team yet is shown how one comes to be.
          if (isMember) void syncNow()
          else navigate('/team')
          return
        case 'person':
          press({ key: 'p', code: 'KeyP', altKey: true })
          return
        case 'workbench':
        case 'dues':
        case 'forms':
        case 'records':
        case 'customers':
        case 'newCustomer':
        case 'importCustomers':
        case 'importRecords':
        case 'duplicates':
        case 'voided':
        case 'team':
        case 'arrived':
        case 'conflicts':
        case 'audit':
        case 'settings':
        case 'firm':
        case 'staff':
        case 'calendar':
        case 'folder':
        case 'backup':
        case 'restore':
        case 'check':
        case 'about':
          return
        default:
          assertNever(name)
      }
    },
    [app, lock, navigate, openDemo, isMember, syncNow],
  )
}

/** The same as the key that opens it. */
function press(init: KeyboardEventInit): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { ...init, cancelable: true }))
}
