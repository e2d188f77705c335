import { toHex } from '../../shared/kernel/bytes'
import type { Template } from '../../shared/forms/template'
import type {
  FileFailure,
  Finding,
  HeldDraft,
  JournalFailure,
  StartFailure,
  VerifyReport,
} from '../../shared/ipc/contract'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import { err, ok, type Result } from '../../shared/kernel/result'
import {
  FORMAT,
  isCarriable,
  layersOf,
  type Cursor,
  type NewChange,
  type StoredChange,
} from '../../shared/store'
import { bringBackAside } from './aside-files'
import { attachmentsIn, type Attachments } from './attachments'
import { checkUnread, sureOf, type UnreadCheck } from './check-unread'
import { rememberedLetter, rememberedWriter, rememberLetter, rememberWriter } from './computers'
import { draftsIn, setDamagedDraftsAside, type Drafts } from './drafts'
import { exchangeOf, type Exchange } from './exchange'
import type { FilePort, FileResult } from './file-port'
import { noteHeld, unheldDrafts } from './held-drafts'
import { Journal } from './journal'
import { recallSegments, rememberSegments, type KnownSegments } from './known-segments'
import { MARK, TEMPORARY, under, WRITERS } from './layout'
import { sha256 } from './native-sha256'
import { createFolder, lookAt, writeMark, type Mark } from './mark'
import { missingIn } from './missing'
import { keepNothing, quarantine } from './quarantine'
import { readOnlyExchange } from './read-only-exchange'
import { JournalReader } from './reader'
import { scanJournals, type JournalScan } from './scan-folder'
import { setAside } from './set-aside'
import { readTemplates, templateKeeper, templatesFrom, type KeptTemplate } from './templates'
import { verifyOpened, type VerifyProgress } from './verify-folder'

export interface OpenFolderOptions {
  /** Absolute path. A new data folder is made where nothing stands. */
  readonly path: string
  readonly files: FilePort
  readonly clock: Clock
  readonly random: RandomBytes
  readonly appVersion: string
  /** A stable name of this computer, so that a copy of the folder on another one writes under another name. */
  readonly computer?: string
  /** A file outside of the folder for what is remembered of closed segments; absent: everything is read. [ST42] */
  readonly memory?: string
  /** The id of a new data folder: that of the team which it joins. Absent: a random one. [TF1] */
  readonly id?: string
  /** Names new writers; absent: at random. In a team they are made with the computer's key. [TF2] */
  readonly newWriter?: () => string
  /** Told the folder's id before a writer is chosen. */
  readonly prepare?: (id: string) => Promise<void>
}

