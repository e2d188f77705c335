import type { StoredChange } from '../../../shared/store'
import { readEdit } from '../../../shared/store/read-edit'
import { isContentHash } from '../../../shared/store/record-files'

/** The rows of a record that name its attachments. [ST35] */
const FILES = '@files'

/** Content hashes of the attachments that changes name. */
export function attachmentsIn(changes: readonly StoredChange[]): ReadonlySet<string> {
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
