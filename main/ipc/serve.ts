import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { CallName } from '../../shared/ipc/contract'
import { callChannel, callNames } from '../../shared/ipc/names'
import type { Reply } from '../../shared/ipc/refusal'
import type { Sender } from './answer'

/** Answers a call once the program is there. */
export type Answering = (call: CallName, sender: Sender, input: unknown) => Promise<Reply>

/** Hands on the calls of the one window that may call. This is the only place that listens to Electron's raw IPC. */
export function serveCalls(answer: Answering, window: () => WebContents | null): void {
  for (const call of callNames) {
    ipcMain.handle(callChannel(call), (event, input: unknown) =>
      answer(call, senderOf(event, window()), input),
    )
  }
}

function senderOf(event: IpcMainInvokeEvent, window: WebContents | null): Sender {
  const frame = event.senderFrame
  return {
    address: frame?.url ?? '',
    isTop: frame?.parent === null,
    isMainWindow: event.sender === window,
  }
}
