import type { Events } from '../../shared/ipc/contract'
import type { Send } from './send'

/** Parts of the whole after which the window is told again: often enough to look alive, never in its way. */
const STEPS = 100

/** Tells the window how far a long piece of work has come, in bytes; the end is always told. */
export function progressOf(
  task: Events['task:progress']['task'],
  send: Send,
): (done: number, total: number) => void {
  let told = -1
  return (done, total) => {
    const step = total > 0 ? Math.floor((done / total) * STEPS) : 0
    if (step === told) return
    told = step
    send('task:progress', { task, done, total })
  }
}
