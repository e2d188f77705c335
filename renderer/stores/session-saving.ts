import { makeLine } from '../../shared/kernel/line'
import { takesBack } from '../../shared/store/replaced'
import type { DraftKeeper } from './draft-keeper'
import type { RecordSessionActions } from './record-session-types'
import { forget, problemsOf, refresh, toWrite, type SessionCore } from './session-core'
import { write } from './session-write'

type Saving = Pick<
  RecordSessionActions,
  'save' | 'corrects' | 'check' | 'submit' | 'close' | 'reopen' | 'voidRecord' | 'settle' | 'settleRow'
>

/** What brings an open form into the journal: one thing at a time. A next save waits for the journal only. */
export function savingActions(core: SessionCore, draft: DraftKeeper): Saving {
  const inLine = makeLine()
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
      inLine.ahead(async (release) => {
        const { stored, dirty, readOnly, state: life } = state()
        if (readOnly) return false
        if (stored && !dirty) return true
        if (life === 'submitted' && !isSound()) return false
        return write(core, draft, { act: { act: 'save' }, correction }, release)
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
