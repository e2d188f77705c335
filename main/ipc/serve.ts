import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { callChannel, callNames } from '../../shared/ipc/names'
import { answerCall, type Handlers, type Sender, type WriteLog } from './answer'

/** Answers the calls of the one window that may call. This is the only place that listens to Electron's raw IPC. */
export function serveCalls(handlers: Handlers, window: () => WebContents | null, log: WriteLog): void {
  for (const call of callNames) {
    ipcMain.handle(callChannel(call), (event, input: unknown) =>
      answerCall(call, handlers, senderOf(event, window()), input, log),
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
