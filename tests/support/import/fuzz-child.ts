import { READ_LIMITS } from '../../../node/import/limits'
import { readHere } from '../../../node/import/read-here'
import { customersTarget, findHeads, headKnowledge, readEntries } from '../../../shared/import'
import { chanceOf } from '../fuzz/chance'
import { mutated, originalOf, type Original } from './mutate'

/** What the process that reads hostile files is told. */
export interface FuzzTask {
  readonly seed: string
  readonly from: number
  readonly to: number
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** Said before a case and behind it: what came of it, in one word. */
export type FuzzMessage =
  | { readonly began: number }
  | { readonly ended: number; readonly as: string }
  | { readonly done: true; readonly peakMb: number }

const send = (message: FuzzMessage) =>
  new Promise<void>((resolve) => {
    process.send?.(message, undefined, undefined, () => {
      resolve()
    })
  })

const nobody = { person: () => undefined, customer: () => undefined }
const knowledge = headKnowledge(customersTarget)

/** Reads one file as far as a window would: to the entries of every sheet. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const read = await readHere(Buffer.from(bytes), READ_LIMITS)
  if (!read.ok) return read.error.type
  for (const sheet of read.value.sheets) {
    const heads = findHeads(sheet, knowledge.knows)
    if (!heads) continue
    const mapping = knowledge.guess(heads.row, heads.heads)
    readEntries({ sheet, target: customersTarget, mapping, names: nobody, newId: () => 'r1' })
  }
  return 'read'
}

async function work({ seed, from, to, files }: FuzzTask): Promise<void> {
  const originals: readonly Original[] = files.map(({ name, bytes }) => originalOf(name, bytes))
  for (let number = from; number < to; number++) {
    await send({ began: number })
    const chance = chanceOf(seed, number)
    await send({ ended: number, as: await outcomeOf(mutated(chance.pick(originals), chance)) })
  }
  await send({ done: true, peakMb: process.resourceUsage().maxRSS / 1024 })
  process.disconnect()
}

process.once('message', (task) => void work(task as FuzzTask))
