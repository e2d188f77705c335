import type { JournalFailure } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'
import { recordRow } from './apply'
import { tellLines, type Desk } from './journal'
import { dropBlocks } from './lists/line-blocks'
import { entityKey } from './schema'
import type { TemplateShelf } from './templates'

/** Lines that are made at once: the window stays quick beside it. */
const STEP = 100

/**
 * Takes in the versions of forms that came into the folder. Records that arrived before their form had a line without
 * anything of the form in it: it is made anew. Answers how many versions came.
 */
export async function takeTemplates(
  desk: Desk,
  shelf: TemplateShelf,
): Promise<Result<number, JournalFailure>> {
  const came = await shelf.refresh()
  if (!came.ok) return came
  const hashes = new Set(came.value)
  if (hashes.size > 0) await remakeNameless(desk, hashes)
  return ok(hashes.size)
}

async function remakeNameless(desk: Desk, hashes: ReadonlySet<string>): Promise<void> {
  const { db } = desk
  const nameless = await db.records
    .where('[list+number]')
    .between(['', ''], ['', '\uffff'], true, true)
    .filter(({ templateHash }) => hashes.has(templateHash))
    .primaryKeys()
  for (let from = 0; from < nameless.length; from += STEP) {
    const keys = nameless.slice(from, from + STEP).map((id) => entityKey({ kind: 'record', id }))
    const rows = await db.transaction('rw', [db.entities, db.records, db.meta], async () => {
      await dropBlocks(db)
      const entities = await db.entities.bulkGet(keys)
      const made = entities.flatMap((row) => (row ? [recordRow(row.state, desk.templates)] : []))
      await db.records.bulkPut(made)
      return made
    })
    tellLines(desk, rows)
  }
}
