import type { MessagePort } from 'node:worker_threads'
import type { PdfResult, PrintFailure } from '../../../shared/ipc/contract'
import { assertNever } from '../../../shared/kernel/assert-never'
import type { Result } from '../../../shared/kernel/result'
import type { PdfFonts } from '../fonts'
import { transferable } from '../transferable'
import type { RunMessage, RunReply, RunSettings } from './messages'
import { runPrinter } from './run-printer'

/** Answers the messages of one run, one after the other. Without fonts every answer is why. */
export function serveRun(
  port: MessagePort,
  settings: RunSettings,
  fonts: Result<PdfFonts, PrintFailure>,
): void {
  const printer = fonts.ok ? runPrinter(settings, fonts.value) : null
  const answer = async ({ id, batch }: RunMessage): Promise<RunReply> => {
    const reply = batch === null ? 'ended' : 'added'
    if (!fonts.ok) return { id, reply, result: fonts }
    if (!printer) throw new Error('no printer')
    return batch === null
      ? { id, reply: 'ended', result: await printer.end() }
      : { id, reply: 'added', result: await printer.add(batch) }
  }
  let last: Promise<void> = Promise.resolve()
  port.on('message', (message: RunMessage) => {
    last = last.then(async () => {
      const done = await answer(message)
      port.postMessage(
        done,
        partsOf(done).flatMap(({ bytes }) => transferable(bytes)),
      )
    })
  })
}

function partsOf(done: RunReply): readonly PdfResult[] {
  switch (done.reply) {
    case 'added':
    case 'ended':
      return done.result.ok ? done.result.value.parts : []
    default:
      return assertNever(done)
  }
}
