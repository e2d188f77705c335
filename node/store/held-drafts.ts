import type { Draft, FileFailure, HeldDraft } from '../../shared/ipc/contract'
import type { Json } from '../../shared/kernel/canonical-json'
import { ok, type Result } from '../../shared/kernel/result'
import { cursorOf, type StoredChange } from '../../shared/store'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import type { Drafts } from './drafts'
import type { FilePort } from './file-port'
import { DRAFTS, HELD, heldFile, isDraftId, under } from './layout'

/** A change by its place in the journal and its content. */
export interface ChangePlace {
  readonly writer: string
  readonly seq: number
  readonly hash: string
}

interface Held extends ChangePlace {
  readonly savedAt: readonly number[]
}

/**
 * Says, before a save is appended, which draft it holds: should the program be killed before that could be removed, it is known
 * not to be unfinished. Nothing is flushed: what a power cut takes only offers the draft once more. A disk that refuses this is
 * told by the append itself.
 */
export async function noteHeld(
  files: FilePort,
  folder: string,
  { id, savedAt }: HeldDraft,
  stored: StoredChange,
): Promise<void> {
  if (!isDraftId(id)) return
  const { writer, seq } = cursorOf(stored)
  const note: Held = { writer, seq, hash: stored.hash, savedAt }
  const path = under(folder, heldFile(id))
  let created = await files.createNew(path)
  if (!created.ok && created.error.type === 'Exists') {
    await files.remove(path)
    created = await files.createNew(path)
  }
  if (!created.ok) return
  await created.value.append(new TextEncoder().encode(JSON.stringify(note)))
  // The save does not wait for that.
  void created.value.close()
}

interface Place {
  readonly files: FilePort
  readonly folder: string
  readonly drafts: Drafts
  readonly readOnly: boolean
}

/** The drafts without those that a save holds which the journal has; they are removed. */
export async function unheldDrafts(
  { files, folder, drafts, readOnly }: Place,
  isInJournal: (place: ChangePlace) => Promise<boolean>,
): Promise<Result<readonly Draft[], FileFailure>> {
  const all = await drafts.list()
  const listed = all.ok ? await files.list(under(folder, DRAFTS)) : all
  if (!all.ok || !listed.ok) return all
  const held = new Set<string>()
  for (const { name } of listed.value) {
    const file = `${DRAFTS}/${name}`
    if (!name.endsWith(HELD)) continue
    const draft = all.value.find(({ id }) => heldFile(id) === file)
    if (!draft) {
      if (!readOnly) await files.remove(under(folder, file))
      continue
    }
    const note = await readHeld(files, under(folder, file))
    if (!note?.savedAt.includes(draft.savedAt) || !(await isInJournal(note))) continue
    held.add(draft.id)
    if (!readOnly) await drafts.removeIf(draft.id, draft.savedAt)
  }
  return ok(all.value.filter(({ id }) => !held.has(id)))
}

/** Null for a note that a power cut left torn, too. */
async function readHeld(files: FilePort, path: string): Promise<Held | null> {
  const read = await files.read(path)
  const json = read.ok ? parsePayload(read.value) : undefined
  return isHeld(json) ? json : null
}

const isHeld = (json: Json | undefined): json is Json & Held =>
  isObject(json) &&
  typeof json.writer === 'string' &&
  typeof json.seq === 'number' &&
  typeof json.hash === 'string' &&
  Array.isArray(json.savedAt)
