import type { PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import { uuidv7 } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import { dotOf, recordInfo, type Edit, type EntityRef, type EntityState } from '../../shared/store'
import {
  addFileEdits,
  filesOf,
  removeFileEdits,
  renameFileEdits,
  type NamedFile,
} from '../../shared/store/record-files'
import type { FilesRepository, RecordAttachment } from './record-files-types'
import { append, currentState, type Desk } from './journal'
import type { Written } from './records-types'

const refOf = (id: string): EntityRef => ({ kind: 'record', id })

/** Attachments of records: what a record says of them. Their bytes are kept by the main process before. */
export function filesRepository(desk: Desk): FilesRepository {
  const change = (
    id: string,
    edits: (state: EntityState) => readonly Edit[],
    person: PersonRef | undefined,
  ): Promise<Result<Written, JournalFailure>> =>
    desk.inLine(async () => {
      const state = await currentState(desk, refOf(id))
      if (!state) return err({ type: 'BadChange', reason: `no record ${id}` })
      const { state: life } = recordInfo(state)
      if (life === 'void' || life === 'closed') return err({ type: 'BadChange', reason: `${id} is ${life}` })
      return write(desk, id, edits(state), person)
    })
  return {
    of: async (id) => {
      const state = await currentState(desk, refOf(id))
      return state ? filesOf(state).map(attachmentOf) : []
    },
    add: (id, files, person) => {
      const added = files.map((file): NamedFile & { row: string } => ({
        ...file,
        row: uuidv7(desk.clock, desk.random),
      }))
      return change(id, (state) => addFileEdits(state, added), person)
    },
    putBack: (id, { added: _, by: __, ...file }, person) =>
      change(id, (state) => addFileEdits(state, [file]), person),
    rename: (id, row, name, person) => change(id, (state) => renameFileEdits(state, row, name), person),
    remove: (id, row, person) => change(id, (state) => removeFileEdits(state, row), person),
  }
}

function attachmentOf({ added, ...file }: ReturnType<typeof filesOf>[number]): RecordAttachment {
  return {
    ...file,
    ...(added ? { added: added.hlc.ms } : {}),
    ...(added?.person ? { by: added.person.name } : {}),
  }
}

async function write(
  desk: Desk,
  id: string,
  edits: readonly Edit[],
  person: PersonRef | undefined,
): Promise<Result<Written, JournalFailure>> {
  if (edits.length === 0) return ok({ viewed: true })
  const written = await append(desk, [{ entity: refOf(id), edits, ...(person ? { person } : {}) }])
  if (!written.ok) return written
  const [stored] = written.value.stored
  return ok({ viewed: written.value.viewed, ...(stored ? { dot: dotOf(stored) } : {}) })
}
