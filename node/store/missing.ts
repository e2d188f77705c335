import type { Finding } from '../../shared/ipc/contract'
import type { JournalReader } from './reader'
import type { JournalScan } from './scan-folder'

/**
 * Changes that a writer must have written and nobody in this folder has. In the folder of a team those that only a colleague's
 * carried changes stand behind are still arriving, where all that is here of their writer is sound. [ST48]
 */
export function missingIn(scan: JournalScan, reader: JournalReader): readonly Finding[] {
  const writers = new Set([...scan.histories.keys(), ...scan.carriage.writers()])
  return [...writers].flatMap((writer) => {
    const isSound = scan.histories.get(writer)?.sound ?? true
    return reader.line(writer).missing.map(({ from, to, isAhead }): Finding => {
      const finding = scan.isOfTeam && isAhead && isSound ? 'arriving' : 'missingChanges'
      return { finding, writer, from, to }
    })
  })
}
