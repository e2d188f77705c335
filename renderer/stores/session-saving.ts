import { assertNever } from '../../shared/kernel/assert-never'
import { takesBack } from '../../shared/store/replaced'
import type { RecordWrite } from '../db'
import type { DraftKeeper } from './draft-keeper'
import type { RecordSessionActions, RecordSessionState } from './record-session-types'
import { absorb, forget, problemsOf, show, toWrite, type SessionCore } from './session-core'
import { seenAfterWrite } from './session-seen'

type Saving = Pick<
  RecordSessionActions,
  'save' | 'corrects' | 'check' | 'submit' | 'close' | 'reopen' | 'voidRecord' | 'settle' | 'settleRow'
>

/** What is to be done with the record; `correction`: why it is corrected, for one that is 登记 already. */
interface Doing {
  readonly act: RecordWrite['act']
  readonly correction?: string
  /** What is typed stays out of it. */
  readonly stateOnly?: boolean
}

/** What brings an open form into the journal: one thing at a time. */
export function savingActions(core: SessionCore, draft: DraftKeeper): Saving {
  let last: Promise<unknown> = Promise.resolve()
  const inLine = (work: () => Promise<boolean>): Promise<boolean> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  const state = () => core.store.getState()

  const isSound = (): boolean => {
    core.checking = true
    const problems = problemsOf(core, state().values)
    core.store.setState({ problems })
    return !problems.some((problem) => problem.severity === 'refuse')
  }

  const settled = async (work: () => ReturnType<SessionCore['deps']['workingCopy']['records']['settle']>) => {
    const result = await work()
    if (!result.ok) {
      core.store.setState({ failure: result.error })
      return false
    }
    if (result.value.dot !== undefined) core.own.add(result.value.dot)
    // What was typed and could not be saved is not saved by this.
    if (!state().dirty) forget(core, 'failure')
    await refresh(core)
    return true
  }

  return {
    save: (correction = '') =>
      inLine(async () => {
        const { stored, dirty, readOnly, state: life } = state()
        if (readOnly) return false
        if (stored && !dirty) return true
        if (life === 'submitted' && !isSound()) return false
        return write(core, draft, { act: { act: 'save' }, correction })
      }),
    corrects: () => {
      const { values, state: life } = state()
      return life !== 'draft' && takesBack(core.base, toWrite(core, values))
    },
    check: isSound,
    submit: () =>
      inLine(async () => {
        if (state().readOnly || !isSound()) return false
        return write(core, draft, { act: { act: 'submit' } })
      }),
    close: (correction = '') =>
      inLine(async () => {
        const { readOnly, state: life } = state()
        if (readOnly || life !== 'submitted' || !isSound()) return false
        return write(core, draft, { act: { act: 'close' }, correction })
      }),
    reopen: () =>
      inLine(async () => {
        if (core.deps.workingCopy.readOnly || state().state !== 'closed') return false
        return write(core, draft, { act: { act: 'reopen' }, stateOnly: true })
      }),
    voidRecord: (reason) =>
      inLine(async () => {
        const { stored, readOnly } = state()
        return stored && !readOnly && reason.trim() !== ''
          ? write(core, draft, { act: { act: 'void', reason: reason.trim() }, stateOnly: true })
          : false
      }),
    settle: (conflict, keep) =>
      inLine(() => {
        const { recordId } = state()
        const { workingCopy, person } = core.deps
        return settled(() => workingCopy.records.settle(recordId, conflict, keep, person()))
      }),
    settleRow: (row, keep) =>
      inLine(() => {
        const { recordId } = state()
        const { workingCopy, person } = core.deps
        return settled(() => workingCopy.records.settleRow(recordId, row, keep, person()))
      }),
  }
}

/** A save that breaks off half-way (the browser's storage cannot be read, say) is told; the draft is still there. */
async function write(core: SessionCore, draft: DraftKeeper, doing: Doing): Promise<boolean> {
  core.store.setState({ saving: true })
  try {
    return await writeThrough(core, draft, doing)
  } catch (error) {
    core.store.setState({ failure: { type: 'BadChange', reason: String(error) } })
    draft.touch()
    return false
  } finally {
    core.store.setState({ saving: false })
  }
}

/** One save, from the draft that holds the same to the form that shows what was saved. */
async function writeThrough(core: SessionCore, draft: DraftKeeper, doing: Doing): Promise<boolean> {
  const { deps, store } = core
  const { act, correction } = doing
  // Should the program be killed between the two, the draft left over says just what was saved and is not offered.
  await draft.flush()
  const { recordId, template, templateHash, values } = store.getState()
  const written = doing.stateOnly === true ? core.base : toWrite(core, values)
  const person = deps.person()
  const result = await deps.workingCopy.records.write({
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
  })
  if (!result.ok) {
    store.setState({ failure: result.error })
    return false
  }
  const { dot, masterDot, viewed, number } = result.value
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
  const lags = !(viewed || (await isDone(async () => (await deps.workingCopy.catchUp()).ok)))
  forget(core, 'failure')
  store.setState({ savedAt: deps.clock.now(), stored: true, fromDraft: false, viewLags: lags, number })
  if (lags) {
    store.setState(stateAfter(act))
    show(core, store.getState().values)
  } else if (!(await isDone(() => refresh(core)))) show(core, store.getState().values)
  if (store.getState().dirty) draft.touch()
  else {
    forget(core, 'draftSavedAt')
    await draft.remove()
  }
  return true
}

/** How the record stands after an act, while the working copy cannot say so. */
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

/** Shows the record as the working copy has it now. */
async function refresh(core: SessionCore): Promise<void> {
  const view = await core.deps.workingCopy.records.get(core.store.getState().recordId)
  if (view) absorb(core, view)
}
