import { customerRow } from '../../shared/customers/list-row'
import { lineRules } from '../../shared/search/line-rules'
import { recordRow, type TemplateByHash } from './apply'
import { ofKind, type WorkingDb } from './schema'

/** Entities that are read at once. */
const STEP = 500

/** Says by which rules the lines are made from now on. */
export const noteLineRules = (db: WorkingDb): Promise<unknown> =>
  db.meta.put({ key: 'lines', rules: lineRules })

/** Whether this program would make the stored lines as they are. */
async function madeByTheseRules(db: WorkingDb): Promise<boolean> {
  const lines = await db.meta.get('lines')
  return lines?.key === 'lines' && lines.rules === lineRules
}

/**
 * Lines that other rules made say something else than those of today, and nothing is damaged: they are made anew from the
 * entities, some at a time. Stopped on the way it begins again at the next start. Before anything compares lines with
 * entities, and before lists are read.
 */
export async function remakeLines(
  db: WorkingDb,
  templates: TemplateByHash,
  onStep: (done: number, total: number) => void,
): Promise<void> {
  if (await madeByTheseRules(db)) return
  const keys = [
    ...(await ofKind(db, 'customer').primaryKeys()),
    ...(await ofKind(db, 'record').primaryKeys()),
  ]
  for (let from = 0; from < keys.length; from += STEP) {
    onStep(from, keys.length)
    const entities = await db.entities.bulkGet(keys.slice(from, from + STEP))
    const states = entities.flatMap((row) => (row ? [row.state] : []))
    const ofKindOf = (kind: string) => states.filter(({ entity }) => entity.kind === kind)
    await db.transaction('rw', [db.records, db.customers], async () => {
      await db.customers.bulkPut(ofKindOf('customer').map(customerRow))
      await db.records.bulkPut(ofKindOf('record').map((state) => recordRow(state, templates)))
    })
  }
  await noteLineRules(db)
}
