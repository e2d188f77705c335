import { readFrameChange as read } from '../../../../shared/store/payload'
import type { Frame } from '../../../../shared/store/frame'
import type { StoredChange } from '../../../../shared/store'

export * from '../../../../shared/store/payload'

const known = new WeakMap<Frame, Map<string, StoredChange>>()

/** A frame that was found once is read by the working copy, the exchange and the judges. */
export const readFrameChange: typeof read = (frame, writer, sha256) => {
  let ofFrame = known.get(frame)
  if (ofFrame === undefined) known.set(frame, (ofFrame = new Map<string, StoredChange>()))
  let change = ofFrame.get(writer)
  if (change === undefined) ofFrame.set(writer, (change = read(frame, writer, sha256)))
  return change
}
