import type { Finding } from '../../shared/ipc/contract'
import type { JournalReader } from './reader'
import type { JournalScan } from './scan-folder'

/** Changes that a writer must have written and nobody in this folder has. */
export function missingIn(scan: JournalScan, reader: JournalReader): readonly Finding[] {
  const writers = new Set([...scan.histories.keys(), ...scan.carriage.writers()])
  return [...writers].flatMap((writer) =>
    reader
      .line(writer)
      .missing.map(({ from, to }): Finding => ({ finding: 'missingChanges', writer, from, to })),
  )
}
