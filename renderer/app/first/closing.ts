import type { Bridge } from '../../../shared/ipc/contract'
import { flushAll } from '../../stores/before-close'

/** When the window is about to close, open forms put their drafts down first. */
export function answerClosing(bridge: Bridge): void {
  bridge.on('window:closing', () => {
    void flushAll().then(() => bridge.call('app:quit', null))
  })
}
