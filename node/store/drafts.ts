import type { Draft, FileFailure, Finding } from '../../shared/ipc/contract'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import { err, ok, type Result } from '../../shared/kernel/result'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import type { FilePort, FileResult } from './file-port'
import { DRAFTS, heldFile, isDraftId, isSystemName, TEMPORARY, under } from './layout'
import type { KeepAside } from './scan-folder'
import { makeLastingDir, writeWhole } from './write-file'

/** What is being typed on this computer: a small file each, never part of the journal. */
export interface Drafts {
  readonly put: (draft: Draft) => Promise<Result<null, FileFailure>>
  readonly list: () => Promise<Result<readonly Draft[], FileFailure>>
  /** Fine when there is no such draft. */
  readonly remove: (id: string) => Promise<Result<null, FileFailure>>
  /** Removes it if it is still the one that was put down at this time; one that was typed since then stays. */
  readonly removeIf: (id: string, savedAt: number) => Promise<Result<null, FileFailure>>
}

const fileOf = (id: string): string => `${DRAFTS}/${id}.json`

/** Drafts are written one after the other, so that the last one typed is the last one written. */
export function draftsIn(files: FilePort, folder: string): Drafts {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    put: (draft) => inTurn(() => putDraft(files, folder, draft)),
    list: () =>
      inTurn(async () => {
        const read = await readDrafts(files, folder)
        return read.ok ? ok(read.value.drafts) : read
      }),
    remove: (id) => inTurn(() => removeDraft(files, folder, id)),
    removeIf: (id, savedAt) =>
      inTurn(async () => {
        if (!isDraftId(id)) return badId(folder)
        const now = await readDraft(files, folder, id)
        return now?.savedAt === savedAt ? removeDraft(files, folder, id) : ok(null)
      }),
  }
}

async function removeDraft(files: FilePort, folder: string, id: string): FileResult<null> {
  if (!isDraftId(id)) return badId(folder)
  const removed = await files.remove(under(folder, fileOf(id)))
  if (!removed.ok) return removed.error.type === 'NotFound' ? ok(null) : removed
  // Only now: a draft that stands needs the note about it.
  await files.remove(under(folder, heldFile(id)))
  return files.flushDir(under(folder, DRAFTS))
}

async function putDraft(files: FilePort, folder: string, draft: Draft): FileResult<null> {
  if (!isDraftId(draft.id)) return badId(folder)
  const path = under(folder, fileOf(draft.id))
  const bytes = new TextEncoder().encode(canonicalJson(draft as unknown as Json))
  const written = await writeWhole(files, path, bytes)
  if (written.ok || written.error.type !== 'NotFound') return written
  const made = await makeLastingDir(files, under(folder, DRAFTS))
  return made.ok ? writeWhole(files, path, bytes) : made
}

const badId = (folder: string) =>
  err<FileFailure>({ type: 'BadFile', path: under(folder, DRAFTS), reason: '草稿的编号不能用作文件名' })

/** Every draft that can be read, latest first, and the names of files that cannot. */
async function readDrafts(
  files: FilePort,
  folder: string,
): FileResult<{ readonly drafts: readonly Draft[]; readonly damaged: readonly string[] }> {
  const listed = await files.list(under(folder, DRAFTS))
  if (!listed.ok && listed.error.type !== 'NotFound') return listed
  const drafts: Draft[] = []
  const damaged: string[] = []
  for (const { name, kind } of listed.ok ? listed.value : []) {
    if (kind !== 'file' || name.endsWith(TEMPORARY) || isSystemName(name)) continue
    const draft = name.endsWith('.json')
      ? await readDraft(files, folder, name.slice(0, -'.json'.length))
      : null
    if (draft) drafts.push(draft)
    else damaged.push(name)
  }
  return ok({ drafts: drafts.sort((a, b) => b.savedAt - a.savedAt), damaged })
}

/** Null where none stands, or one that cannot be read. */
async function readDraft(files: FilePort, folder: string, id: string): Promise<Draft | null> {
  const read = await files.read(under(folder, fileOf(id)))
  const json = read.ok ? parsePayload(read.value) : undefined
  return isDraft(json) && json.id === id ? (json as unknown as Draft) : null
}

function isDraft(json: Json | undefined): json is { readonly [key: string]: Json } {
  if (!isObject(json) || typeof json.id !== 'string' || typeof json.savedAt !== 'number') return false
  if (typeof json.templateHash !== 'string' || typeof json.templateCode !== 'string') return false
  return isObject(json.values) && isObject(json.seen)
}

/** Moves drafts that cannot be read into quarantine, so that the person is told once. */
export async function setDamagedDraftsAside(
  files: FilePort,
  folder: string,
  keepAside: KeepAside,
): Promise<readonly Finding[]> {
  const read = await readDrafts(files, folder)
  const findings: Finding[] = []
  for (const name of read.ok ? read.value.damaged : []) {
    const file = `${DRAFTS}/${name}`
    const bytes = await files.read(under(folder, file))
    const kept = bytes.ok ? await keepAside(file, 0, bytes.value) : ''
    findings.push({ finding: 'damagedFile', file, kept })
    if (kept !== '') await files.remove(under(folder, file))
  }
  return findings
}
