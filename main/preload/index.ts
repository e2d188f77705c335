import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../../shared/ipc/contract'
import { callChannel, eventChannel, isCallName, isEventName } from '../../shared/ipc/names'
import { refusalMessage, type Reply } from '../../shared/ipc/refusal'

/** The whole way from a page into the program: the calls and events of the contract by their names, nothing else. */
const bridge: Bridge = {
  call: async (name, input) => {
    if (!isCallName(name)) throw new Error(refusalMessage({ type: 'UnknownCall', call: String(name) }))
    const reply = (await ipcRenderer.invoke(callChannel(name), input)) as Reply
    if ('refusal' in reply) throw new Error(refusalMessage(reply.refusal))
    return reply.value as never
  },
  on: (name, listener) => {
    if (!isEventName(name)) throw new Error(refusalMessage({ type: 'UnknownCall', call: String(name) }))
    const pass = (_event: unknown, payload: unknown): void => {
      listener(payload as never)
    }
    ipcRenderer.on(eventChannel(name), pass)
    return () => {
      ipcRenderer.removeListener(eventChannel(name), pass)
    }
  },
}

if (window.top === window && location.origin === 'app://zhike')
  contextBridge.exposeInMainWorld('zhike', bridge)
