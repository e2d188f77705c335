import type { Result } from '../../../shared/kernel/result'
import { ok } from '../../../shared/kernel/result'
import type { CarrierFailure } from '../carrier/team-folder'
import { deviceOf } from '../format/identity'
import { notePath, paths, readNoteName } from '../format/names'
import { parseNote } from '../format/statements'
import { listThere } from './list-there'
import { readContainer } from './read-container'
import type { TeamDesk } from './team-desk'

/** What a computer does about another one that has its key. `waits`: that other one becomes another device. */
export type SameKey = 'alone' | 'yields' | 'waits'

/**
 * Whether another computer writes notes with this one's key while this one does: a note that this sitting did not put, and that names one
 * that it did put as seen. That holds without clocks, and neither an older backup nor a note that comes late looks like it. Of the
 * two the one whose sitting has the larger name yields. [TF19]
 */
export async function lookForSameKey(desk: TeamDesk): Promise<Result<SameKey, CarrierFailure>> {
  const { memory, device } = desk
  if (memory.noted.size === 0) return ok('alone')
  const listed = await listThere(desk, `${paths.notes}/${device}`)
  if (!listed.ok) return listed
  let found: SameKey = 'alone'
  for (const { name, size } of listed.value) {
    const read = readNoteName(name)
    if (read === null || memory.noted.has(read.tag) || memory.strange.has(read.tag)) continue
    const opened = await readContainer(
      desk,
      notePath(device, read.n, read.tag),
      { kind: 'note', tag: read.tag },
      size,
    )
    if (!opened.ok) return opened
    if (opened.value === null || deviceOf(opened.value.key) !== device) continue
    const note = parseNote(opened.value.body)
    memory.strange.add(read.tag)
    if (note?.sitting === undefined || !note.seen?.some((tag) => memory.noted.has(tag))) continue
    if (note.sitting < memory.sitting) return ok('yields')
    found = 'waits'
  }
  return ok(found)
}
