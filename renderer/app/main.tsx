import { createRoot } from 'react-dom/client'
import { createStore } from 'zustand/vanilla'
import { catalogue } from '../../shared/catalogue'
import type { LocalSettings } from '../../shared/ipc/contract'
import { applyInThread, listsThread, openWorkingCopy, tablesThread } from '../db'
import { startLanguage } from '../i18n'
import { browserClock, browserRandom, findBridge } from '../platform'
import { createLock, flushAll } from '../stores'
import '../ui/fonts.css'
import { App } from './app'
import { createBoot } from './boot'
import { answerClosing } from './closing'
import { guardLock, whileUnlocked } from './guard-lock'
import { reportMistakes } from './report-mistakes'

/** The composition root of the window. */
function begin() {
  const root = document.getElementById('root')
  const found = findBridge()
  if (!root || !found) throw new Error('the window has no root or no bridge')
  const lock = createLock(flushAll)
  guardLock(lock, window)
  const bridge = whileUnlocked(found, lock)
  reportMistakes(bridge, window)
  const early = createStore<{ readonly settings: LocalSettings | null }>(() => ({ settings: null }))
  const boot = createBoot({
    bridge,
    clock: browserClock,
    random: browserRandom,
    catalogue,
    open: (bridge, start, options) =>
      openWorkingCopy(bridge, start, {
        ...options,
        lists: listsThread,
        applier: applyInThread,
        tables: tablesThread,
      }),
    lock,
    onSettings: (settings) => {
      early.setState({ settings })
    },
  })
  startLanguage('zh-CN')
  answerClosing(bridge)
  createRoot(root).render(<App boot={boot} bridge={bridge} clock={browserClock} early={early} />)
  void boot.start()
}

begin()
