import { pathKey, type Path } from '../forms/field'
import type { FieldValue } from '../forms/values'
import {
  dotOf,
  orderOf,
  survivorsAt,
  valuesOf,
  type Edit,
  type EntityState,
  type StoredChange,
} from '../store'
import { knownEdits } from '../store/read-edit'
import type { ListRow } from '../search/list-row'
import { MERGED_INTO } from './customer'

/** Longest chain of customers merged into one another that is followed. */
const DEEPEST = 50

/**
 * The customer that an id stands for: the end of the chain of those that took each other in. Two computers may each have
 * merged one into the other: of such a circle the smallest id stays, on every computer.
 */
export async function survivorOf(id: string, mergedInto: (id: string) => Promise<string>): Promise<string> {
  const seen = [id]
  for (let at = id; seen.length <= DEEPEST;) {
    const next = await mergedInto(at)
    if (next === '') return at
    const before = seen.indexOf(next)
    if (before >= 0) return [...seen.slice(before)].sort()[0] ?? id
    seen.push(next)
    at = next
  }
  return id
}

/**
 * The smallest ids of all circles: customers that bear a link and yet stand, as nobody outside took them in. By the links
 * alone, so that it comes to the same in whatever order they arrived. `mergedInto`: of every customer that bears a link.
 */
export function circleHeads(mergedInto: ReadonlyMap<string, string>): ReadonlySet<string> {
  const heads = new Set<string>()
  for (const id of mergedInto.keys()) {
    let at = mergedInto.get(id)
    for (let steps = 1; at !== undefined && at > id && steps < DEEPEST; steps += 1) at = mergedInto.get(at)
    if (at === id) heads.add(id)
  }
  return heads
}

/** The line of such a one, as lists show it: by its own state alone, whatever befell those that it took in. */
export const standingLine = <R extends ListRow>(row: R): R => ({
  ...row,
  state: row.closed === true ? 'closed' : 'active',
  from: '',
})

/** Takes a customer out of the one that took it in. */
export const leaveEdits = (state: EntityState): readonly Edit[] => [
  {
    op: 'set',
    path: [MERGED_INTO],
    value: null,
    over: survivorsAt(state, [MERGED_INTO]).map(({ dot }) => dot),
  },
]

/** A merge that stands: who took the customer in, and the batch; two computers may have merged it into two. */
export interface StandingMerge {
  readonly into: string
  /** Undefined when the merge was not part of one. */
  readonly batch: string | undefined
}

export const standingMerges = (
  state: EntityState,
  changes: readonly StoredChange[],
): readonly StandingMerge[] =>
  survivorsAt(state, [MERGED_INTO]).flatMap(({ dot, value }) => {
    const { batch } = changes.find((stored) => dotOf(stored) === dot)?.change ?? {}
    return typeof value === 'string' && value !== '' ? [{ into: value, batch }] : []
  })

/**
 * What a batch wrote into the customer that stayed, taken back: fields that nobody has changed since get what they had
 * before, and so do cells of rows; rows that it added and nobody wrote into since go, those that it removed come back.
 */
export function takeBack(
  state: EntityState,
  changes: readonly StoredChange[],
  batch: string,
): readonly Edit[] {
  const own = changes.filter(({ change }) => change.batch === batch)
  const dots = new Set(own.map(dotOf))
  const wrote = new Map(changes.flatMap((stored) => valuesWritten(stored)))
  // A newer program's edits are of shapes that nobody here can take back.
  const edits = own.flatMap(({ change }) => knownEdits(change))
  const added = new Set(edits.flatMap((edit) => (edit.op === 'addRow' ? [edit.row] : [])))
  return edits.flatMap((edit): readonly Edit[] => {
    if (edit.op === 'addRow') return removal(state, edit.rows, edit.row, dots)
    if (edit.op === 'removeRow') return comeback(state, changes, wrote, edit)
    if (!isValueOfOld(state, edit.path, added)) return []
    const standing = survivorsAt(state, edit.path)
    if (standing.length !== 1 || !dots.has(standing[0]?.dot ?? '')) return []
    const before = edit.over.map((dot) => wrote.get(`${dot} ${pathKey(edit.path)}`))
    return [{ op: 'set', path: edit.path, value: before[0] ?? null, over: standing.map(({ dot }) => dot) }]
  })
}

/** A field, a matrix item, or a cell of a row that stood before the batch and stands still. */
function isValueOfOld(state: EntityState, path: Path, added: ReadonlySet<string>): boolean {
  const [rows = '', row = '', column = ''] = path
  if (path.length < 3) return true
  return path.length === 3 && !column.startsWith('@') && !added.has(row) && stands(state, rows, row)
}

const stands = (state: EntityState, rows: string, row: string): boolean =>
  valuesOf(state).values.rows[rows]?.some(({ id }) => id === row) === true

type RemoveRow = Extract<Edit, { readonly op: 'removeRow' }>

/** A removed row with what stood in its cells then; nothing when somebody brought it back already. */
function comeback(
  state: EntityState,
  changes: readonly StoredChange[],
  wrote: ReadonlyMap<string, FieldValue | null>,
  { rows, row, over }: RemoveRow,
): readonly Edit[] {
  if (stands(state, rows, row)) return []
  const [order = 'a0'] = changes
    .flatMap(({ change }) => knownEdits(change))
    .flatMap((edit) => (edit.op === 'addRow' && edit.rows === rows && edit.row === row ? [edit.order] : []))
    .slice(-1)
  const start = JSON.stringify([rows, row]).slice(0, -1)
  const cells = [...wrote].flatMap(([key, value]): readonly Edit[] => {
    const at = key.indexOf(' ')
    const path = key.slice(at + 1)
    if (value === null || !over.includes(key.slice(0, at)) || !path.startsWith(`${start},`)) return []
    const [, , column = ''] = JSON.parse(path) as readonly string[]
    const to = [rows, row, column]
    return column.startsWith('@')
      ? []
      : [{ op: 'set', path: to, value, over: survivorsAt(state, to).map(({ dot }) => dot) }]
  })
  const known = survivorsAt(state, [rows, row, '@row']).map(({ dot }) => dot)
  return [{ op: 'addRow', rows, row, order, over: known }, ...cells]
}

function removal(state: EntityState, rows: string, row: string, dots: ReadonlySet<string>): readonly Edit[] {
  const cells = Object.values(state.registers).filter(({ path }) => path[0] === rows && path[1] === row)
  const standing = cells.flatMap(({ survivors }) => survivors.map(({ dot }) => dot))
  if (orderOf(state, rows, row) === null || standing.some((dot) => !dots.has(dot))) return []
  return [{ op: 'removeRow', rows, row, over: [...new Set(standing)].sort() }]
}

const valuesWritten = (stored: StoredChange) =>
  knownEdits(stored.change).flatMap((edit) =>
    edit.op === 'set' ? [[`${dotOf(stored)} ${pathKey(edit.path)}`, edit.value] as const] : [],
  )
