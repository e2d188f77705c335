import { findBridge } from '../platform'
import '../ui/fonts.css'
import { drawn } from './drawn'
import { askEarly } from './early'
import { firstWords } from './first/first-words'
import { reportMistakes } from './report-mistakes'
import { tellUnreadable } from './unreadable'

/**
 * Where the page begins: with the frame, which needs nothing that lies on a disk. Everything else is read behind it, while the main
 * process and the browser's storage answer the questions that take them longest.
 */
async function begin(): Promise<void> {
  const root = document.getElementById('root')
  const bridge = findBridge()
  if (!root || !bridge) throw new Error('the window has no root or no bridge')
  reportMistakes(bridge, window)
  let remove = (): void => undefined
  try {
    const { drawWindow } = await import('./first/root')
    const window = drawWindow(root, bridge, firstWords(document))
    remove = window.remove
    const early = askEarly(bridge, indexedDB)
    await drawn()
    const { openWindow } = await import('./window')
    openWindow(window, early)
  } catch (error) {
    remove()
    tellUnreadable(root, error)
    throw error
  }
}

void begin()
