import type { Template } from '../../../shared/forms/template'
import type { PrintFailure } from '../../../shared/ipc/contract'
import type { RunBatch, RunSent, RunSheet, RunSheetDone } from '../../../shared/ipc/print-run'
import type { Result } from '../../../shared/kernel/result'

/** Sheets that are sent at once: some tenths of a second of painting. */
const BATCH = 20
/** Sheets that are read side by side: the working copy answers several questions in the time of one. */
const READ_AT_ONCE = 5
/** Bytes of attachments that are sent at once. */
const BATCH_BYTES = 16_000_000

/** One sheet, ready to be printed. */
export interface PreparedSheet {
  readonly sheet: Omit<RunSheet, 'form'>
  readonly template: Template
  /** The version of its form: sent once in a run. */
  readonly version: string
  /** What a person calls it. */
  readonly called: string
  /** Names of attachments that are not printed behind it. */
  readonly lacking: readonly string[]
}

/** What a sheet needs and this computer does not have. */
export type NotThere = { readonly type: 'NoTemplate' } | { readonly type: 'NoCustomer' }

/** A sheet that cannot be read yet, with what a person calls it. */
export interface NotPrepared {
  readonly called: string
  readonly notThere: NotThere['type']
}

/** Why one sheet is not printed. */
export interface NotPrinted {
  readonly id: string
  /** Empty where not even that is known. */
  readonly called: string
  readonly failure: PrintFailure | NotThere
}

export interface RunOutcome {
  readonly printed: number
  readonly failed: readonly NotPrinted[]
  /** Printed with characters that no font has: what these are called. */
  readonly gapped: readonly string[]
  /** Printed without some of their attachments. */
  readonly lacking: readonly { readonly called: string; readonly files: readonly string[] }[]
  /** Not tried any more: somebody stopped it, or the run came to an end. */
  readonly left: number
  /** What ended the run before its time. */
  readonly ended: PrintFailure | null
  /** What those are called that were given to the run, in its order. */
  readonly asked: readonly string[]
}

/** What a printer really took of a run: a painted sheet waits in its part until that is full. */
export function asSent(
  outcome: RunOutcome,
  { sheets, last }: RunSent,
): RunOutcome & { readonly last: string } {
  const { asked, printed, left } = outcome
  return {
    ...outcome,
    printed: sheets,
    left: Math.max(0, printed + left - sheets),
    last: last === null ? '' : (asked[last] ?? ''),
  }
}

export interface RunParts {
  readonly ids: readonly string[]
  /** The sheet of one. `place`: 0…. */
  readonly prepare: (id: string, place: number) => Promise<PreparedSheet | NotPrepared>
  readonly add: (batch: RunBatch) => Promise<Result<readonly RunSheetDone[], PrintFailure>>
  /** So many are through, printed or not. */
  readonly onProgress: (done: number) => void
  readonly isStopped: () => boolean
}

interface Asked {
  readonly id: string
  readonly prepared: PreparedSheet
}

interface Batch {
  readonly asked: readonly Asked[]
  readonly failed: readonly NotPrinted[]
}

/**
 * Prints one sheet after the other, some at a time: the next ones are read while those before are painted, and at no time more than two
 * batches are held. One that fails is named, and the others go on.
 */
export async function runPrints(parts: RunParts): Promise<RunOutcome> {
  const { ids, add, onProgress, isStopped } = parts
  const outcome = new Gathered()
  const known = new Map<string, number>()
  let next = 0
  const read = async (): Promise<Batch> => {
    const batch = await readBatch(parts, next)
    next += batch.asked.length + batch.failed.length
    return batch
  }
  let reading = read()
  for (;;) {
    const batch = await reading
    if (isStopped() || outcome.ended !== null) break
    outcome.failed.push(...batch.failed)
    if (batch.asked.length === 0 && batch.failed.length === 0) break
    reading = read()
    outcome.asked.push(...batch.asked.map(({ prepared }) => prepared.called))
    const done = batch.asked.length === 0 ? null : await add(asBatch(batch.asked, known))
    if (isStopped()) break
    if (done?.ok === false) outcome.ended = done.error
    else outcome.take(batch.asked, done?.value ?? [])
    onProgress(outcome.through)
  }
  // The last reading is nobody's any more, but it must have ended.
  await reading
  return outcome.of(ids.length)
}

