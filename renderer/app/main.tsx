import { createRoot } from 'react-dom/client'
import { createStore } from 'zustand/vanilla'
import { catalogue } from '../../shared/catalogue'
import type { LocalSettings } from '../../shared/ipc/contract'
import { openWorkingCopy } from '../db'
import { startLanguage } from '../i18n'
import { browserClock, browserRandom, findBridge } from '../platform'
import '../ui/fonts.css'
import { App } from './app'
import { createBoot } from './boot'
import { answerClosing } from './closing'
import { reportMistakes } from './report-mistakes'

/** The composition root of the window. */
function begin() {
  const root = document.getElementById('root')
  const bridge = findBridge()
  if (!root || !bridge) throw new Error('the window has no root or no bridge')
  reportMistakes(bridge, window)
  const early = createStore<{ readonly settings: LocalSettings | null }>(() => ({ settings: null }))
  const boot = createBoot({
    bridge,
    clock: browserClock,
    random: browserRandom,
    catalogue,
    open: openWorkingCopy,
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
