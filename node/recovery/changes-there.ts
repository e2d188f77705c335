import { FORMAT, isWriterId, type StoredChange } from '../../shared/store'
import { readFrameChange } from '../../shared/store/payload'
import { scanSegment } from '../../shared/store/segment'
import type { Finding } from '../../shared/ipc/contract'
import { asideFiles } from '../store/aside-files'
import type { FilePort } from '../store/file-port'
import { segmentNumber, under, WRITERS } from '../store/layout'
import { sha256 } from '../store/native-sha256'
import { readSegment, type JournalScan } from '../store/scan-folder'

/**
 * Changes out of one file. journal: they count. newer: of a segment that a newer program wrote, as far as this one reads it.
 * copy: of a segment of this folder under a name that is none (a cloud drive's copy). aside: set aside in quarantine.
 */
export interface ChangesInFile {
  readonly file: string
  readonly from: 'journal' | 'newer' | 'copy' | 'aside'
  readonly changes: readonly StoredChange[]
  /** Length of the file, 0 for one that was read before. */
  readonly bytes: number
}

/** Every change of a data folder that can be read anywhere in it, a file at a time; one may come several times. */
export async function* changesThere(
  files: FilePort,
  folder: string,
  id: string,
  scan: Pick<JournalScan, 'histories' | 'findings'>,
): AsyncGenerator<ChangesInFile> {
  for (const { writer, spans } of scan.histories.values()) {
    for (const { file, whole } of spans) {
      const bytes = await readSegment(files, under(folder, file))
      if (bytes === null) continue
      const { frames } = scanSegment(bytes, sha256, Math.min(whole, bytes.length))
      const changes = frames.map((frame) => readFrameChange(frame, writer, sha256))
      yield { file, from: 'journal', changes, bytes: bytes.length }
    }
  }
  for (const file of scan.findings.flatMap((finding) => unreadSegment(finding) ?? [])) {
    const bytes = await readSegment(files, under(folder, file))
    const found = bytes === null ? null : scanSegment(bytes, sha256)
    if (!found?.header) continue
    const { header } = found
    // Another folder's segment is another firm's: it is never mixed in.
    if (header.folder !== id || !isWriterId(header.writer)) continue
    const changes = found.frames.map((frame) => readFrameChange(frame, header.writer, sha256))
    yield { file, from: header.format > FORMAT ? 'newer' : 'copy', changes, bytes: 0 }
  }
  for await (const { file, changes } of asideFiles(files, folder))
    yield { file, from: 'aside', changes, bytes: 0 }
}

/** The file among journals that a finding says was passed over, where it may be a segment. */
function unreadSegment(finding: Finding): string | null {
  if (finding.finding !== 'strangeFile' && finding.finding !== 'newerSegment') return null
  const { file } = finding
  const [top, , name, ...more] = file.split('/')
  if (top !== WRITERS || name === undefined || more.length > 0) return null
  return finding.finding === 'newerSegment' || /\.seg\b/i.test(name) || segmentNumber(name) !== null
    ? file
    : null
}
