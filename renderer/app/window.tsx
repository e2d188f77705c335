import { createRoot } from 'react-dom/client'
import { createStore } from 'zustand/vanilla'
import { catalogue } from '../../shared/catalogue'
import type { Bridge, LocalSettings } from '../../shared/ipc/contract'
import { applyInThread, checkInThread, listsThread, openWorkingCopy, tablesThread } from '../db'
import { setLanguage, startLanguage } from '../i18n'
import { browserClock, browserRandom } from '../platform'
import { createLock, flushAll } from '../stores'
import { App } from './app'
import { createBoot } from './boot'
import { answerClosing } from './closing'
import { damageMark } from './damage-mark'
import type { Early } from './early'
import { guardLock, whileUnlocked } from './guard-lock'

/** The composition root of the window: its first chunk of code, read while what was asked `early` is being answered. */
export function openWindow(root: HTMLElement, found: Bridge, early: Early): void {
  const lock = createLock(flushAll)
  guardLock(lock, window)
  const bridge = whileUnlocked(found, lock)
  const store = createStore<{ readonly settings: LocalSettings | null }>(() => ({ settings: null }))
  const boot = createBoot({
    bridge,
    clock: browserClock,
    random: browserRandom,
    catalogue,
    early,
    open: async (bridge, start, options) => {
      const damage = damageMark(window.localStorage, start.folder.id)
      const opened = await openWorkingCopy(bridge, start, {
        ...options,
        ...(damage.isSet() ? { checkWhole: Infinity } : {}),
        lists: listsThread,
        applier: applyInThread,
        checker: checkInThread,
        tables: tablesThread,
      })
      early.letStorageGo()
      if (opened.ok) void opened.value.workingCopy.checked.then(damage.note)
      return opened
    },
    lock,
    onSettings: async (settings) => {
      // Texts that cannot be read keep nobody from the work: the window stays in 中文.
      await setLanguage(settings.language).catch(reportError)
      store.setState({ settings })
    },
  })
  startLanguage('zh-CN')
  answerClosing(bridge)
  createRoot(root).render(<App boot={boot} bridge={bridge} clock={browserClock} early={store} />)
  void boot.start()
}
