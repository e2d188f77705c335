import type { StartFailure } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'
import type { FilePort } from '../store/file-port'
import { MARK } from '../store/layout'
import { keepNothing } from '../store/quarantine'
import { JournalReader } from '../store/reader'
import { scanJournals } from '../store/scan-folder'
import { readFolder, type ReadFolder, type VerifyProgress } from '../store/verify-folder'

/** Reads a data folder as `readFolder` does, also one whose mark is damaged and whose segments do not say which it is. */
export async function readHurtFolder(
  files: FilePort,
  folder: string,
  progress?: VerifyProgress,
): Promise<Result<ReadFolder, StartFailure>> {
  const read = await readFolder(files, folder, progress)
  if (read.ok || read.error.type !== 'BadFile') return read
  const scan = await scanJournals({ files, folder, id: null, keepAside: keepNothing })
  if (!scan.ok) return scan
  const reader = new JournalReader(files, folder, scan.value)
  const unmarked = { finding: 'damagedFile', file: MARK, kept: '' } as const
  return ok({ id: '', scan: scan.value, reader, findings: [unmarked, ...scan.value.findings] })
}
