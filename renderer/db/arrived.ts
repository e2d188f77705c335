import { auditLines } from './audit'
import { countAfter, lastAfter } from './change-log'
import type { AuditLine } from './audit-types'
import type { ChangeRow, WorkingDb } from './schema'

/**
 * How far a person has looked: for every writer the sequence in its journal. Clocks cannot say it: what a computer wrote
 * last week may arrive today.
 */
export type SeenPlaces = { readonly [writer: string]: number }

/** What others did with one record, customer, person or setting since. */
export interface ArrivedGroup {
  /** `kind:id` */
  readonly entity: string
  /** Newest first, by the clocks of those who wrote. */
  readonly lines: readonly AuditLine[]
}

export interface ArrivedView {
  /** The one that was written last stands first. */
  readonly groups: readonly ArrivedGroup[]
  /** Changes that are not listed because there are very many. */
  readonly more: number
}

export interface Arrived {
  /** How far every writer's changes are here now. */
  readonly places: () => Promise<SeenPlaces>
  /** Changes beyond `seen` that none of the writers `own` wrote. */
  readonly count: (seen: SeenPlaces, own: readonly string[]) => Promise<number>
  /** The latest of them, at most about `limit` changes. */
  readonly list: (seen: SeenPlaces, own: readonly string[], limit: number) => Promise<ArrivedView>
}

export function arrivedRepository(db: WorkingDb): Arrived {
  const writersOf = async (own: readonly string[]) =>
    (await db.cursors.toArray()).map(({ writer }) => writer).filter((writer) => !own.includes(writer))
  const placeIn = (seen: SeenPlaces, writer: string) =>
    Object.hasOwn(seen, writer) ? (seen[writer] ?? 0) : 0
  const count: Arrived['count'] = async (seen, own) => {
    const writers = await writersOf(own)
    const counts = await Promise.all(writers.map((writer) => countAfter(db, writer, placeIn(seen, writer))))
    return counts.reduce((sum, each) => sum + each, 0)
  }
  return {
    places: async () => {
      const cursors = await db.cursors.toArray()
      return Object.fromEntries(cursors.map(({ writer, seq }) => [writer, seq]))
    },
    count,
    list: async (seen, own, limit) => {
      const writers = await writersOf(own)
      const read = await Promise.all(
        writers.map((writer) => lastAfter(db, writer, placeIn(seen, writer), limit)),
      )
      const rows = read.flat().sort(latestFirst).slice(0, limit)
      return { groups: await groupsOf(db, rows), more: (await count(seen, own)) - rows.length }
    },
  }
}

const latestFirst = (a: ChangeRow, b: ChangeRow): number =>
  b.ms - a.ms || (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : b.at - a.at)

async function groupsOf(db: WorkingDb, rows: readonly ChangeRow[]): Promise<readonly ArrivedGroup[]> {
  const lines = await auditLines(db, rows)
  const groups = new Map<string, AuditLine[]>()
  for (const [i, { entity }] of rows.entries()) {
    const line = lines[i]
    if (!line) continue
    const group = groups.get(entity)
    if (group) group.push(line)
    else groups.set(entity, [line])
  }
  return [...groups].map(([entity, lines]) => ({ entity, lines }))
}
