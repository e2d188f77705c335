import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PersonRef } from '../../../shared/forms/values'
import type { AttachmentFailure } from '../../../shared/ipc/attachments'
import type { Bridge, JournalFailure } from '../../../shared/ipc/contract'
import { err, type Result } from '../../../shared/kernel/result'
import { MOST_FILE_BYTES, MOST_RECORD_BYTES, plainFileName } from '../../../shared/store/file-types'
import type { NamedFile } from '../../../shared/store/record-files'
import type { RecordAttachment, WorkingCopy } from '../../db'

/** Bytes that are to become an attachment; reading them may fail. */
export interface Source {
  readonly name: string
  readonly size: number
  readonly bytes: () => Promise<Uint8Array>
}

export interface AttachmentDeps {
  readonly bridge: Bridge
  readonly workingCopy: WorkingCopy
  readonly record: string
  readonly person: () => PersonRef | undefined
  /** Makes sure that the record is in the journal: a new one is saved as a draft. */
  readonly ensureStored: () => Promise<boolean>
}

export type Refusal = AttachmentFailure | { readonly type: 'Unreadable' }

export interface Added {
  readonly added: number
  readonly refused: readonly { readonly name: string; readonly failure: Refusal }[]
  /** The files are kept, but the record could not be written. */
  readonly failure?: JournalFailure | { readonly type: 'NotStored' }
}

export interface Attachments {
  /** How many additions are under way. */
  readonly store: StoreApi<{ readonly adding: number }>
  readonly choose: () => Promise<Added>
  readonly add: (sources: readonly Source[]) => Promise<Added>
  readonly remove: (file: RecordAttachment) => Promise<Result<unknown, JournalFailure>>
  readonly putBack: (file: RecordAttachment) => Promise<Result<unknown, JournalFailure>>
  readonly rename: (file: RecordAttachment, name: string) => Promise<Result<unknown, JournalFailure>>
}

/**
 * Adds to one record and takes away from it. A new record is saved as a draft first; then the bytes are put on the disk; only
 * then a change names them. So whatever breaks off in between, nothing is named that is not there.
 */
export function attachmentsOf(deps: AttachmentDeps): Attachments {
  const { bridge, workingCopy, record, person } = deps
  const store = createStore(() => ({ adding: 0 }))
  let last: Promise<unknown> = Promise.resolve()

  /** One addition after the other, so that the room left is known. */
  const adding = (work: (room: number) => Promise<Added>): Promise<Added> => {
    store.setState(({ adding }) => ({ adding: adding + 1 }))
    const turn = last.then(async () => {
      if (!(await deps.ensureStored()))
        return { added: 0, refused: [], failure: { type: 'NotStored' } } as const
      const there = await workingCopy.files.of(record)
      return work(Math.max(0, MOST_RECORD_BYTES - sizeOf(there)))
    })
    last = turn.catch(() => undefined)
    return turn.finally(() => {
      store.setState(({ adding }) => ({ adding: adding - 1 }))
    })
  }

  const name = async (kept: readonly NamedFile[], refused: Added['refused']): Promise<Added> => {
    if (kept.length === 0) return { added: 0, refused }
    const written = await workingCopy.files.add(record, kept, person())
    return written.ok ? { added: kept.length, refused } : { added: 0, refused, failure: written.error }
  }

  return {
    store,
    choose: () =>
      adding(async (room) => {
        const { kept, refused } = await bridge.call('attachment:choose', { room })
        return name(kept, refused)
      }),
    add: (sources) =>
      adding(async (room) => {
        const kept: NamedFile[] = []
        const refused: { name: string; failure: Refusal }[] = []
        let left = room
        for (const source of sources) {
          const one = await keepOne(bridge, source, left)
          if (one.ok) {
            kept.push(one.value)
            left -= one.value.size
          } else refused.push({ name: source.name, failure: one.error })
        }
        return name(kept, refused)
      }),
    remove: ({ row }) => workingCopy.files.remove(record, row, person()),
    putBack: (file) => workingCopy.files.putBack(record, file, person()),
    rename: ({ row }, to) => workingCopy.files.rename(record, row, to, person()),
  }
}

export const sizeOf = (files: readonly Pick<NamedFile, 'size'>[]): number =>
  files.reduce((sum, { size }) => sum + size, 0)

/** What is too large is not even read. */
async function keepOne(bridge: Bridge, source: Source, room: number): Promise<Result<NamedFile, Refusal>> {
  const { size } = source
  const name = plainFileName(source.name) || 'file'
  if (size > MOST_FILE_BYTES) return err({ type: 'TooLarge', name, size, most: MOST_FILE_BYTES, of: 'file' })
  if (size > room) return err({ type: 'TooLarge', name, size, most: room, of: 'record' })
  try {
    const bytes = await source.bytes()
    return await bridge.call('attachment:keep', { name, bytes })
  } catch {
    return err({ type: 'Unreadable' })
  }
}
