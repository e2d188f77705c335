import { powerMonitor } from 'electron'
import type { Send } from '../ipc/send'

/** Tells the window when the person leaves the computer: its screen is locked, it goes to sleep, another user comes. */
export function tellWhenLeft(send: Send): void {
  const tell = (): void => {
    send('computer:left', null)
  }
  powerMonitor.on('suspend', tell)
  powerMonitor.on('lock-screen', tell)
  powerMonitor.on('user-did-resign-active', tell)
}