/** What has come of the sheets so far. */
class Gathered {
  readonly failed: NotPrinted[] = []
  readonly asked: string[] = []
  ended: PrintFailure | null = null
  private printed = 0
  private readonly gapped: string[] = []
  private readonly lacking: RunOutcome['lacking'][number][] = []

  get through(): number {
    return this.printed + this.failed.length
  }

  take(asked: readonly Asked[], done: readonly RunSheetDone[]): void {
    asked.forEach(({ id, prepared: { called, lacking } }, at) => {
      const one = done[at]
      if (!one) return
      if (!one.ok) {
        // Of what ends the run one says it for all: the others are left, as those behind them.
        if (takesNothing(one.error)) this.ended ??= one.error
        else this.failed.push({ id, called, failure: one.error })
        return
      }
      this.printed += 1
      if (one.value.missing.length > 0) this.gapped.push(called)
      if (lacking.length > 0) this.lacking.push({ called, files: lacking })
    })
  }

  of(count: number): RunOutcome {
    const { printed, failed, gapped, lacking, ended, asked } = this
    return { printed, failed, gapped, lacking, ended, asked, left: count - this.through }
  }
}

async function readBatch({ ids, prepare, isStopped }: RunParts, from: number): Promise<Batch> {
  const asked: Asked[] = []
  const failed: NotPrinted[] = []
  const end = Math.min(from + BATCH, ids.length)
  let bytes = 0
  for (let at = from; at < end && bytes <= BATCH_BYTES && !isStopped(); at += READ_AT_ONCE) {
    const some = ids.slice(at, Math.min(at + READ_AT_ONCE, end))
    const read = await Promise.all(some.map((id, i) => readOne(prepare, id, at + i)))
    for (const one of read) {
      if ('failure' in one) failed.push(one)
      else {
        asked.push(one)
        bytes += extraBytes(one.prepared)
      }
    }
  }
  return { asked, failed }
}

async function readOne(prepare: RunParts['prepare'], id: string, place: number): Promise<Asked | NotPrinted> {
  try {
    const prepared = await prepare(id, place)
    if (!('notThere' in prepared)) return { id, prepared }
    return { id, called: prepared.called, failure: { type: prepared.notThere } }
  } catch (error) {
    // What nobody expected is a failure of this one, too: the dialog must come to its end.
    const reason = error instanceof Error ? error.message : String(error)
    return { id, called: '', failure: { type: 'PrintFailed', reason } }
  }
}

const extraBytes = ({ sheet: { extras = [] } }: PreparedSheet): number =>
  extras.reduce((sum, extra) => sum + (extra.page === 'picture' ? extra.bytes.length : 0), 0)

/** The sheets with the forms that the run does not know yet. */
function asBatch(asked: readonly Asked[], known: Map<string, number>): RunBatch {
  const forms: Template[] = []
  const sheets = asked.map(({ prepared: { sheet, template, version } }): RunSheet => {
    let form = known.get(version)
    if (form === undefined) {
      form = known.size
      known.set(version, form)
      forms.push(template)
    }
    return { ...sheet, form }
  })
  return { forms, sheets }
}

/** Failures that every further sheet would meet as well. */
function takesNothing({ type }: PrintFailure): boolean {
  return (
    type === 'DiskFull' ||
    type === 'NotWritable' ||
    type === 'NotFound' ||
    type === 'ReadOnly' ||
    type === 'FontMissing'
  )
}
