import type { Cursor } from './change'
import { compareText } from './dot'

/**
 * How a working copy stands to the journal for one writer. `behind`: the journal holds more; `ahead`: the copy holds
 * more, so the journal has lost something or an older data folder was restored; `diverged`: as long, but different.
 * Whether `behind` and `ahead` are one history with a shorter end is seen when reading on: `follows`.
 */
export interface EndComparison {
  readonly writer: string
  readonly standing: 'same' | 'behind' | 'ahead' | 'diverged'
  /** The journal's end; absent when it has nothing of this writer. */
  readonly journal?: Cursor
  /** The working copy's end; absent when it has nothing of this writer. */
  readonly copy?: Cursor
}

/** Compares the journal's ends with a working copy's cursors, writer by writer, in order of writer. */
export function compareEnds(ends: readonly Cursor[], cursors: readonly Cursor[]): readonly EndComparison[] {
  const journals = new Map(ends.map((end) => [end.writer, end]))
  const copies = new Map(cursors.map((cursor) => [cursor.writer, cursor]))
  const writers = [...new Set([...journals.keys(), ...copies.keys()])].sort(compareText)
  return writers.map((writer) => {
    const journal = journals.get(writer)
    const copy = copies.get(writer)
    return {
      writer,
      standing: standingOf(journal, copy),
      ...(journal === undefined ? {} : { journal }),
      ...(copy === undefined ? {} : { copy }),
    }
  })
}

function standingOf(journal: Cursor | undefined, copy: Cursor | undefined): EndComparison['standing'] {
  if (copy === undefined) return 'behind'
  if (journal === undefined) return 'ahead'
  if (journal.seq !== copy.seq) return copy.seq < journal.seq ? 'behind' : 'ahead'
  return journal.chain === copy.chain ? 'same' : 'diverged'
}
