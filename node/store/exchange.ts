import type { FileFailure, JournalFailure } from '../../shared/ipc/contract'
import { toHex } from '../../shared/kernel/bytes'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import { err, ok, type Result } from '../../shared/kernel/result'
import { compareText, isCarriable, type Hlc, type StoredChange } from '../../shared/store'
import { parsePayload, readFrameChange } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import { isContentHash } from '../../shared/store/record-files'
import { namesOfAttachments } from './attachments'
import { attachmentsInFrames } from './named-attachments'
import { attachmentFile, hashOfName, TEMPLATES, under } from './layout'
import { sha256 } from './native-sha256'
import { quarantine } from './quarantine'
import { readSegment } from './scan-folder'
import { scanOnce } from './scan-once'
import { takeSegment, type FolderInside, type Taken } from './take-segment'
import { teamAreaIn, type TeamArea } from './team-area'
import { makeLastingDir, writeWhole } from './write-file'

/** A segment in the data folder as a team sees it. */
export interface LocalSegment {
  readonly writer: string
  readonly segment: number
  /** Never to be touched again: closed, or ended by what a later one says. [ST18] [ST19] */
  readonly ended: boolean
  /** Sequence of its first change. */
  readonly first: number
  readonly changes: number
  /** Bytes that count. */
  readonly bytes: number
  /** The chain behind its last change; '' when it holds none. */
  readonly chain: string
  /** Something in it cannot be read: a whole copy of it is taken in its place. [ST45] */
  readonly damaged: boolean
}

/** What a data folder gives to a team and takes from it: whole segments, templates, attachments. [TF16] [TF17] */
export interface Exchange {
  /** Of all writers or of one, by writer and number. */
  readonly segments: (writer?: string) => readonly LocalSegment[]
  /** Closes the present writer's open segment, if a change is in it. */
  readonly seal: () => Promise<Result<null, FileFailure>>
  /** A segment's bytes as they count; `damaged` when they are not what they were. */
  readonly bytesOf: (
    writer: string,
    segment: number,
  ) => Promise<Result<Uint8Array, FileFailure | { readonly type: 'Damaged' }>>
  /** The changes in a segment's bytes, in order, those of newer programs among them; what nobody could carry is left out. */
  readonly changesIn: (writer: string, bytes: Uint8Array) => readonly StoredChange[]
  /** Content hashes of the attachments that the changes in a segment's bytes name, in order; reads those alone that may name one. */
  readonly attachmentsIn: (writer: string, bytes: Uint8Array) => readonly string[]
  /** The chain behind the last change in a segment's bytes; null: there is none. */
  readonly chainOf: (bytes: Uint8Array) => string | null
  /** Every change of a segment here that can still be read, whatever else is wrong with it. */
  readonly changesOf: (
    writer: string,
    segment: number,
  ) => Promise<Result<readonly StoredChange[], FileFailure>>
  /** Takes a segment that came. Its bytes are judged here, not who signed them. */
  readonly take: (writer: string, segment: number, bytes: Uint8Array) => Promise<Result<Taken, FileFailure>>
  /**
   * Carries changes by the present writer, also those that stand in the folder under another name; twice changes nothing. What the writers
   * of `uncounted` carried counts as not carried.
   */
  readonly carry: (
    changes: readonly StoredChange[],
    uncounted?: ReadonlySet<string>,
  ) => Promise<Result<number, JournalFailure>>
  /** Those of the changes that the journals do not hold. */
  readonly lacking: (
    changes: readonly StoredChange[],
  ) => Promise<Result<readonly StoredChange[], FileFailure>>
  readonly pullClock: (hlc: Hlc) => void
  /** Content hashes of the templates that are here. */
  readonly templates: () => Promise<Result<readonly string[], FileFailure>>
  readonly template: (hash: string) => Promise<Result<Uint8Array, FileFailure>>
  /** Keeps the bytes of a template that came; its hash, or null when they are none. */
  readonly keepTemplate: (bytes: Uint8Array) => Promise<Result<string | null, FileFailure>>
  /** false: the bytes are not those of that hash. */
  readonly keepAttachment: (hash: string, bytes: Uint8Array) => Promise<Result<boolean, FileFailure>>
  readonly attachment: (hash: string) => Promise<Result<Uint8Array, FileFailure>>
  readonly hasAttachment: (hash: string) => Promise<boolean>
  /** Content hashes of attachments that changes name and that are not here, the latest named first. */
  readonly missingAttachments: () => Promise<Result<readonly string[], FileFailure>>
  /** What is kept here of the team folder. */
  readonly team: TeamArea
}

