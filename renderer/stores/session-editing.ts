import { findField, removeRow, rowsField, setValue } from '../../shared/forms'
import { pathKey } from '../../shared/forms/field'
import type { FormValues } from '../../shared/forms/values'
import { uuidv7 } from '../../shared/kernel/ids'
import { placeOf, saidAt, takeBackBrought } from '../../shared/customers/choosing'
import type { DraftKeeper } from './draft-keeper'
import { noteStep, stepBack, stepForward, type Moved } from './edit-history'
import { sameValues } from './merge-values'
import type { RecordSessionActions } from './record-session-types'
import { insertRow, realRow } from './row-values'
import { show, type SessionCore } from './session-core'
import { chooseNow, customersOf, forgetShown, noteLeft } from './session-customers'

type Editing = Pick<
  RecordSessionActions,
  | 'setValue'
  | 'setValues'
  | 'chooseCustomer'
  | 'takeBack'
  | 'saidOfCustomer'
  | 'addRow'
  | 'removeRow'
  | 'undo'
  | 'redo'
>

/** What a person does to the values of an open form. Each step puts the draft down soon. */
export function editingActions(core: SessionCore, draft: DraftKeeper): Editing {
  const newId = () => uuidv7(core.deps.clock, core.deps.random)
  const values = () => core.store.getState().values

  const step = (next: FormValues, field: string | null) => {
    const before = values()
    if (core.store.getState().readOnly || sameValues(next, before)) return
    core.history = noteStep(core.history, before, field, core.deps.clock.now())
    show(core, next)
    keep()
  }

  const move = (moved: Moved | null) => {
    if (!moved || core.store.getState().readOnly) return
    core.history = moved.history
    show(core, moved.values)
    keep()
  }

  const keep = () => {
    if (core.store.getState().dirty) draft.touch()
    else void draft.remove()
  }

  return {
    setValue: (path, value) => {
      const { template } = core.store.getState()
      const type = findField(template, path)?.type.type
      if (type === undefined || type === 'computed' || type === 'serial') return path
      const max = rowsField(template, path[0] ?? '')?.type.max ?? 0
      const made =
        value === null && path[1]?.startsWith('+') === true ? null : realRow(values(), path, max, newId)
      if (!made) return path
      noteLeft(core, made.path)
      step(setValue(made.values, made.path, value), pathKey(made.path))
      return made.path
    },
    setValues: (changes) => {
      step(
        changes.reduce((before, { path, value }) => setValue(before, path, value), values()),
        null,
      )
    },
    chooseCustomer: async (path, id) => {
      const { template, readOnly } = core.store.getState()
      const max = rowsField(template, path[0] ?? '')?.type.max ?? 0
      const made = realRow(values(), path, max, newId)
      if (!made || readOnly) return null
      noteLeft(core, made.path)
      const known = await customersOf(core, made.path, id)
      if (!known) return null
      // What was typed elsewhere while the customer was read is kept.
      const now = realRow(values(), path, max, newId)
      if (!now) return null
      const chosen = chooseNow(core, now.values, now.path, known)
      step(chosen.values, pathKey(now.path))
      return chosen.brought
    },
    saidOfCustomer: (path) => {
      noteLeft(core, path)
      return core.brought.has(placeOf(path)) ? {} : saidAt(core.store.getState().template, values(), path)
    },
    takeBack: (brought) => {
      forgetShown(core, brought)
      step(takeBackBrought(values(), brought), null)
    },
    addRow: (field, at) => {
      const type = rowsField(core.store.getState().template, field)?.type
      const count = (values().rows[field] ?? []).length
      if (!type || type.preset || count >= type.max || core.store.getState().readOnly) return null
      const id = newId()
      step(insertRow(values(), field, id, at), null)
      return id
    },
    removeRow: (field, row) => {
      step(removeRow(values(), field, row), null)
    },
    undo: () => {
      move(stepBack(core.history, values()))
    },
    redo: () => {
      move(stepForward(core.history, values()))
    },
  }
}
