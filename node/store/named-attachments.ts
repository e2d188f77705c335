import type { StoredChange } from '../../shared/store'
import type { FoundFrame } from '../../shared/store/frame'
import { readFrameChange } from '../../shared/store/payload'
import { readEdit } from '../../shared/store/read-edit'
import { isContentHash } from '../../shared/store/record-files'
import { sha256 } from './native-sha256'

/** The rows of a record that name its attachments. [ST35] */
const FILES = '@files'

/** Content hashes of the attachments that changes name, in order. */
export function attachmentsNamedBy(changes: readonly StoredChange[]): ReadonlySet<string> {
  const hashes = new Set<string>()
  for (const { change } of changes) {
    for (const json of change.edits) {
      const edit = readEdit(json)
      if (edit?.op !== 'set' || edit.path[0] !== FILES || edit.path[2] !== 'hash') continue
      if (typeof edit.value === 'string' && isContentHash(edit.value)) hashes.add(edit.value)
    }
  }
  return hashes
}

/** The same of frames: only those are read in which the word stands at all. */
export function attachmentsInFrames(frames: readonly FoundFrame[], writer: string): readonly string[] {
  const naming = frames.filter(({ payload: { buffer, byteOffset, byteLength } }) =>
    Buffer.from(buffer, byteOffset, byteLength).includes(FILES),
  )
  return [...attachmentsNamedBy(naming.map((frame) => readFrameChange(frame, writer, sha256)))]
}
