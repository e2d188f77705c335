import { pathKey } from '../forms/field'
import { dotOf, orderOf, survivorsAt, type Edit, type EntityState, type StoredChange } from '../store'
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

/** The line of such a one, as lists show it. */
export const standingLine = <R extends ListRow>(row: R): R => ({ ...row, state: 'active', from: '' })

/** Takes a customer out of the one that took it in. */
export const leaveEdits = (state: EntityState): readonly Edit[] => [
  {
    op: 'set',
    path: [MERGED_INTO],
    value: null,
    over: survivorsAt(state, [MERGED_INTO]).map(({ dot }) => dot),
  },
]

/** The batch in which a customer was merged; undefined when that was not part of one. */
export function batchOfMerge(state: EntityState, changes: readonly StoredChange[]): string | undefined {
  const [standing] = survivorsAt(state, [MERGED_INTO])
  return changes.find((stored) => dotOf(stored) === standing?.dot)?.change.batch
}

/**
 * What a batch wrote into the customer that stayed, taken back: fields that nobody has changed since get what they had
 * before, rows that it added and nobody wrote into since go.
 */
export function takeBack(
  state: EntityState,
  changes: readonly StoredChange[],
  batch: string,
): readonly Edit[] {
  const own = changes.filter(({ change }) => change.batch === batch)
  const dots = new Set(own.map(dotOf))
  const wrote = new Map(changes.flatMap((stored) => valuesWritten(stored)))
  return own
    .flatMap(({ change }) => change.edits)
    .flatMap((edit): readonly Edit[] => {
      if (edit.op === 'addRow') return removal(state, edit.rows, edit.row, dots)
      if (edit.op !== 'set' || edit.path.length !== 1) return []
      const standing = survivorsAt(state, edit.path)
      if (standing.length !== 1 || !dots.has(standing[0]?.dot ?? '')) return []
      const before = edit.over.map((dot) => wrote.get(`${dot} ${pathKey(edit.path)}`))
      return [{ op: 'set', path: edit.path, value: before[0] ?? null, over: standing.map(({ dot }) => dot) }]
    })
}

function removal(state: EntityState, rows: string, row: string, dots: ReadonlySet<string>): readonly Edit[] {
  const cells = Object.values(state.registers).filter(({ path }) => path[0] === rows && path[1] === row)
  const standing = cells.flatMap(({ survivors }) => survivors.map(({ dot }) => dot))
  if (orderOf(state, rows, row) === null || standing.some((dot) => !dots.has(dot))) return []
  return [{ op: 'removeRow', rows, row, over: [...new Set(standing)].sort() }]
}

const valuesWritten = (stored: StoredChange) =>
  stored.change.edits.flatMap((edit) =>
    edit.op === 'set' ? [[`${dotOf(stored)} ${pathKey(edit.path)}`, edit.value] as const] : [],
  )
