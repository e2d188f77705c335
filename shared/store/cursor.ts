import type { Json } from '../kernel/canonical-json'
import { sha256 as portableSha256, type Sha256 } from '../kernel/sha256'
import { chainNext } from './chain'
import type { Cursor, StoredChange } from './change'
import { FRAME_TYPE } from './frame'
import { carriedJson, jsonPayload, type Payload } from './payload'

/** The place that a reader has passed once it has applied this change: the carrier's, when the change was carried. */
export function cursorOf(stored: StoredChange): Cursor {
  const carrier = stored.carriedBy?.[0]
  return carrier ?? { writer: stored.change.writer, seq: stored.change.seq, chain: stored.chain }
}

/** One frame to be written for a stored change: type, payload and its place in its own writer's journal. */
export interface Layer {
  readonly at: Cursor
  readonly type: number
  readonly content: Json
  readonly payload: Payload
}

/** The frames that a stored change stood in, innermost (its own) first. */
export function layersOf(stored: StoredChange, sha256: Sha256): readonly Layer[] {
  const { type, content } = stored.raw ?? {
    type: FRAME_TYPE.change,
    content: stored.change as unknown as Json,
  }
  const own: Cursor = { writer: stored.change.writer, seq: stored.change.seq, chain: stored.chain }
  const layers: Layer[] = [{ at: own, type, content, payload: jsonPayload(content, sha256) }]
  for (const at of [...(stored.carriedBy ?? [])].reverse()) {
    const inner = layers[layers.length - 1]
    if (inner === undefined) break
    const wrapped = carriedJson(inner.at, inner.type, inner.content)
    layers.push({ at, type: FRAME_TYPE.carried, content: wrapped, payload: jsonPayload(wrapped, sha256) })
  }
  return layers
}

/** Whether all that a change's own frame held is at hand, so that it can be carried. [ST14] */
export const isCarriable = ({ opaque, raw }: StoredChange): boolean =>
  opaque === undefined || raw !== undefined

/** Whether what is at hand of a change is what its hash says. */
export const holdsItsHash = (stored: StoredChange, sha256: Sha256 = portableSha256): boolean =>
  isCarriable(stored) && layersOf(stored, sha256)[0]?.payload.hash === stored.hash

/**
 * Whether `stored` is the very next change after `cursor` in the same history. False when something is missing between
 * the two or when the histories have parted. An opaque change's own hash is enough for this.
 */
export function follows(cursor: Cursor, stored: StoredChange, sha256: Sha256 = portableSha256): boolean {
  const place = cursorOf(stored)
  const hash = outermostHash(stored, sha256)
  return (
    place.writer === cursor.writer &&
    place.seq === cursor.seq + 1 &&
    place.chain === chainNext(cursor.chain, place.seq, hash, sha256)
  )
}

function outermostHash(stored: StoredChange, sha256: Sha256): string {
  return stored.carriedBy === undefined
    ? stored.hash
    : (layersOf(stored, sha256).at(-1)?.payload.hash ?? stored.hash)
}
