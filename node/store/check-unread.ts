import type { Finding } from '../../shared/ipc/contract'
import type { FilePort } from './file-port'
import type { Journal } from './journal'
import { bytesHold, type KnownSegments } from './known-segments'
import { under } from './layout'
import { missingIn } from './missing'
import type { JournalReader } from './reader'
import { scanJournals, type JournalScan, type KeepAside } from './scan-folder'

export interface CheckParts {
  readonly files: FilePort
  readonly folder: string
  /** The folder's id. */
  readonly id: string
  readonly readOnly: boolean
  readonly scan: JournalScan
  readonly reader: JournalReader
  readonly journal: Journal
  readonly keepAside: KeepAside
  readonly remember: (known: KnownSegments) => Promise<void>
}

export interface UnreadCheck {
  /** Reads the bytes that the opening passed over, a piece at a time; answers what it found. Once: later calls answer the same. */
  readonly check: () => Promise<readonly Finding[]>
  /** Reads everything anew, as an opening that remembers nothing does; answers the findings that are new. */
  readonly readAnew: () => Promise<readonly Finding[]>
}

/** What an opening left unread is read after it, and what is wrong with it is found just as the opening would have. [ST42] */
export function checkUnread(parts: CheckParts): UnreadCheck {
  let checked: Promise<readonly Finding[]> | null = null
  let anew: Promise<readonly Finding[]> | null = null
  const readAnew = () => (anew ??= parts.journal.between(() => takeAnew(parts)))
  const check = async () => anew ?? ((await allHold(parts)) ? [] : readAnew())
  return { check: () => (checked ??= check()), readAnew }
}

async function allHold({ files, folder, scan, reader }: CheckParts): Promise<boolean> {
  let since = 0
  const heard = async (bytes: number) => {
    since += bytes + FILE_COST
    if (since < REST_AFTER) return
    since = 0
    await rest()
  }
  for (const known of scan.unread) {
    if (reader.doubtful || !(await bytesHold(files, under(folder, known.file), known, heard))) return false
  }
  return true
}

/** After so many bytes others have their turn; opening a small file takes as long as reading so many. */
const REST_AFTER = 1024 * 1024
const FILE_COST = 64 * 1024
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

async function takeAnew(parts: CheckParts): Promise<readonly Finding[]> {
  const { files, folder, id, readOnly, scan, reader, journal, keepAside, remember } = parts
  await remember(new Map())
  const before = new Set(
    [...scan.findings, ...missingIn(scan, reader)].map((finding) => JSON.stringify(finding)),
  )
  const again = await scanJournals({ files, folder, id, keepAside })
  if (!again.ok) return []
  const { histories, carriage, findings, known } = again.value
  scan.histories.clear()
  for (const [writer, history] of histories) scan.histories.set(writer, history)
  scan.carriage = carriage
  scan.known.clear()
  for (const [file, segment] of known) scan.known.set(file, segment)
  scan.unread = []
  reader.forgetAll()
  const old = journal.writer
  const isNew = (finding: Finding) => !before.has(JSON.stringify(finding))
  const found: Finding[] = findings.filter(isNew)
  if (!readOnly && (await journal.takeAnew())) {
    found.push({ finding: 'newWriter', before: old, writer: journal.writer })
  }
  scan.findings.push(...found)
  return [...found, ...missingIn(scan, reader).filter(isNew)]
}

/** What is read of segments that turn out to be other than they were remembered is read again. */
export async function sureOf<T>(
  reader: JournalReader,
  unread: UnreadCheck,
  read: () => Promise<T>,
): Promise<T> {
  const found = await read()
  if (!reader.doubtful) return found
  await unread.readAnew()
  return read()
}