export function exchangeOf(inside: FolderInside): Exchange {
  const { files, folder, scan, reader, journal } = inside
  return {
    segments: (writer) => localSegments(inside, writer),
    seal: () => journal.seal(),
    bytesOf: async (writer, segment) => {
      const span = scan.histories.get(writer)?.spans.find((known) => known.segment === segment)
      const path = under(folder, span?.file ?? '')
      const bytes = span === undefined ? null : await readSegment(files, path)
      if (!span || !bytes) return err({ type: 'NotFound', path })
      const counted = bytes.subarray(0, span.whole)
      const { damaged, tail, frames } = scanOnce(counted)
      const isWhole = damaged.length === 0 && tail === null && (frames.at(-1)?.chain ?? '') === span.chain
      return isWhole ? ok(counted) : err({ type: 'Damaged' })
    },
    changesIn,
    attachmentsIn: (writer, bytes) => attachmentsInFrames(scanOnce(bytes).frames, writer),
    chainOf: (bytes) => scanOnce(bytes).frames.at(-1)?.chain ?? null,
    changesOf: async (writer, segment) => {
      const span = scan.histories.get(writer)?.spans.find((known) => known.segment === segment)
      const path = under(folder, span?.file ?? '')
      const bytes = span === undefined ? null : await readSegment(files, path)
      if (!span || !bytes) return err({ type: 'NotFound', path })
      return ok(changesIn(writer, bytes.subarray(0, span.whole)))
    },
    take: (writer, segment, bytes) => takeSegment(inside, writer, segment, bytes),
    carry: async (changes, uncounted) => {
      const isNew = ({ change, hash }: StoredChange) =>
        !scan.carriage.has(change.writer, change.seq, hash, uncounted)
      // Under its own name alone: how it came here does not matter to anyone.
      const plain = changes.filter(isNew).map(({ carriedBy: _, ...own }) => own)
      const carried = await journal.carryForks(plain)
      return carried.ok ? ok(carried.value.restored) : carried
    },
    lacking: async (changes) => {
      const lacking: StoredChange[] = []
      for (const stored of changes) {
        const held = await reader.holds(stored.change.writer, stored.change.seq, stored.hash)
        if (!held.ok) return held
        if (!held.value) lacking.push(stored)
      }
      return ok(lacking)
    },
    pullClock: (hlc) => {
      journal.pullClock(hlc)
    },
    templates: async () => {
      const listed = await files.list(under(folder, TEMPLATES))
      if (!listed.ok) return listed.error.type === 'NotFound' ? ok([]) : listed
      return ok(listed.value.flatMap(({ name }) => hashOfName(name) ?? []).sort(compareText))
    },
    template: (hash) => readContent(inside, `${TEMPLATES}/${hash}.json`, hash),
    keepTemplate: async (bytes) => {
      const json = parsePayload(bytes)
      if (!isObject(json) || typeof json.code !== 'string' || canonicalJson(json) !== textOf(bytes))
        return ok(null)
      const hash = toHex(sha256(bytes))
      const kept = await keepContent(inside, `${TEMPLATES}/${hash}.json`, hash, bytes)
      return kept.ok ? ok(hash) : kept
    },
    attachment: (hash) => readContent(inside, attachmentFile(hash), hash),
    missingAttachments: () => missingAttachments(inside),
    hasAttachment: async (hash) => (await files.stat(under(folder, attachmentFile(hash)))).ok,
    keepAttachment: async (hash, bytes) => {
      if (!isContentHash(hash) || toHex(sha256(bytes)) !== hash) return ok(false)
      const kept = await keepContent(inside, attachmentFile(hash), hash, bytes)
      return kept.ok ? ok(true) : kept
    },
    team: teamAreaIn(files, folder),
  }
}

async function missingAttachments({ files, folder, scan }: FolderInside) {
  const here = await namesOfAttachments(files, folder)
  if (!here.ok) return here
  const spans = [...scan.histories.values()].flatMap((history) => history.spans)
  const named = spans.sort((a, b) => a.created - b.created).flatMap((span) => span.named)
  return ok([...new Set(named.reverse())].filter((hash) => !here.value.has(hash)))
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function localSegments({ scan }: FolderInside, writer?: string): readonly LocalSegment[] {
  const histories = [...scan.histories.values()]
    .filter((history) => writer === undefined || history.writer === writer)
    .sort((a, b) => compareText(a.writer, b.writer))
  return histories.flatMap((history) =>
    history.spans
      .filter(({ first }) => first > 0)
      .map(({ segment, closed, first, last, whole, chain, damaged }) => ({
        writer: history.writer,
        segment,
        ended: closed || history.spans.some((later) => later.segment > segment),
        first,
        changes: last - first + 1,
        bytes: whole,
        chain,
        damaged,
      })),
  )
}

function changesIn(writer: string, bytes: Uint8Array): readonly StoredChange[] {
  return scanOnce(bytes)
    .frames.map((frame) => readFrameChange(frame, writer, sha256))
    .filter(isCarriable)
}

async function readContent(
  { files, folder }: FolderInside,
  file: string,
  hash: string,
): Promise<Result<Uint8Array, FileFailure>> {
  const path = under(folder, file)
  const bytes = await files.read(path)
  if (!bytes.ok) return bytes
  return toHex(sha256(bytes.value)) === hash
    ? bytes
    : err({ type: 'BadFile', path, reason: '内容与它的名称对不上' })
}

/** Puts what is named by its content in its place; damaged bytes that stand there go into quarantine first. */
async function keepContent(
  { files, folder }: FolderInside,
  file: string,
  hash: string,
  bytes: Uint8Array,
): Promise<Result<null, FileFailure>> {
  const path = under(folder, file)
  const there = await files.read(path)
  if (there.ok) {
    if (toHex(sha256(there.value)) === hash) return ok(null)
    const aside = await quarantine(files, folder)(file, 0, there.value)
    if (aside === '') return err({ type: 'BadFile', path, reason: '已损坏，且无法另存' })
  }
  const made = await makeLastingDir(files, under(folder, file.slice(0, file.lastIndexOf('/'))))
  return made.ok ? writeWhole(files, path, bytes) : made
}
