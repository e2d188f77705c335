import type { PrintFailure } from '../../../shared/ipc/contract'
import type { Result } from '../../../shared/kernel/result'

/** Sheets that are set at the same time: as many as there are threads that paint. */
const AT_ONCE = 2

/** Why one file is not there: what it would have been called, and what happened. */
export interface NotWritten {
  readonly id: string
  readonly name: string
  readonly failure: PrintFailure | { readonly type: 'NoTemplate' }
}

export interface EachDone {
  readonly written: number
  readonly failed: readonly NotWritten[]
  /** Of those written, how many have characters that no font has. */
  readonly gapped: number
  /** Not tried any more: somebody stopped it, or the folder takes nothing. */
  readonly left: number
}

export interface EachParts<S> {
  readonly ids: readonly string[]
  /** The record's sheet; null while its form has not arrived. */
  readonly sheetOf: (id: string) => Promise<S | null>
  readonly nameOf: (sheet: S) => string
  /** `missing`: characters that no font has. */
  readonly write: (
    sheet: S,
    name: string,
  ) => Promise<Result<{ readonly missing: readonly string[] }, PrintFailure>>
  readonly onProgress: (done: number) => void
  readonly isStopped: () => boolean
}

/** A file for each record, one after another: at no time more than a few sheets are held. One that fails is named, and the others go on. */
export async function printEach<S>(parts: EachParts<S>): Promise<EachDone> {
  const { ids, sheetOf, nameOf, write, onProgress, isStopped } = parts
  const failed: NotWritten[] = []
  let next = 0
  let written = 0
  let gapped = 0
  let isFolderGone = false
  const one = async (id: string): Promise<void> => {
    const sheet = await sheetOf(id)
    if (sheet === null) {
      failed.push({ id, name: '', failure: { type: 'NoTemplate' } })
      return
    }
    const name = nameOf(sheet)
    const done = await write(sheet, name)
    if (done.ok) {
      written += 1
      if (done.value.missing.length > 0) gapped += 1
    } else {
      failed.push({ id, name, failure: done.error })
      isFolderGone ||= takesNothing(done.error)
    }
  }
  /** What nobody expected is a failure of this one, too: the dialog must come to its end. */
  const oneOrNamed = (id: string): Promise<void> =>
    one(id).catch((error: unknown) => {
      failed.push({ id, name: '', failure: { type: 'PrintFailed', reason: String(error) } })
    })
  const worker = async (): Promise<void> => {
    for (;;) {
      const id = ids[next]
      if (id === undefined || isFolderGone || isStopped()) return
      next += 1
      await oneOrNamed(id)
      onProgress(written + failed.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { written, failed, gapped, left: ids.length - written - failed.length }
}

/** Failures that every further file would meet as well. */
function takesNothing({ type }: PrintFailure): boolean {
  return (
    type === 'DiskFull' ||
    type === 'NotWritable' ||
    type === 'NotFound' ||
    type === 'ReadOnly' ||
    type === 'FontMissing'
  )
}