/** An open data folder: the journals, the templates and the drafts. Nothing in it throws for a failing disk. */
export interface DataFolder {
  /** 32 hex digits, given once when the folder was made. */
  readonly id: string
  readonly path: string
  readonly readOnly: boolean
  /** Whether it was made by this opening. */
  readonly created: boolean
  /** The writer that the next change will be written by. */
  readonly writer: string
  /** What the person is told. */
  readonly findings: readonly Finding[]
  /** How far every writer's history reaches, carried changes included. */
  readonly ends: () => readonly Cursor[]
  /** A writer's changes after sequence `after`, in order, at most `limit`; an empty page is the end. */
  readonly read: (
    writer: string,
    after: number,
    limit: number,
  ) => Promise<Result<readonly StoredChange[], JournalFailure>>
  /** The same as one text, a line for each, which `readLine` reads (shared/store/page-line); '' is the end. */
  readonly readText: (writer: string, after: number, limit: number) => Promise<Result<string, JournalFailure>>
  /** Writes changes as one: all of them or none are there, and they are flushed before the answer. */
  readonly append: (
    changes: readonly NewChange[],
    held?: HeldDraft,
  ) => Promise<Result<readonly StoredChange[], JournalFailure>>
  /** Writes what only a working copy still has into the journal again, under its own name. Twice changes nothing. */
  readonly restore: (
    changes: readonly StoredChange[],
  ) => Promise<Result<{ readonly restored: number }, JournalFailure>>
  /**
   * Writes changes into a file of their own in quarantine, flushed before the answer: what only a working copy has, until
   * a person decides. `kept` is its path in the folder; the same changes again write nothing. [ST29]
   */
  readonly setAside: (
    changes: readonly StoredChange[],
  ) => Promise<Result<{ readonly kept: string }, JournalFailure>>
  /** Writes everything that `setAside` ever put into quarantine into the journal again; what is there is passed over. [ST29] */
  readonly bringBackAside: () => Promise<
    Result<{ readonly restored: number; readonly unreadable: number }, JournalFailure>
  >
  /** The letter that this computer's numbers bear; '' where it never belonged to a team. [TF14] */
  readonly letter: () => Promise<string>
  readonly keepLetter: (letter: string) => Promise<Result<null, FileFailure>>
  /** A new writer writes from now on. */
  readonly fork: () => Promise<Result<{ readonly writer: string }, JournalFailure>>
  readonly keepTemplate: (template: Template) => Promise<Result<{ hash: string }, JournalFailure>>
  readonly templates: () => Promise<Result<readonly KeptTemplate[], JournalFailure>>
  readonly drafts: Omit<Drafts, 'removeIf'>
  readonly attachments: Attachments
  /** What a team folder gets from here and brings here. */
  readonly exchange: Exchange
  /** Reads what the opening passed over, gently, and answers what it found. Later calls answer the same. [ST42] */
  readonly checkUnread: () => Promise<readonly Finding[]>
  /** Reads everything again from the disk. */
  readonly verify: (progress?: VerifyProgress) => Promise<VerifyReport>
  /** Runs something while nothing is being appended, such as a backup. */
  readonly quietly: <T>(work: () => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** Opens a data folder or makes a new one. Damage never stops it: what is whole is read, the rest is told. */
export async function openDataFolder(options: OpenFolderOptions): Promise<Result<DataFolder, StartFailure>> {
  const { path, files, clock, random } = options
  const place = await lookAt(files, path)
  if (!place.ok) return place
  switch (place.value.is) {
    case 'other':
      return err({ type: 'NotADataFolder', path })
    case 'absent':
    case 'empty': {
      const mark = await createFolder(files, path, clock, options.id ?? toHex(random(16)))
      return mark.ok ? openMarked(options, mark.value, { created: true, unmarked: false }) : mark
    }
    case 'unmarked':
      return openMarked(options, place.value.mark, { created: false, unmarked: true })
    case 'dataFolder':
      return openMarked(options, place.value.mark, { created: false, unmarked: false })
  }
}

async function openMarked(
  options: OpenFolderOptions,
  mark: Mark,
  { created, unmarked }: { readonly created: boolean; readonly unmarked: boolean },
): Promise<Result<DataFolder, StartFailure>> {
  const { path, files } = options
  await options.prepare?.(mark.folder)
  const newer = mark.format > FORMAT
  const readOnly = newer || (!created && !(await isWritable(files, path)))
  const keepAside = readOnly ? keepNothing : quarantine(files, path)
  const { memory } = options
  const known = memory === undefined ? new Map() : await recallSegments(files, memory, mark.folder)
  const scan = await scanJournals({ files, folder: path, id: mark.folder, keepAside, known })
  if (!scan.ok) return scan
  const remember = async (segments: KnownSegments) => {
    if (memory !== undefined) await rememberSegments(files, memory, mark.folder, segments)
  }
  if (scan.value.unread.length < scan.value.known.size || known.size > scan.value.known.size)
    await remember(scan.value.known)
  const { findings } = scan.value
  if (newer) findings.unshift({ finding: 'newerFolder', format: mark.format })
  if (unmarked && !readOnly) {
    const repaired = await restoreMark(files, path, mark, keepAside)
    if (!repaired.ok) return repaired
    findings.push({ finding: 'markRestored', folder: mark.folder })
  }
  if (!readOnly) findings.push(...(await setDamagedDraftsAside(files, path, keepAside)))
  const templates = await readTemplates(files, path, keepAside)
  if (templates.ok) findings.push(...templates.value.findings)
  const reader = new JournalReader(files, path, scan.value)
  const writer = await writerToGoOnWith(options, scan.value, readOnly)
  if (!writer.ok) return writer
  const journal = journalOf(options, mark, scan.value, reader, writer.value)
  if (!readOnly) {
    await flushOpenEnd(files, path, scan.value, writer.value)
    await healForks(journal, scan.value, reader)
  }
  const unread = checkUnread({
    files,
    folder: path,
    id: mark.folder,
    readOnly,
    scan: scan.value,
    reader,
    journal,
    keepAside,
    remember,
  })
  const writable = exchangeOf({
    files,
    folder: path,
    id: mark.folder,
    scan: scan.value,
    reader,
    journal,
    keepAside,
  })
  const exchange = readOnly ? readOnlyExchange(writable, path) : writable
  const ended = () => remember(scan.value.known)
  return ok(
    assemble(options, mark, {
      scan: scan.value,
      reader,
      journal,
      unread,
      exchange,
      templates: templatesFrom(files, path, templates.ok ? templates.value.templates : []),
      readOnly,
      created,
      ended,
    }),
  )
}

/** Whether a file can be made here. A full disk is writable: reading must go on, and saving will say what is wrong. */
async function isWritable(files: FilePort, folder: string): Promise<boolean> {
  const path = under(folder, `probe${TEMPORARY}`)
  const created = await files.createNew(path)
  if (!created.ok) return created.error.type === 'DiskFull' || created.error.type === 'Exists'
  await created.value.close()
  await files.remove(path)
  return true
}

async function restoreMark(
  files: FilePort,
  folder: string,
  mark: Mark,
  keepAside: ReturnType<typeof quarantine>,
): FileResult<null> {
  const damaged = await files.read(under(folder, MARK))
  if (damaged.ok) await keepAside(MARK, 0, damaged.value)
  return writeMark(files, folder, mark)
}

/** The writer that this computer was, while its history is sound; otherwise a new one, and the person is told. [ST4] */
async function writerToGoOnWith(
  { path, files, random, newWriter, computer = '' }: OpenFolderOptions,
  { histories, findings }: JournalScan,
  readOnly: boolean,
): FileResult<string> {
  const remembered = await rememberedWriter(files, path, computer)
  if (!remembered.ok) return remembered
  const before = remembered.value
  const history = before === null ? undefined : histories.get(before)
  if (before !== null && history?.sound === true) return ok(before)
  const writer = newWriter?.() ?? toHex(random(8))
  // A name that has written nothing yet (or whose files are all gone) is not used again: no one can say which it is.
  if (before !== null && history !== undefined && !readOnly)
    findings.push({ finding: 'newWriter', before, writer })
  return ok(writer)
}

function journalOf(
  { path, files, clock, random, appVersion, newWriter, computer = '' }: OpenFolderOptions,
  mark: Mark,
  scan: JournalScan,
  reader: JournalReader,
  writer: string,
): Journal {
  const parts = {
    files,
    folder: path,
    folderId: mark.folder,
    program: appVersion,
    scan,
    reader,
    clock,
    newWriter: () => {
      const another = newWriter ?? (() => toHex(random(8)))
      let writer = another()
      while (scan.histories.has(writer)) writer = another()
      return writer
    },
    rememberWriter: (id: string) => rememberWriter(files, path, computer, id),
  }
  return new Journal(parts, writer)
}

/**
 * What a killed program had written but not flushed can be read now and be lost with the next power cut: it is flushed
 * before anyone is told that it is there.
 */
async function flushOpenEnd(
  files: FilePort,
  folder: string,
  scan: JournalScan,
  writer: string,
): Promise<void> {
  const last = scan.histories.get(writer)?.spans.at(-1)
  await files.flushDir(folder)
  if (last === undefined) return
  for (const dir of [WRITERS, `${WRITERS}/${writer}`]) await files.flushDir(under(folder, dir))
  if (last.closed) return
  const handle = await files.openAppend(under(folder, last.file))
  if (!handle.ok) return
  await handle.value.flush()
  await handle.value.close()
}

/** Two changes of one name in a writer's own files: the second is carried, so that every reader comes by it. */
async function healForks(journal: Journal, scan: JournalScan, reader: JournalReader): Promise<void> {
  const changes: StoredChange[] = []
  for (const { writer, forks } of scan.histories.values()) {
    for (const { file, seq, hash } of forks) {
      if (scan.carriage.has(writer, seq, hash) || (await isInLine(reader, writer, seq, hash))) continue
      const stored = await reader.changeIn(writer, file, hash)
      if (stored !== null && isCarriable(stored)) changes.push(stored)
    }
  }
  if (changes.length > 0) await journal.carryForks(changes)
}

/** Whether this very change stands in the writer's line: of a second frame, whether it is only a copy of the first. */
async function isInLine(reader: JournalReader, writer: string, seq: number, hash: string): Promise<boolean> {
  const page = await reader.page(writer, seq - 1, 1)
  const first = page.ok ? page.value[0] : undefined
  return first !== undefined && layersOf(first, sha256).at(-1)?.payload.hash === hash
}

interface FolderParts {
  readonly scan: JournalScan
  readonly reader: JournalReader
  readonly journal: Journal
  readonly unread: UnreadCheck
  readonly exchange: Exchange
  readonly templates: DataFolder['templates']
  /** Remembers what is known of closed segments. */
  readonly ended: () => Promise<void>
  readonly readOnly: boolean
  readonly created: boolean
}

function assemble(
  { path, files, computer = '' }: OpenFolderOptions,
  mark: Mark,
  { scan, reader, journal, unread, exchange, templates, readOnly, created, ended }: FolderParts,
): DataFolder {
  const refused = err<FileFailure>({ type: 'ReadOnly', path })
  const guarded =
    <A extends readonly unknown[], T, E>(work: (...args: A) => Promise<Result<T, E>>) =>
    (...args: A): Promise<Result<T, E | FileFailure>> =>
      readOnly ? Promise.resolve(refused) : work(...args)
  const drafts = draftsIn(files, path)
  const attachments = attachmentsIn(files, path)
  return {
    id: mark.folder,
    path,
    readOnly,
    created,
    get writer() {
      return journal.writer
    },
    get findings() {
      return [...scan.findings, ...missingIn(scan, reader)]
    },
    ends: () => reader.ends(),
    read: (writer, after, limit) => sureOf(reader, unread, () => reader.page(writer, after, limit)),
    readText: (writer, after, limit) => sureOf(reader, unread, () => reader.text(writer, after, limit)),
    checkUnread: unread.check,
    append: guarded((changes, held) =>
      journal.append(changes, held && ((last) => noteHeld(files, path, held, last))),
    ),
    restore: guarded((changes) => journal.restore(changes)),
    setAside: guarded((changes) => journal.between(() => setAside(files, path, changes))),
    bringBackAside: guarded(() => bringBackAside(files, path, (changes) => journal.restore(changes))),
    letter: async () => {
      const letter = await rememberedLetter(files, path, computer)
      return letter.ok ? letter.value : ''
    },
    keepLetter: guarded((letter) => journal.between(() => rememberLetter(files, path, computer, letter))),
    fork: guarded(() => journal.fork()),
    keepTemplate: guarded(templateKeeper(files, path)),
    templates,
    drafts: {
      put: guarded(drafts.put),
      list: () =>
        unheldDrafts({ files, folder: path, drafts, readOnly }, ({ writer, seq, hash }) =>
          isInLine(reader, writer, seq, hash),
        ),
      remove: guarded(drafts.remove),
    },
    attachments: { ...attachments, keep: guarded(attachments.keep) },
    exchange,
    verify: (progress) => verifyOpened(files, path, (work) => journal.between(work), progress),
    quietly: (work) => journal.between(work),
    close: async () => {
      await journal.close()
      if (!readOnly) await ended()
    },
  }
}
