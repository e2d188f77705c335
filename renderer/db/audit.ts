import { words } from '../../shared/search/pinyin'
import {
  dotOf,
  parseDot,
  survivorsAt,
  type Dot,
  type Edit,
  type EntityState,
  type StoredChange,
} from '../../shared/store'
import {
  auditKinds,
  type Audit,
  type AuditKey,
  type AuditKind,
  type AuditLine,
  type AuditPage,
  type AuditQuery,
} from './audit-types'
import { knownEdits } from '../../shared/store/read-edit'
import { changesAt, changesOf, newestFirst } from './change-log'
import { historyOf } from './record-view'
import type { RecordRow } from './records-types'
import type { ChangeRow, WorkingDb } from './schema'

/** Changes that are read at once, and that one page looks through at most: some tenths of a second. */
const CHUNK = 500
const MOST = 8 * CHUNK

/** Every change of everything, newest first, by the index over the changes' clocks. */
export function auditRepository(db: WorkingDb): Audit {
  return {
    page: (query) => auditPage(db, query),
    newest: async () => {
      const [row] = await newestFirst(db, {}, 1)
      return row && keyOf(row)
    },
    writers: async () => [...new Set((await db.cursors.toArray()).map(({ writer }) => writer))].sort(),
  }
}

const keyOf = ({ ms, stream, at }: ChangeRow): AuditKey => [ms, stream, at]

async function auditPage(db: WorkingDb, query: AuditQuery): Promise<AuditPage> {
  const matches = matcherOf(query)
  const lines: AuditLine[] = []
  let { after } = query
  for (let looked = 0; looked < MOST; looked += CHUNK) {
    const rows = await newestFirst(db, { ...query, ...(after ? { after } : {}) }, CHUNK)
    const subjects = await subjectsOf(db, rows.filter(matches.change))
    const found = rows.filter(
      (row) => matches.change(row) && matches.subject(row, subjects.get(row.entity) ?? nobody),
    )
    const taken = found.slice(0, query.limit - lines.length)
    lines.push(...(await linesOf(db, taken, subjects)))
    const end = taken.length < found.length || lines.length === query.limit ? taken.at(-1) : rows.at(-1)
    if (end) after = keyOf(end)
    if (rows.length < CHUNK && end === rows.at(-1)) return { lines }
    if (lines.length === query.limit) break
  }
  return { lines, ...(after ? { next: after } : {}) }
}

/** What a change is about, as it is called now. */
interface Subject {
  readonly title: string
  readonly record?: RecordRow
}

const nobody: Subject = { title: '' }

async function subjectsOf(db: WorkingDb, rows: readonly ChangeRow[]): Promise<ReadonlyMap<string, Subject>> {
  const keys = [...new Set(rows.map(({ entity }) => entity))]
  const isRecord = (key: string) => key.startsWith('record:')
  const recordKeys = keys.filter(isRecord)
  const others = keys.filter((key) => !isRecord(key))
  const records = await db.records.bulkGet(recordKeys.map((key) => key.slice('record:'.length)))
  const states = await db.entities.bulkGet(others)
  return new Map<string, Subject>([
    ...recordKeys.map((key, i): [string, Subject] => {
      const record = records[i]
      return [key, record ? { title: record.title, record } : nobody]
    }),
    ...others.map((key, i): [string, Subject] => [key, { title: nameOf(states[i]?.state) }]),
  ])
}

function nameOf(state: EntityState | undefined): string {
  const name = state ? survivorsAt(state, ['name'])[0]?.value : undefined
  return typeof name === 'string' ? name : ''
}

interface Matcher {
  readonly change: (row: ChangeRow) => boolean
  readonly subject: (row: ChangeRow, subject: Subject) => boolean
}

