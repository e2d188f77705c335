import type { Dot, EntityState, Stamp, Survivor } from '../../shared/store'
import { rowKey, stateKey, type Register, type RowState } from '../../shared/store/entity-state'

/**
 * An entity's state as the working copy stores it: one text, in which a change's name, clock and person stand once and
 * not again at every register. A fifth of the size, and one value to copy instead of hundreds.
 */
interface PackedState {
  readonly entity: EntityState['entity']
  readonly applied: readonly Dot[]
  /** Clock and person of a change, at its place in `applied`; null where nothing refers to it. */
  readonly stamps: readonly (PackedStamp | null)[]
  /** Path, then place in `applied` and value of each survivor, in order. */
  readonly registers: readonly (readonly [Register['path'], ...(readonly (number | Survivor['value'])[])])[]
  /** Field, row, additions, removals. */
  readonly rows: readonly (readonly [string, string, readonly number[], readonly number[]])[]
  readonly awaited: EntityState['awaited']
  readonly template: readonly [number, string] | null
  readonly first: number | null
  readonly last: number | null
  readonly unknown: EntityState['unknown']
}

type PackedStamp =
  readonly [ms: number, n: number] | readonly [ms: number, n: number, person: NonNullable<Stamp['person']>]

export function packState(state: EntityState): string {
  const places = new Map(state.applied.map((dot, i) => [dot, i]))
  const stamps: (PackedStamp | null)[] = state.applied.map(() => null)
  const [only] = state.applied.length === 1 ? state.applied : []
  const placeOf = ({ dot, hlc, person }: Stamp): number => {
    // Most entities have one change.
    const at = dot === only ? 0 : places.get(dot)
    if (at === undefined) throw new Error(`${dot} stands in a state that it was not applied to`)
    stamps[at] ??= person === undefined ? [hlc.ms, hlc.n] : [hlc.ms, hlc.n, person]
    return at
  }
  const packed: PackedState = {
    entity: state.entity,
    applied: state.applied,
    stamps,
    registers: Object.values(state.registers).map(({ path, survivors }) => {
      const packed: [Register['path'], ...(number | Survivor['value'])[]] = [path]
      for (const survivor of survivors) packed.push(placeOf(survivor), survivor.value)
      return packed
    }),
    rows: Object.values(state.rows).map(({ rows, row, adds, removals }) => [
      rows,
      row,
      adds.map(placeOf),
      removals.map(placeOf),
    ]),
    awaited: state.awaited,
    template: state.template && [placeOf(state.template), state.template.hash],
    first: state.first === null ? null : placeOf(state.first),
    last: state.last === null ? null : placeOf(state.last),
    unknown: state.unknown,
  }
  return JSON.stringify(packed)
}

/** Throws when the text is none that `packState` wrote. */
export function unpackState(text: string): EntityState {
  const packed = JSON.parse(text) as PackedState
  const stampAt = (at: number): Stamp => {
    const [dot, stamp] = [packed.applied[at], packed.stamps[at]]
    if (dot === undefined || !stamp) throw new Error('a packed state refers to a change that it has not')
    const [ms, n, person] = stamp
    return { dot, hlc: { ms, n }, ...(person === undefined ? {} : { person }) }
  }
  const registers: { [path: string]: Register } = {}
  for (const [path, ...flat] of packed.registers) {
    const survivors: Survivor[] = []
    for (let i = 0; i < flat.length; i += 2) {
      survivors.push({ ...stampAt(flat[i] as number), value: flat[i + 1] as Survivor['value'] })
    }
    registers[stateKey(path)] = { path, survivors }
  }
  const rows: { [row: string]: RowState } = {}
  for (const [field, row, adds, removals] of packed.rows) {
    rows[rowKey(field, row)] = {
      rows: field,
      row,
      adds: adds.map(stampAt),
      removals: removals.map(stampAt),
    }
  }
  return {
    entity: packed.entity,
    applied: packed.applied,
    registers,
    rows,
    awaited: packed.awaited,
    template: packed.template && { ...stampAt(packed.template[0]), hash: packed.template[1] },
    first: packed.first === null ? null : stampAt(packed.first),
    last: packed.last === null ? null : stampAt(packed.last),
    unknown: packed.unknown,
  }
}
