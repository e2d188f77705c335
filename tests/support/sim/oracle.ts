import type { StoredChange } from '../../../shared/store'
import { dotText, entityKey } from './working-copy'

/** What a naive reading of the rules makes of a set of changes: it shares no code with the fold. [ST20] [ST21] */
export interface NaiveEntity {
  /** By path: dots and values that no change names as replaced. */
  readonly registers: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly adds: ReadonlyMap<string, ReadonlySet<string>>
  readonly removals: ReadonlyMap<string, ReadonlySet<string>>
}

interface AnyEdit {
  readonly op: string
  readonly path?: readonly string[]
  readonly value?: unknown
  readonly rows?: string
  readonly row?: string
  readonly order?: string
  readonly over?: readonly string[]
}

export function naiveEntities(changes: Iterable<StoredChange>): ReadonlyMap<string, NaiveEntity> {
  const byEntity = new Map<string, StoredChange[]>()
  for (const stored of changes) {
    if (stored.opaque !== undefined) continue
    const key = entityKey(stored.change.entity)
    byEntity.set(key, [...(byEntity.get(key) ?? []), stored])
  }
  return new Map([...byEntity].map(([key, list]) => [key, naive(list)]))
}

function naive(changes: readonly StoredChange[]): NaiveEntity {
  const valueGone = new Set<string>()
  const rowGone = new Set<string>()
  const removalGone = new Set<string>()
  const editsOf = ({ change }: StoredChange) => change.edits as unknown as readonly AnyEdit[]
  for (const stored of changes) {
    for (const { op, path, rows, row, over = [] } of editsOf(stored)) {
      for (const dot of over) {
        if (op === 'set') valueGone.add(`${JSON.stringify(path)} ${dot}`)
        if (op === 'removeRow') rowGone.add(`${rows ?? ''} ${row ?? ''} ${dot}`)
        if (op !== 'set' && dot !== dotText(stored)) removalGone.add(`${rows ?? ''} ${row ?? ''} ${dot}`)
      }
    }
  }
  const registers = new Map<string, Map<string, string>>()
  const adds = new Map<string, Set<string>>()
  const removals = new Map<string, Set<string>>()
  const put = (map: Map<string, Set<string>>, key: string, dot: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(dot))
  for (const stored of changes) {
    const dot = dotText(stored)
    const setting = (path: readonly string[], value: unknown) => {
      const key = JSON.stringify(path)
      const isCell = path.length === 3 && path[2] !== '@order'
      if (valueGone.has(`${key} ${dot}`)) return
      if (isCell && rowGone.has(`${path[0] ?? ''} ${path[1] ?? ''} ${dot}`)) return
      const values = registers.get(key) ?? new Map<string, string>()
      registers.set(key, values.set(dot, JSON.stringify(value)))
    }
    for (const { op, path, value, rows = '', row = '', order } of editsOf(stored)) {
      if (op === 'set' && path !== undefined) setting(path, value)
      if (op === 'addRow') {
        if (!rowGone.has(`${rows} ${row} ${dot}`)) put(adds, `${rows} ${row}`, dot)
        setting([rows, row, '@order'], order)
      }
      if (op === 'removeRow' && !removalGone.has(`${rows} ${row} ${dot}`))
        put(removals, `${rows} ${row}`, dot)
    }
  }
  return { registers, adds, removals }
}

/** One text of everything that matters, to be compared. */
export function naiveText({ registers, adds, removals }: NaiveEntity): string {
  const sorted = <T>(map: ReadonlyMap<string, T>, value: (of: T) => unknown) =>
    [...map].map(([key, of]) => [key, value(of)] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([
    sorted(registers, (values) => [...values].sort(([a], [b]) => (a < b ? -1 : 1))),
    sorted(adds, (dots) => [...dots].sort()),
    sorted(removals, (dots) => [...dots].sort()),
  ])
}
