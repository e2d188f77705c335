import { assertNever } from '../../shared/kernel/assert-never'
import type { FormValues } from '../../shared/forms/values'
import type { RecordSaved, RecordWrite } from '../db'
import type { DraftKeeper } from './draft-keeper'
import type { RecordSessionState } from './record-session-types'
import { forget, refresh, show, toWrite, type SessionCore } from './session-core'
import { seenAfterWrite } from './session-seen'

/** What is to be done with the record; `correction`: why it is corrected, for one that is 登记 already. */
export interface Doing {
  readonly act: RecordWrite['act']
  readonly correction?: string
  /** What is typed stays out of it. */
  readonly stateOnly?: boolean
}

/** A save that takes longer says so, in milliseconds: nobody reads a word that stands for less. */
const SAVING_TOLD_MS = 100

/**
 * One save, true when it is in the journal. 已保存 is shown as soon as it is flushed there; working copy, form and draft follow
 * before the answer. One that breaks off half-way (the browser's storage cannot be read, say) is told; what was typed is still
 * here, and in the draft.
 */
export async function write(
  core: SessionCore,
  draft: DraftKeeper,
  doing: Doing,
  onSaved: () => void = () => undefined,
): Promise<boolean> {
  const { store } = core
  let isTold = false
  const telling = setTimeout(() => {
    isTold = true
    store.setState({ saving: true })
  }, SAVING_TOLD_MS)
  const end = () => {
    clearTimeout(telling)
    if (isTold) store.setState({ saving: false })
    isTold = false
    onSaved()
  }
  core.writing += 1
  try {
    return await writeThrough(core, draft, doing, end)
  } catch (error) {
    store.setState({ failure: { type: 'BadChange', reason: String(error) } })
    draft.touch()
    await draft.flush()
    await takeIn(core)
    return false
  } finally {
    core.writing -= 1
    end()
  }
}

async function writeThrough(
  core: SessionCore,
  draft: DraftKeeper,
  doing: Doing,
  end: () => void,
): Promise<boolean> {
  const { deps, store } = core
  const { act, correction, stateOnly = false } = doing
  const { recordId, template, templateHash, values } = store.getState()
  const written = stateOnly ? core.base : toWrite(core, values)
  const person = deps.person()
  const savedAt = draft.standing()
  const result = await deps.workingCopy.records.write(
    {
      id: recordId,
      template,
      templateHash,
      base: core.base,
      values: written,
      seen: core.seen,
      ...(core.master ? { master: core.master } : {}),
      act,
      ...(correction === undefined ? {} : { correction }),
      ...(core.from === undefined ? {} : { from: core.from }),
      ...(person ? { person } : {}),
      ...(stateOnly || savedAt.length === 0 ? {} : { held: { id: recordId, savedAt } }),
    },
    (saved) => {
      showSaved(core, act, { shown: values, written }, saved)
      end()
    },
  )
  if (!result.ok) {
    store.setState({ failure: result.error })
    await draft.flush()
    await takeIn(core)
    return false
  }
  const lags = !(result.value.viewed || (await isDone(async () => (await deps.workingCopy.catchUp()).ok)))
  if (lags !== store.getState().viewLags) store.setState({ viewLags: lags })
  if (!lags) {
    core.behind = true
    await takeIn(core)
  }
  if (store.getState().dirty) draft.touch()
  else {
    if (store.getState().draftSavedAt !== undefined) forget(core, 'draftSavedAt')
    await draft.remove()
  }
  return true
}

/** Shows the record as the working copy has it now, once no save is under way but this one. */
async function takeIn(core: SessionCore): Promise<void> {
  const { writes } = core
  const isStill = () => core.writing === 1 && core.writes === writes
  if (!core.behind || !isStill()) return
  await isDone(async () => {
    if (await refresh(core, isStill)) core.behind = false
  })
}

/** What the form showed when it was saved, and what of it was written. */
interface Saved {
  readonly shown: FormValues
  readonly written: FormValues
}

/** The journal has it: the form shows how the record stands now, and the next save goes on from there. */
function showSaved(
  core: SessionCore,
  act: RecordWrite['act'],
  { shown, written }: Saved,
  { dot, masterDot, number }: RecordSaved,
): void {
  const { deps, store } = core
  core.writes += 1
  if (dot !== undefined) {
    core.own.add(dot)
    core.seen = seenAfterWrite(core.seen, core.base, written, dot)
  }
  if (act.act === 'submit') core.master = undefined
  if (masterDot !== undefined && core.master) {
    core.own.add(masterDot)
    const seen = seenAfterWrite(core.master.seen, core.base, written, masterDot)
    core.master = { ...core.master, seen }
  }
  core.base = written
  core.clean = written
  const { failure: _, ...before } = store.getState()
  const after = {
    ...before,
    savedAt: deps.clock.now(),
    stored: true,
    fromDraft: false,
    number,
    ...stateAfter(act),
  }
  // Nothing was typed since, so nothing has to be worked out again.
  const isAll = act.act === 'save' && before.values === shown && before.number === number
  store.setState(isAll ? { ...after, dirty: false } : after, true)
  if (!isAll) show(core, before.values)
}

/** How the record stands after an act, until the working copy says it. */
function stateAfter(
  act: RecordWrite['act'],
): Partial<Pick<RecordSessionState, 'state' | 'voidReason' | 'readOnly'>> {
  switch (act.act) {
    case 'save':
      return {}
    case 'submit':
      return { state: 'submitted' }
    case 'close':
      return { state: 'closed', readOnly: true }
    case 'reopen':
      return { state: 'submitted', readOnly: false }
    case 'void':
      return { state: 'void', voidReason: act.reason, readOnly: true }
    default:
      return assertNever(act)
  }
}

/** What follows a save can fail, but must not make it look as if nothing had been saved. */
const isDone = (work: () => Promise<unknown>): Promise<boolean> =>
  work().then(
    (answer) => answer !== false,
    () => false,
  )
