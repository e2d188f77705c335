import { findBridge } from '../platform'
import '../ui/fonts.css'
import { askEarly } from './early'
import { reportMistakes } from './report-mistakes'

/**
 * Where the page begins: with the questions that take the main process and the browser's storage longest. The window's own code is
 * read meanwhile.
 */
async function begin(): Promise<void> {
  const root = document.getElementById('root')
  const bridge = findBridge()
  if (!root || !bridge) throw new Error('the window has no root or no bridge')
  reportMistakes(bridge, window)
  const early = askEarly(bridge, indexedDB)
  const { openWindow } = await import('./window')
  openWindow(root, bridge, early)
}

void begin()
