import type { Finding, StartFailure } from '../../shared/ipc/contract'
import type { HurtAttachment, LostChanges, Survey, SurveyFailure } from '../../shared/ipc/recovery'
import { MOST_CONCERNED } from '../../shared/ipc/recovery'
import { err, ok, type Result } from '../../shared/kernel/result'
import {
  foldChanges,
  parseDot,
  type EntityRef,
  type EntityState,
  type StoredChange,
} from '../../shared/store'
import { knownEdits } from '../../shared/store/read-edit'
import { filesOf, isContentHash } from '../../shared/store/record-files'
import { asideStanding, isAsideName, quarantined } from '../store/aside-files'
import { checkAttachments, namesOfAttachments } from '../store/attachments'
import type { FilePort } from '../store/file-port'
import { ATTACHMENTS } from '../store/layout'
import { keepNothing } from '../store/quarantine'
import { readTemplates } from '../store/templates'
import type { ReadFolder } from '../store/verify-folder'
import { changesThere } from './changes-there'
import { concerned } from './concerned'
import { readHurtFolder } from './hurt-folder'

export interface SurveyOptions {
  readonly files: FilePort
  readonly folder: string
  /** Bytes read, of how many. */
  readonly progress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** Reads every byte of a data folder and says what is whole and what is not. Nothing is written, locked or waited for. */
export async function surveyFolder(options: SurveyOptions): Promise<Result<Survey, SurveyFailure>> {
  try {
    return await survey(options)
  } catch (error) {
    if (options.signal?.aborted === true) return err({ type: 'Stopped', path: options.folder })
    throw error
  }
}

async function survey({
  files,
  folder,
  progress,
  signal,
}: SurveyOptions): Promise<Result<Survey, StartFailure>> {
  // Journals are read twice: whether they are whole, and what they say.
  const told = (done: number, total: number) => {
    signal?.throwIfAborted()
    progress?.(done, total)
  }
  const read = await readHurtFolder(files, folder, (done, total) => {
    told(done, total * 2)
  })
  if (!read.ok) return read
  const { scan, reader, findings } = read.value
  const templates = await readTemplates(files, folder, keepNothing)
  const attachments = await surveyAttachments(files, folder, read.value, (done, total) => {
    told(scan.bytes + done, scan.bytes * 2 + total)
  })
  const lost = lostPlaces(findings)
  const said = await whatChangesSay(
    files,
    folder,
    read.value,
    new Set(attachments.hurt.map(({ hash }) => hash)),
    (done) => {
      told(scan.bytes + attachments.bytes + done, scan.bytes * 2 + attachments.bytes)
    },
  )
  const states = await statesOf(files, folder, read.value, said.concerned, signal)
  const kept = await quarantined(files, folder)
  const byHash = new Map(
    templates.ok ? templates.value.templates.map((each) => [each.hash, each.template]) : [],
  )
  const name = (entity: EntityRef) => concerned(entity, states.get(keyOf(entity)), byHash)
  const aside = await asideStanding(files, folder, reader)
  return ok({
    path: folder,
    whole: {
      files: scan.files + attachments.whole + byHash.size + 1,
      bytes: scan.bytes + attachments.bytes + (templates.ok ? templates.value.bytes : 0),
      writers: scan.histories.size,
      changes: changesIn(read.value),
      records: said.entities.record,
      customers: said.entities.customer,
      attachments: attachments.whole,
      templates: byHash.size,
    },
    findings: [...findings, ...(templates.ok ? templates.value.findings : []), ...attachments.strange],
    lost: lost.map(({ writer, from, to }): LostChanges => {
      const known = said.lost.filter((each) => each.writer === writer && each.seq >= from && each.seq <= to)
      const concerns = [...new Map(known.map(({ entity }) => [keyOf(entity), entity])).values()]
      return {
        writer,
        from,
        to,
        concerns: concerns.slice(0, MOST_CONCERNED).map(name),
        count: concerns.length,
      }
    }),
    attachments: attachments.hurt.map(({ hash, is }): HurtAttachment => {
      const owner = said.owners.get(hash)
      const state = owner && states.get(keyOf(owner))
      const file = state && filesOf(state).find((each) => each.hash === hash)
      return { hash, is, name: file?.name ?? '', concerns: owner ? name(owner) : null }
    }),
    unread: said.unread,
    aside,
    copies: kept.ok ? kept.value.filter((each) => !isAsideName(each)).length : 0,
  })
}

const keyOf = ({ kind, id }: EntityRef): string => `${kind}/${id}`

interface FoundAttachments {
  readonly whole: number
  readonly bytes: number
  readonly hurt: readonly Pick<HurtAttachment, 'hash' | 'is'>[]
  /** Files there that are no attachments. */
  readonly strange: readonly Finding[]
}

async function surveyAttachments(
  files: FilePort,
  folder: string,
  { scan }: ReadFolder,
  progress: (done: number, total: number) => void,
): Promise<FoundAttachments> {
  const named = new Set(
    [...scan.histories.values()].flatMap(({ spans }) => spans.flatMap((span) => span.named)),
  )
  const there = await namesOfAttachments(files, folder)
  const checked = await checkAttachments(files, folder, progress)
  const names = there.ok ? there.value : new Set<string>()
  const missing = [...named].filter((hash) => !names.has(hash))
  if (!checked.ok) {
    const unlisted: Finding = { finding: 'damagedFile', file: ATTACHMENTS, kept: '' }
    return { whole: 0, bytes: 0, hurt: [], strange: [unlisted] }
  }
  const altered = checked.value.findings.flatMap((finding) => {
    const hash = finding.finding === 'damagedFile' ? (finding.file.split('/').at(-1) ?? '') : ''
    return isContentHash(hash) ? [hash] : []
  })
  return {
    whole: checked.value.files - altered.length,
    bytes: checked.value.bytes,
    hurt: [
      ...missing.map((hash) => ({ hash, is: 'missing' as const })),
      ...altered.map((hash) => ({ hash, is: 'altered' as const })),
    ],
    strange: checked.value.findings.filter(({ finding }) => finding === 'strangeFile'),
  }
}

interface Said {
  readonly entities: Readonly<Record<'record' | 'customer', number>>
  readonly unread: Survey['unread']
  /** What missing changes were about, by their own places. */
  readonly lost: readonly { readonly writer: string; readonly seq: number; readonly entity: EntityRef }[]
  /** The record that names each hurt attachment. */
  readonly owners: ReadonlyMap<string, EntityRef>
  readonly concerned: ReadonlySet<string>
}

/** Goes through every change that counts; those set aside only tell what is missing. */
async function whatChangesSay(
  files: FilePort,
  folder: string,
  { id, scan, findings }: ReadFolder,
  hurt: ReadonlySet<string>,
  progress: (done: number) => void,
): Promise<Said> {
  const entities = { record: new Set<string>(), customer: new Set<string>() }
  const unread = { newer: 0, unreadable: 0, destroyed: 0 }
  const places = lostPlaces(findings)
  const lost = new Map<string, { writer: string; seq: number; entity: EntityRef }>()
  const owners = new Map<string, EntityRef>()
  let done = 0
  const note = (writer: string, seq: number, entity: EntityRef) => {
    if (places.some((place) => place.writer === writer && seq >= place.from && seq <= place.to))
      lost.set(`${writer}:${seq}:${keyOf(entity)}`, { writer, seq, entity })
  }
  for await (const part of changesThere(files, folder, id, scan)) {
    for (const stored of part.changes) {
      const { entity, writer, seq } = stored.change
      if (places.length > 0 && stored.opaque === undefined) {
        note(writer, seq, entity)
        for (const { writer: by, seq: at } of replacedBy(stored)) note(by, at, entity)
      }
      if (part.from !== 'journal') continue
      if (stored.opaque !== undefined) unread[stored.opaque]++
      else if (entity.kind === 'record' || entity.kind === 'customer') entities[entity.kind].add(entity.id)
      if (hurt.size > 0) for (const hash of namesHurt(stored, hurt)) owners.set(hash, entity)
    }
    progress((done += part.bytes))
  }
  return {
    entities: { record: entities.record.size, customer: entities.customer.size },
    unread,
    lost: [...lost.values()],
    owners,
    concerned: new Set([...[...lost.values()].map(({ entity }) => entity), ...owners.values()].map(keyOf)),
  }
}

/** Changes that have their place, whoever's journal they stand in. */
const changesIn = ({ reader, findings }: ReadFolder): number =>
  reader.ends().reduce((sum, { seq }) => sum + seq, 0) -
  lostPlaces(findings).reduce((sum, { from, to }) => sum + to - from + 1, 0)

function lostPlaces(findings: readonly Finding[]) {
  return findings.filter((finding) => finding.finding === 'missingChanges')
}

/** The changes whose values this one replaced. */
function replacedBy({ change }: StoredChange) {
  const dots = new Set(knownEdits(change).flatMap((edit) => edit.over ?? []))
  return [...dots].flatMap((dot) => parseDot(dot) ?? [])
}

const namesHurt = ({ change }: StoredChange, hurt: ReadonlySet<string>): readonly string[] =>
  knownEdits(change).flatMap((edit) =>
    edit.op === 'set' && typeof edit.value === 'string' && hurt.has(edit.value) ? [edit.value] : [],
  )

/** What is known of the entities that damage concerns. Usually there are none, and nothing is read. */
async function statesOf(
  files: FilePort,
  folder: string,
  { id, scan }: ReadFolder,
  wanted: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, EntityState>> {
  const changes = new Map<string, StoredChange[]>()
  if (wanted.size === 0) return new Map()
  for await (const part of changesThere(files, folder, id, scan)) {
    signal?.throwIfAborted()
    for (const stored of part.changes) {
      const key = keyOf(stored.change.entity)
      if (!wanted.has(key)) continue
      const known = changes.get(key) ?? []
      changes.set(key, known)
      known.push(stored)
    }
  }
  return new Map(
    [...changes].flatMap(([key, all]) => {
      const [first] = all
      return first ? [[key, foldChanges(first.change.entity, all)]] : []
    }),
  )
}
