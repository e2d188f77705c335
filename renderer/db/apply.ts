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
import type { Prepared } from './applying/prepare'
import { changeRow, type FreshChange } from './bundles'
import { changesAt, putChanges, type Place } from './change-log'
import { dropBlocks } from './lists/line-blocks'
import { summarise } from './project-record'
import type { RecordRow } from './records-types'
import { serialRules } from '../../shared/store/serial-rules'
import {
  entityKey,
  type ChangeRow,
  type CursorRow,
  type EntityRow,
  type NumberRow,
  type WorkingDb,
} from './schema'

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
): Promise<Applied> =>
  db.transaction('rw', tablesOf(db), async () =>
    applyFresh(db, templates, onlyNew(batch, await db.cursors.toArray())),
  )

/** The same of what was prepared (./applying/prepare), after all that was prepared before it. */
export const applyPrepared = (
  db: WorkingDb,
  templates: TemplateByHash,
  prepared: Prepared,
): Promise<Applied> =>
  db.transaction('rw', tablesOf(db), async () => {
    const known = await db.cursors.toArray()
    const cursors = cursorsBehind(prepared, known)
    // Made of all of the changes, so of no use where some of them were there already.
    if (cursors === null) return applyFresh(db, templates, onlyNew(prepared.again(), known))
    const { bundles, single, entities, records, customers, late } = prepared
    await Promise.all([
      db.bundles.bulkPut([...bundles]),
      db.changes.bulkPut([...single]),
      db.cursors.bulkPut(cursors),
      db.entities.bulkPut([...entities]),
      db.records.bulkPut([...records]),
      db.customers.bulkPut([...customers]),
    ])
    const lines = await putFolded(db, templates, late, prepared.numbered)
    return { count: prepared.count, lines: [...prepared.lines, ...lines] }
  })

/** Where its writers stand behind what was prepared; null where some of it was applied before. */
function cursorsBehind({ runs }: Prepared, known: readonly CursorRow[]): readonly CursorRow[] | null {
  const before = new Map(known.map((cursor) => [cursor.writer, cursor]))
  const cursors = runs.map(({ first, end }): CursorRow | null => {
    const cursor = before.get(end.writer)
    return cursor && cursor.seq >= first ? null : { ...end, rows: end.rows + (cursor?.rows ?? 0) }
  })
  return cursors.some((cursor) => cursor === null) ? null : cursors.filter((cursor) => cursor !== null)
}

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
): Promise<Applied> {
  if (fresh.length === 0) return { count: 0, lines: [] }
  const [, , lines] = await Promise.all([
    putChanges(db, fresh),
    db.cursors.bulkPut(cursors),
    putFolded(db, templates, fresh, []),
  ])
  return { count: fresh.length, lines }
}

/** Entities that are folded at once: the browser's storage reads the next and writes those before meanwhile. */
const STRETCH = 200

/** Folds changes into their entities and puts those down with their lines, and the numbers given, also by `numbered`. Answers the lines. */
async function putFolded(
  db: WorkingDb,
  templates: TemplateByHash,
  fresh: readonly ChangeRow[],
  numbered: readonly Numbered[],
): Promise<readonly ListRow[]> {
  const lines: ListRow[] = []
  const given = [...numbered]
  const puts: PromiseLike<unknown>[] = []
  const open = [...byEntity(fresh)]
  // What fails is told by the transaction; none of it fails unheard while something else is waited for.
  const heard = <T>(work: PromiseLike<T>): PromiseLike<T> => {
    work.then(undefined, () => undefined)
    return work
  }
  const readFrom = (from: number) =>
    heard(db.entities.bulkGet(open.slice(from, from + STRETCH).map(([key]) => key)))
  let coming = open.length === 0 ? null : readFrom(0)
  for (let from = 0; coming !== null; from += STRETCH) {
    const before = await coming
    coming = from + STRETCH < open.length ? readFrom(from + STRETCH) : null
    const states = open.slice(from, from + STRETCH).flatMap(([, changes], i) => {
      const ref = changes[0]?.change.entity
      return ref ? [applyChanges(before[i]?.state ?? emptyEntity(ref), changes)] : []
    })
    const records = states.filter(isRecord)
    const rows = records.map((state) => recordRow(state, templates))
    const customers = states.filter(isCustomer).map(customerRow)
    puts.push(
      heard(db.entities.bulkPut(states.map(entityRow))),
      heard(db.records.bulkPut(rows)),
      heard(db.customers.bulkPut(customers)),
    )
    given.push(...records.map(numbersOf))
    lines.push(...customers, ...rows)
  }
  await Promise.all(puts)
  await noteNumbers(db, templates, given)
  return lines
}

export const entityRow = (state: EntityState): EntityRow => ({
  key: entityKey(state.entity),
  kind: state.entity.kind,
  state,
})

export const isRecord = ({ entity }: EntityState): boolean => entity.kind === 'record'
export const isCustomer = ({ entity }: EntityState): boolean => entity.kind === 'customer'

const freshChange = ({ stored, text }: ReadChange): FreshChange => ({
  ...changeRow(stored),
  ...(text === undefined ? {} : { text }),
})

/** What is beyond the cursors, and the cursors after it. */
export function onlyNew(batch: readonly ReadChange[], known: readonly CursorRow[]): Fresh {
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

/** Changes that can be read, by the key of their entity. */
export function byEntity(fresh: readonly ChangeRow[]): ReadonlyMap<string, readonly StoredChange[]> {
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

/** What a record says about numbers that were given: its form, by content hash, and the numbers that it bears. */
export interface Numbered {
  readonly template: string
  readonly numbers: readonly string[]
}

export const numbersOf = (state: EntityState): Numbered => ({
  template: recordInfo(state).template ?? '',
  numbers: survivorsAt(state, ['@number']).flatMap(({ value }) => (typeof value === 'string' ? value : [])),
})

/** Numbers that were given, also to void records and in conflicts, are never given again. */
async function noteNumbers(
  db: WorkingDb,
  templates: TemplateByHash,
  records: readonly Numbered[],
): Promise<void> {
  if (records.length === 0) return
  const highest = new Map<string, NumberRow>()
  const firm = (await db.entities.get(FIRM_KEY))?.state ?? null
  for (const { template: hash, numbers } of records) {
    const template = templates(hash)
    if (!template) continue
    const rules = serialRules(template, firm)
    const read = numbers.flatMap((number) => rules.map((rule) => readNumber(rule, number)))
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
