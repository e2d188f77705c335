import { initialValues, presetPlace } from '../../shared/forms'
import type { FormValues } from '../../shared/forms/values'
import { uuidv7 } from '../../shared/kernel/ids'
import { ok, type Result } from '../../shared/kernel/result'
import { watch, withoutDerived } from '../db'
import { keepDraft } from './draft-keeper'
import { emptyHistory } from './edit-history'
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
import { contextOf, startFrom } from './session-start'

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
    copyAsNew: () => copyAsNew(core),
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
    () => core.deps.workingCopy.records.get(recordId),
    (view) => {
      // A save takes in what it wrote by itself, when it is done.
      if (view && !core.store.getState().saving) absorb(core, view)
    },
  )
}

/** The same values as a draft of a new record: fields with a first value begin anew, rows are new rows. */
async function copyAsNew(core: SessionCore): Promise<string | null> {
  const { bridge, clock, random, workingCopy } = core.deps
  const { template, values } = core.store.getState()
  const current = workingCopy.templates.current(template.code) ?? {
    template,
    hash: core.store.getState().templateHash,
  }
  const copied = withoutDerived(template, values)
  const first = initialValues(current.template, contextOf(core.deps))
  const fresh: FormValues = {
    fields: { ...copied.fields, ...withoutDerived(current.template, first).fields },
    matrices: copied.matrices,
    rows: Object.fromEntries(
      Object.entries(copied.rows).map(([field, rows]) => [
        field,
        rows.map((row) => (presetPlace(row.id) === null ? { ...row, id: uuidv7(clock, random) } : row)),
      ]),
    ),
  }
  const draft = { ...draftOf(core), id: uuidv7(clock, random), values: fresh, seen: {} }
  const { record: _, base: __, ...unbound } = draft
  const put = await bridge.call('draft:put', { ...unbound, templateHash: current.hash })
  if (put.ok) return draft.id
  core.store.setState({ draftFailure: { act: 'write', failure: put.error } })
  return null
}
