import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { useServices } from '../../stores'
import { useOpenDemo } from '../demo'
import { assertNever } from '../../../shared/kernel/assert-never'
import { pageOf, type CommandName } from './commands'

/** What each command does. */
export function useCommands(): (name: CommandName) => void {
  const { app, lock } = useServices()
  const [, navigate] = useLocation()
  const openDemo = useOpenDemo()
  return useCallback(
    (name) => {
      const page = pageOf[name]
      if (page !== undefined) {
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
        case 'person':
          press({ key: 'p', code: 'KeyP', altKey: true })
          return
        case 'workbench':
        case 'dues':
        case 'forms':
        case 'records':
        case 'customers':
        case 'newCustomer':
        case 'voided':
        case 'audit':
        case 'settings':
        case 'backup':
        case 'about':
          return
        default:
          assertNever(name)
      }
    },
    [app, lock, navigate, openDemo],
  )
}

/** The same as the key that opens it. */
function press(init: KeyboardEventInit): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { ...init, cancelable: true }))
}
