import { ok, type Result } from '../../../shared/kernel/result'
import {
  isShardName,
  paths,
  readSegmentName,
  segmentPath,
  segmentShard,
  type TeamNames,
} from '../format/names'
import type { CarrierFailure } from '../carrier/team-folder'
import { listThere } from './list-there'
import type { TeamDesk } from './team-desk'

/** A segment's file in the team folder, by its name. */
export interface ListedSegment {
  readonly path: string
  readonly segment: number
  readonly tag: string
  readonly size: number
}

/** Tags by chain: every pass asks for those of all segments that are here. */
const tags = new WeakMap<TeamNames, Map<string, string>>()

/** The tag of a segment whose last change ends with this chain. [TF3] */
export function segmentTag({ names }: Pick<TeamDesk, 'names'>, chain: string): string {
  const known = tags.get(names) ?? new Map<string, string>()
  tags.set(names, known)
  let tag = known.get(chain)
  if (tag === undefined) known.set(chain, (tag = names.tag(Buffer.from(chain, 'ascii'))))
  return tag
}

/** What was found of a writer in the team folder. */
export interface Looked {
  readonly listed: readonly ListedSegment[]
  /** Whether a segment stands there; null: its shard was not looked into. */
  readonly has: (segment: number, tag: string) => boolean | null
}

/**
 * Looks for a writer's segments from number `from` on, and for those of one older shard, another at every pass: a folder of years is
 * not listed whole each time. They come in order.
 */
export async function lookForSegments(
  desk: TeamDesk,
  writer: string,
  from: number,
): Promise<Result<Looked, CarrierFailure>> {
  const dir = `${paths.segments}/${writer}`
  const listed = await listThere(desk, dir)
  if (!listed.ok) return listed
  const shards = listed.value
    .map(({ name }) => name)
    .filter(isShardName)
    .sort()
  const first = segmentShard(Math.max(1, from))
  const older = shards.filter((shard) => shard < first)
  const another = older[desk.memory.passes % Math.max(1, older.length)]
  const wanted = [...(another === undefined ? [] : [another]), ...shards.filter((shard) => shard >= first)]
  const found: ListedSegment[] = []
  for (const shard of wanted) {
    const inside = await listThere(desk, `${dir}/${shard}`)
    if (!inside.ok) return inside
    for (const { name, kind, size } of inside.value) {
      const read = kind === 'file' ? readSegmentName(name) : null
      if (read !== null && segmentShard(read.segment) === shard)
        found.push({ ...read, size, path: segmentPath(writer, read.segment, read.tag) })
    }
  }
  const passedOver = new Set(shards.filter((shard) => !wanted.includes(shard)))
  const names = new Set(found.map(({ segment, tag }) => `${segment}-${tag}`))
  return ok({
    listed: found.sort((a, b) => a.segment - b.segment || (a.tag < b.tag ? -1 : 1)),
    has: (segment, tag) => (passedOver.has(segmentShard(segment)) ? null : names.has(`${segment}-${tag}`)),
  })
}

/** The same, by their names alone. */
export async function listSegments(
  desk: TeamDesk,
  writer: string,
  from: number,
): Promise<Result<readonly ListedSegment[], CarrierFailure>> {
  const looked = await lookForSegments(desk, writer, from)
  return looked.ok ? ok(looked.value.listed) : looked
}
