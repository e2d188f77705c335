import type { FileFailure, Finding, StartFailure, VerifyReport } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import { FORMAT } from '../../shared/store'
import { checkAttachments } from './attachments'
import type { FilePort } from './file-port'
import { ATTACHMENTS } from './layout'
import { lookAt } from './mark'
import { missingIn } from './missing'
import { keepNothing } from './quarantine'
import { JournalReader } from './reader'
import { scanJournals, type JournalScan } from './scan-folder'
import { readTemplates } from './templates'

/** How many bytes of how many have been read. */
export type VerifyProgress = (done: number, total: number) => void

/** A data folder that is only read, also while the program has it open: nothing is made, locked or copied. */
export interface ReadFolder {
  readonly id: string
  readonly scan: JournalScan
  readonly reader: JournalReader
  readonly findings: readonly Finding[]
}

/** How often a folder is read again when its journal grew meanwhile. */
const ATTEMPTS = 5

export async function readFolder(
  files: FilePort,
  folder: string,
  progress?: VerifyProgress,
): Promise<Result<ReadFolder, StartFailure>> {
  const place = await lookAt(files, folder)
  if (!place.ok) return place
  if (place.value.is === 'absent') return err({ type: 'NotFound', path: folder })
  if (place.value.is === 'other' || place.value.is === 'empty')
    return err({ type: 'NotADataFolder', path: folder })
  const { mark } = place.value
  const scan = await scanSettled(files, folder, mark.folder, progress)
  if (!scan.ok) return scan
  const reader = new JournalReader(files, folder, scan.value)
  const newer: readonly Finding[] =
    mark.format > FORMAT ? [{ finding: 'newerFolder', format: mark.format }] : []
  const unmarked: readonly Finding[] =
    place.value.is === 'unmarked' ? [{ finding: 'damagedFile', file: 'zhike.json', kept: '' }] : []
  const findings = [...newer, ...unmarked, ...scan.value.findings, ...missingIn(scan.value, reader)]
  return ok({ id: mark.folder, scan: scan.value, reader, findings })
}

/** A half frame at the end may be an append that is going on: then the file is longer the next time. */
async function scanSettled(
  files: FilePort,
  folder: string,
  id: string,
  progress?: VerifyProgress,
): Promise<Result<JournalScan, FileFailure>> {
  let scan = await scanJournals({ files, folder, id, keepAside: keepNothing, ...(progress && { progress }) })
  for (let attempt = 1; attempt < ATTEMPTS && scan.ok; attempt++) {
    const before = scan.value
    if (!before.findings.some(({ finding }) => finding === 'tornTail')) break
    const again = await scanJournals({ files, folder, id, keepAside: keepNothing })
    scan = again
    if (!again.ok || again.value.bytes === before.bytes) break
  }
  return scan
}

/** Whether every byte of a data folder is whole. Reads only. */
export async function verifyFolder(
  files: FilePort,
  folder: string,
  progress?: VerifyProgress,
): Promise<Result<VerifyReport, StartFailure>> {
  const report = await verifyJournals(files, folder, progress)
  return report.ok ? withAttachments(files, folder, report.value, progress) : report
}

/** Journals and templates, without attachments. */
async function verifyJournals(
  files: FilePort,
  folder: string,
  progress?: VerifyProgress,
): Promise<Result<VerifyReport, StartFailure>> {
  const read = await readFolder(files, folder, progress)
  if (!read.ok) return read
  const templates = await readTemplates(files, folder, keepNothing)
  if (!templates.ok) return templates
  const { scan, findings } = read.value
  return ok({
    files: scan.files + templates.value.templates.length + 1,
    changes: scan.changes,
    bytes: scan.bytes + templates.value.bytes,
    findings: [...findings, ...templates.value.findings],
  })
}

/** Attachments never change once they are there: saving may go on while they are read. */
async function withAttachments(
  files: FilePort,
  folder: string,
  { bytes, ...report }: VerifyReport,
  progress?: VerifyProgress,
): Promise<Result<VerifyReport, FileFailure>> {
  const checked = await checkAttachments(files, folder, (done, total) =>
    progress?.(bytes + done, bytes + total),
  )
  if (!checked.ok) return checked
  return ok({
    files: report.files + checked.value.files,
    changes: report.changes,
    bytes: bytes + checked.value.bytes,
    findings: [...report.findings, ...checked.value.findings],
  })
}

/** The same for a folder that is open, its journals read while nothing is appended; what cannot even be listed is a finding too. */
export async function verifyOpened(
  files: FilePort,
  folder: string,
  quietly: <T>(work: () => Promise<T>) => Promise<T>,
  progress?: VerifyProgress,
): Promise<VerifyReport> {
  const journals = await quietly(() => verifyJournals(files, folder, progress))
  const report = journals.ok ? await withAttachments(files, folder, journals.value, progress) : journals
  if (report.ok) return report.value
  if (journals.ok) {
    const unlisted: Finding = { finding: 'damagedFile', file: ATTACHMENTS, kept: '' }
    return { ...journals.value, findings: [...journals.value.findings, unlisted] }
  }
  const lost: Finding = { finding: 'damagedFile', file: 'zhike.json', kept: '' }
  return { files: 0, changes: 0, bytes: 0, findings: [lost] }
}
