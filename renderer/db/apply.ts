import { readNumber } from '../../shared/forms/number-rule'
import type { Template } from '../../shared/forms/template'
import {
  applyChanges,
  cursorOf,
  emptyEntity,
  recordInfo,
  survivorsAt,
  valuesOf,
  type EntityState,
  type StoredChange,
} from '../../shared/store'
import { dealtWord } from '../../shared/store/dealt'
import { customerRow } from '../../shared/customers/list-row'
import type { ListRow } from '../../shared/search/list-row'
import { changeRow, type FreshChange } from './bundles'
import { changesAt, putChanges, type Place } from './change-log'
import { dropBlocks } from './lists/line-blocks'
import { summarise } from './project-record'
import type { RecordRow } from './records-types'
import { serialRules } from './serial-rules'
import { entityKey, type ChangeRow, type CursorRow, type NumberRow, type WorkingDb } from './schema'

/** What applying came to: how many changes were new, and the lines of lists that they touched. */
export interface Applied {
  readonly count: number
  readonly lines: readonly ListRow[]
}

/** A change with the JSON text that it came in, where it came as one. */
export interface ReadChange {
  readonly stored: StoredChange
  readonly text?: string
}

/** The templates that are at hand, by content hash. */
export type TemplateByHash = (hash: string) => Template | undefined

/**
 * Applies changes as they were read from journals, each writer's in its order, in one transaction: afterwards all of them
 * are in every table and the cursors behind them, or none. What was applied before is passed over.
 */
export const applyBatch = (
  db: WorkingDb,
  templates: TemplateByHash,
  batch: readonly ReadChange[],
): Promise<Applied> => applyPrepared(db, templates, { batch, made: NOTHING_MADE })

/** A batch, and what of it could be worked out before the tables are asked. */
export interface Prepared {
  readonly batch: readonly ReadChange[]
  /** The entities that are not in the tables yet, as this batch makes them, and the lines of the records among them. */
  readonly made: { readonly states: ReadonlyMap<string, EntityState>; readonly rows: readonly RecordRow[] }
}

const NOTHING_MADE: Prepared['made'] = { states: new Map(), rows: [] }

/**
 * Folds, for tables that began empty, what no batch before has touched; `known` are the keys of all entities that one has, and takes in
 * this batch's. So that it can be done while the batch before is being written.
 */
export function prepareBatch(
  templates: TemplateByHash,
  batch: readonly ReadChange[],
  known: Set<string>,
): Prepared {
  const states = new Map<string, EntityState>()
  for (const [key, changes] of byEntity(batch.map(freshChange))) {
    const ref = changes[0]?.change.entity
    if (known.has(key) || !ref) continue
    known.add(key)
    states.set(key, applyChanges(emptyEntity(ref), changes))
  }
  const records = [...states.values()].filter(isRecord)
  return { batch, made: { states, rows: records.map((state) => recordRow(state, templates)) } }
}

/** Applies what was prepared, after all that was prepared before it. */
export const applyPrepared = (
  db: WorkingDb,
  templates: TemplateByHash,
  { batch, made }: Prepared,
): Promise<Applied> =>
  db.transaction('rw', tablesOf(db), async () => {
    const news = onlyNew(batch, await db.cursors.toArray())
    // Made of all of the batch, so of no use where some of it was there already.
    return applyFresh(db, templates, news, news.fresh.length === batch.length ? made : NOTHING_MADE)
  })

/**
 * Applies changes of one writer that stand where its cursor has passed by, since they were missing then. The same otherwise; what is
 * there already is passed over.
 */
export const applyBehind = (
  db: WorkingDb,
  templates: TemplateByHash,
  writer: string,
  batch: readonly ReadChange[],
): Promise<Applied> =>
  db.transaction('rw', [...tablesOf(db), db.meta], async () => {
    const cursor = await db.cursors.get(writer)
    if (!cursor) return { count: 0, lines: [] }
    const rows = batch.map(freshChange).filter(({ stream, at }) => stream === writer && at <= cursor.seq)
    const there = await changesAt(
      db,
      rows.map(({ at }): Place => [writer, at]),
    )
    const known = new Set(there.map(({ at }) => at))
    const fresh = rows.filter(({ at }) => !known.has(at))
    // The blocks of lines look behind their cursors only.
    if (fresh.length > 0) await dropBlocks(db)
    return applyFresh(db, templates, { fresh, cursors: [{ ...cursor, rows: cursor.rows + fresh.length }] })
  })

const tablesOf = (db: WorkingDb) => [
  db.changes,
  db.bundles,
  db.entities,
  db.records,
  db.customers,
  db.cursors,
  db.numbers,
]

interface Fresh {
  readonly fresh: readonly FreshChange[]
  readonly cursors: readonly CursorRow[]
}

