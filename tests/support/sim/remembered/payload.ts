import { readFrameChange as read } from '../../../../shared/store/payload'
import type { Frame } from '../../../../shared/store/frame'
import type { StoredChange } from '../../../../shared/store'

export * from '../../../../shared/store/payload'

/** So many changes are remembered; a history has some hundreds. */
const MOST = 2000

const ofFrames = new WeakMap<Frame, Map<string, StoredChange>>()
const known = new Map<string, StoredChange>()

/**
 * A frame that was found once is read by the working copy, the exchange and the judges; one that stands in several files says the same
 * in each of them: its hash and its chain stand for its bytes.
 */
export const readFrameChange: typeof read = (frame, writer, sha256) => {
  let ofFrame = ofFrames.get(frame)
  if (ofFrame === undefined) ofFrames.set(frame, (ofFrame = new Map<string, StoredChange>()))
  let change = ofFrame.get(writer)
  if (change === undefined)
    ofFrame.set(writer, (change = oneOf(frame, writer, () => read(frame, writer, sha256))))
  return change
}

function oneOf(
  { type, flags, seq, hash, chain }: Frame,
  writer: string,
  work: () => StoredChange,
): StoredChange {
  const name = `${writer} ${type} ${flags} ${seq} ${hash} ${chain}`
  let change = known.get(name)
  if (change === undefined) {
    if (known.size >= MOST) known.clear()
    known.set(name, (change = work()))
  }
  return change
}
