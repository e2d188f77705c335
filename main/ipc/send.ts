import type { BrowserWindow } from 'electron'
import type { EventName, Events } from '../../shared/ipc/contract'
import { eventChannel } from '../../shared/ipc/names'

export type Send = <N extends EventName>(name: N, event: Events[N]) => void

/** Tells the window something unasked; nothing happens when it is gone. */
export const sendTo =
  (window: () => BrowserWindow | null): Send =>
  (name, event) => {
    const target = window()
    if (target && !target.isDestroyed()) target.webContents.send(eventChannel(name), event)
  }