async function applyFresh(
  db: WorkingDb,
  templates: TemplateByHash,
  { fresh, cursors }: Fresh,
  made: Prepared['made'] = NOTHING_MADE,
): Promise<Applied> {
  if (fresh.length === 0) return { count: 0, lines: [] }
  const others = await foldInto(db, fresh, made.states)
  const states = [...made.states.values(), ...others]
  const rows = [...made.rows, ...others.filter(isRecord).map((state) => recordRow(state, templates))]
  const customers = states.filter((state) => state.entity.kind === 'customer').map(customerRow)
  await Promise.all([
    putChanges(db, fresh),
    db.cursors.bulkPut(cursors),
    db.entities.bulkPut(
      states.map((state) => ({ key: entityKey(state.entity), kind: state.entity.kind, state })),
    ),
    db.records.bulkPut(rows),
    db.customers.bulkPut(customers),
  ])
  await noteNumbers(db, templates, states.filter(isRecord))
  return { count: fresh.length, lines: [...customers, ...rows] }
}

const isRecord = ({ entity }: EntityState): boolean => entity.kind === 'record'

const freshChange = ({ stored, text }: ReadChange): FreshChange => ({
  ...changeRow(stored),
  ...(text === undefined ? {} : { text }),
})

/** What is beyond the cursors, and the cursors after it. */
function onlyNew(batch: readonly ReadChange[], known: readonly CursorRow[]): Fresh {
  const cursors = new Map(known.map((cursor) => [cursor.writer, cursor]))
  const moved = new Set<string>()
  const fresh: FreshChange[] = []
  for (const read of batch) {
    const { writer, seq, chain } = cursorOf(read.stored)
    const cursor = cursors.get(writer)
    if (cursor && seq <= cursor.seq) continue
    cursors.set(writer, { writer, seq, chain, rows: (cursor?.rows ?? 0) + 1 })
    moved.add(writer)
    fresh.push(freshChange(read))
  }
  return { fresh, cursors: [...cursors.values()].filter((cursor) => moved.has(cursor.writer)) }
}

/** The entities after these changes, each folded once, without those that are made already. */
async function foldInto(
  db: WorkingDb,
  fresh: readonly ChangeRow[],
  made: ReadonlyMap<string, EntityState>,
): Promise<readonly EntityState[]> {
  const open = [...byEntity(fresh)].filter(([key]) => !made.has(key))
  const rows = open.length === 0 ? [] : await db.entities.bulkGet(open.map(([key]) => key))
  return open.flatMap(([, changes], i) => {
    const ref = changes[0]?.change.entity
    return ref ? [applyChanges(rows[i]?.state ?? emptyEntity(ref), changes)] : []
  })
}

/** Changes that can be read, by the key of their entity. */
function byEntity(fresh: readonly ChangeRow[]): ReadonlyMap<string, readonly StoredChange[]> {
  const found = new Map<string, StoredChange[]>()
  for (const { entity, stored } of fresh) {
    if (stored.opaque !== undefined) continue
    const changes = found.get(entity)
    if (changes) changes.push(stored)
    else found.set(entity, [stored])
  }
  return found
}

/** The line of a record in lists. */
export function recordRow(state: EntityState, templates: TemplateByHash): RecordRow {
  const info = recordInfo(state)
  const { values, conflicts, disputedRows } = valuesOf(state)
  const template = templates(info.template ?? '')
  const number = info.number ?? ''
  return {
    id: state.entity.id,
    list: template?.code ?? '',
    templateHash: info.template ?? '',
    state: info.state,
    number,
    ...summarise(template, values, number, (due) => dealtWord(state, due)),
    createdAt: info.created?.hlc.ms ?? 0,
    updatedAt: info.changed?.hlc.ms ?? 0,
    createdBy: info.created?.person?.name ?? '',
    updatedBy: info.changed?.person?.name ?? '',
    conflicts: Object.keys(conflicts).length + disputedRows.length,
    corrections: info.corrections,
    files: info.files,
    from: info.from ?? '',
  }
}

const FIRM_KEY = entityKey({ kind: 'firm', id: 'firm' })

/** Numbers that were given, also to void records and in conflicts, are never given again. */
async function noteNumbers(
  db: WorkingDb,
  templates: TemplateByHash,
  records: readonly EntityState[],
): Promise<void> {
  const highest = new Map<string, NumberRow>()
  const firm = (await db.entities.get(FIRM_KEY))?.state ?? null
  for (const state of records) {
    const template = templates(recordInfo(state).template ?? '')
    if (!template) continue
    const read = survivorsAt(state, ['@number']).flatMap(({ value }) =>
      typeof value === 'string' ? serialRules(template, firm).map((rule) => readNumber(rule, value)) : [],
    )
    for (const given of read) {
      if (!given) continue
      const key = JSON.stringify([template.code, given.scope])
      const before = highest.get(key)?.highest ?? 0
      highest.set(key, {
        templateCode: template.code,
        scope: given.scope,
        highest: Math.max(before, given.counter),
      })
    }
  }
  const found = [...highest.values()]
  const known = await db.numbers.bulkGet(found.map((row): [string, string] => [row.templateCode, row.scope]))
  await db.numbers.bulkPut(found.filter((row, i) => row.highest > (known[i]?.highest ?? 0)))
}