function matcherOf({ kinds, person, writer, templateCode, text }: AuditQuery): Matcher {
  const wanted = words(text ?? '')
  return {
    change: ({ stored }) => {
      const { change } = stored
      return (
        (writer === undefined || change.writer === writer) &&
        (person === undefined || change.person?.id === person || change.person?.name === person) &&
        (kinds === undefined || kinds.includes(kindOf(stored)))
      )
    },
    subject: ({ stored }, { title, record }) => {
      if (templateCode !== undefined && formOf(stored, record) !== templateCode) return false
      if (wanted.length === 0) return true
      const told = [title, record?.number ?? '', ...textsOf(knownEdits(stored.change))]
        .join('\n')
        .toLowerCase()
      return wanted.every((word) => told.includes(word))
    },
  }
}

function kindOf({ change, opaque }: StoredChange): AuditKind {
  if (opaque !== undefined) return 'other'
  const { kind } = change.entity
  if (kind === 'firm' && formNamed(knownEdits(change)) !== '') return 'form'
  return auditKinds.find((known) => known === kind) ?? 'other'
}

/** The form whose settings or number rule the firm changed. */
function formNamed(edits: readonly Edit[]): string {
  for (const edit of edits) {
    if (edit.op === 'set' && (edit.path[0] === 'forms' || edit.path[0] === 'numbers'))
      return edit.path[1] ?? ''
  }
  return ''
}

const formOf = (stored: StoredChange, record: RecordRow | undefined): string =>
  record?.list ?? (stored.change.entity.kind === 'firm' ? formNamed(knownEdits(stored.change)) : '')

function textsOf(edits: readonly Edit[]): readonly string[] {
  return edits.flatMap((edit): readonly string[] => {
    if (edit.op !== 'set' || edit.value === null || typeof edit.value === 'boolean') return []
    if (typeof edit.value === 'string') return [edit.value]
    return 'name' in edit.value ? [edit.value.name] : edit.value
  })
}

/** Changes as lines of the list, in their order. */
export const auditLines = async (db: WorkingDb, rows: readonly ChangeRow[]): Promise<readonly AuditLine[]> =>
  linesOf(db, rows, await subjectsOf(db, rows))

async function linesOf(
  db: WorkingDb,
  rows: readonly ChangeRow[],
  subjects: ReadonlyMap<string, Subject>,
): Promise<readonly AuditLine[]> {
  const replaced = await replacedBy(db, rows)
  return rows.map((row) => {
    const { stored } = row
    const { title, record } = subjects.get(row.entity) ?? nobody
    const dot = dotOf(stored)
    const before = overs(stored).flatMap((over) => replaced.get(over) ?? [])
    const told = historyOf([...before, stored]).find((entry) => entry.dot === dot)
    const { person, hlc, writer, entity } = stored.change
    return {
      key: keyOf(row),
      dot,
      at: hlc.ms,
      writer,
      kind: kindOf(stored),
      id: entity.id,
      templateCode: formOf(stored, record),
      number: record?.number ?? '',
      title,
      steps: told?.steps ?? [],
      ...(record ? { state: record.state } : {}),
      ...(person ? { person } : {}),
    }
  })
}

const overs = ({ change }: StoredChange): readonly Dot[] => [
  ...new Set(knownEdits(change).flatMap((edit) => ('over' in edit ? (edit.over ?? []) : []))),
]

/** The changes whose values these replaced, found by their place in their own writer's journal where they stand there. */
async function replacedBy(
  db: WorkingDb,
  rows: readonly ChangeRow[],
): Promise<ReadonlyMap<Dot, StoredChange>> {
  const places = new Map<string, [string, number]>()
  for (const over of rows.flatMap(({ stored }) => overs(stored))) {
    const dot = parseDot(over)
    if (dot) places.set(over, [dot.writer, dot.seq])
  }
  const found = await changesAt(db, [...places.values()])
  const known = new Map(found.map(({ stored }) => [dotOf(stored), stored]))
  // A change that another writer carried over stands in that one's stream: it is looked for among those of its entity.
  const lacking = rows.filter(({ stored }) => overs(stored).some((dot) => !known.has(dot)))
  const entities = [...new Set(lacking.map(({ entity }) => entity))]
  const carried = (await Promise.all(entities.map((entity) => changesOf(db, entity)))).flat()
  for (const { stored } of carried) known.set(dotOf(stored), stored)
  return known
}
