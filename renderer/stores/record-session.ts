import { initialValues } from '../../shared/forms'
import type { FileFailure } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'
import { watch } from '../db'
import { keepDraft } from './draft-keeper'
import { emptyHistory } from './edit-history'
import { copySheet, nextSheet } from './new-from'
import type {
  RecordSession,
  RecordSessionActions,
  SessionDeps,
  SessionFailure,
  SessionSource,
} from './record-session-types'
import { absorb, createCore, draftOf, forget, show, type SessionCore } from './session-core'
import { editingActions } from './session-editing'
import { savingActions } from './session-saving'
import { contextOf } from './session-context'
import { startFrom } from './session-start'

/** Opens a form for filling: a new one, a record, or a draft that was left unfinished. */
export async function openRecordSession(
  deps: SessionDeps,
  source: SessionSource,
): Promise<Result<RecordSession, SessionFailure>> {
  const start = await startFrom(deps, source)
  if (!start.ok) return start
  const core = createCore(deps, start.value)
  const { store } = core
  const draft = keepDraft({
    bridge: deps.bridge,
    id: start.value.recordId,
    now: deps.clock.now,
    standing: start.value.draft ? [start.value.draft.savedAt] : [],
    current: () => draftOf(core),
    onSaved: (draftSavedAt) => {
      forget(core, 'draftFailure')
      store.setState({ draftSavedAt })
    },
    onRemoved: () => {
      forget(core, 'draftFailure')
    },
    onFailure: (act, failure) => {
      store.setState({ draftFailure: { act, failure } })
    },
  })
  const stop = follow(core)
  const flush = async () => {
    if (store.getState().dirty) await draft.flush()
  }
  const actions: RecordSessionActions = {
    ...editingActions(core, draft),
    ...savingActions(core, draft),
    flush,
    copyAsNew: () => begun(core, copySheet(deps, store.getState())),
    makeNext: (code, row) => {
      const state = store.getState()
      return begun(core, nextSheet(deps, state, state.recordId, code, row))
    },
    discardDraft: async () => {
      await draft.remove()
      core.history = emptyHistory
      core.checking = false
      store.setState({ problems: [], fromDraft: false })
      show(core, store.getState().stored ? core.base : initialValues(start.value.template, contextOf(deps)))
    },
    dispose: async () => {
      stop()
      await flush()
    },
  }
  return ok({ store, actions })
}

/** Listens for changes of the record from elsewhere: other windows' work, and later colleagues'. */
function follow(core: SessionCore): () => void {
  const { recordId } = core.store.getState()
  return watch(
    async () => ({ writes: core.writes, view: await core.deps.workingCopy.records.get(recordId) }),
    ({ writes, view }) => {
      if (view && core.writing === 0 && writes === core.writes) absorb(core, view)
    },
  )
}

/** A draft that begins with what the form shows; the failure of putting it down is told as that of a draft. */
async function begun(
  core: SessionCore,
  work: Promise<Result<string, SessionFailure>>,
): Promise<string | null> {
  const made = await work
  if (made.ok) return made.value
  const { error } = made
  const failure: FileFailure = 'path' in error ? error : { type: 'Io', path: 'drafts', code: error.type }
  core.store.setState({ draftFailure: { act: 'write', failure } })
  return null
}
