import {
  layersOf,
  MAX_APPEND_BYTES,
  type Change,
  type Cursor,
  type Hlc,
  type NewChange,
  type StoredChange,
} from '../../shared/store'
import { chainNext } from '../../shared/store/chain'
import { FRAME_TYPE } from '../../shared/store/frame'
import { carriedJson, changePayload, jsonPayload, type Payload } from '../../shared/store/payload'
import { sha256 } from './native-sha256'

/** A frame that is about to be written. */
export interface Pending {
  readonly type: number
  readonly payload: Payload
  readonly at: Cursor
  /** What it will be read as. */
  readonly stored: StoredChange
}

/** New changes behind a writer's end, each with its sequence, clock and link. `last`: the latest clock that is known. */
export function newPending(
  changes: readonly NewChange[],
  end: Cursor,
  last: Hlc,
  now: number,
): readonly Pending[] {
  const { writer } = end
  let { seq, chain } = end
  let hlc = last
  return changes.map((asked) => {
    hlc = now > hlc.ms ? { ms: now, n: 0 } : { ms: hlc.ms, n: hlc.n + 1 }
    seq++
    const change: Change = { ...asked, v: 1, writer, seq, hlc }
    const payload = changePayload(change, sha256)
    chain = chainNext(chain, seq, payload.hash, sha256)
    const stored: StoredChange = { change, hash: payload.hash, chain }
    return { type: FRAME_TYPE.change, payload, at: { writer, seq, chain }, stored }
  })
}

/** As many carried frames behind a writer's end as are good to write at once. */
export function carriedPending(lost: readonly StoredChange[], end: Cursor): readonly Pending[] {
  const { writer } = end
  let { seq, chain } = end
  const pending: Pending[] = []
  let bytes = 0
  for (const stored of lost) {
    const inner = layersOf(stored, sha256).at(-1)
    if (inner === undefined || (pending.length > 0 && bytes > MAX_APPEND_BYTES / 16)) break
    const payload = jsonPayload(carriedJson(inner.at, inner.type, inner.content), sha256)
    seq++
    chain = chainNext(chain, seq, payload.hash, sha256)
    const at: Cursor = { writer, seq, chain }
    pending.push({
      type: FRAME_TYPE.carried,
      payload,
      at,
      stored: { ...stored, carriedBy: [at, ...(stored.carriedBy ?? [])] },
    })
    bytes += payload.bytes.length
  }
  return pending
}
