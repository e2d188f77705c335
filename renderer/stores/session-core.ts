import { createStore, type StoreApi } from 'zustand/vanilla'
import { validateValues, type ValueProblem } from '../../shared/forms'
import type { Brought } from '../../shared/customers/choosing'
import { emptyValues, type FormValues } from '../../shared/forms/values'
import type { Draft } from '../../shared/ipc/contract'
import {
  withDerived,
  withoutDerived,
  type MasterSeen,
  type RecordState,
  type RecordView,
  type Seen,
} from '../db'
import { emptyHistory, type EditHistory } from './edit-history'
import { mergeValues, sameValues } from './merge-values'
import type { RecordSessionState, SessionDeps } from './record-session-types'
import { withoutSpareRows } from './row-values'
import { seenAfter } from './session-seen'
import { contextOf } from './session-context'
import type { SessionStart } from './session-start'

/** What an editing session knows besides what it shows. */
export interface SessionCore {
  readonly deps: SessionDeps
  readonly store: StoreApi<RecordSessionState>
  /** What a save compares with: the values when editing began, without what is derived. */
  base: FormValues
  /** What counts as nothing typed: `base`, or for a new record its first values. */
  clean: FormValues
  seen: Seen
  /** The same of the customer that a card shows. */
  master: MasterSeen | undefined
  history: EditHistory
  /** Dots of the changes that this session wrote. */
  readonly own: Set<string>
  /** Id of the record that this one is made from, until that is written. */
  readonly from: string | undefined
  /** What customers brought in during this sitting, by the place where each was named. */
  readonly brought: Map<string, Lately>
  /** 登记 was tried: problems are kept up to date. */
  checking: boolean
  /** Saves that are under way; the last of them takes in what they wrote. */
  writing: number
  /** A save was stored and the record is still to be taken in as the working copy has it now. */
  behind: boolean
  /** Saves of this session that the journal has: a view that was asked for before the last of them may be older. */
  writes: number
}

/** The customer that stood last in one place, and what came with it. */
export interface Lately {
  readonly id: string
  readonly brought: readonly Brought[]
}

export function createCore(deps: SessionDeps, start: SessionStart): SessionCore {
  const { template, view } = start
  const first = withoutDerived(template, start.values)
  const store = createStore<RecordSessionState>(() => ({
    template,
    templateHash: start.templateHash,
    recordId: start.recordId,
    values: start.values,
    dirty: start.draft !== null,
    fromDraft: start.draft !== null,
    saving: false,
    ...(start.draft ? { draftSavedAt: start.draft.savedAt } : {}),
    viewLags: false,
    problems: [],
    canUndo: false,
    canRedo: false,
    ...(start.draft?.copyOf === undefined ? {} : { copyOf: start.draft.copyOf }),
    ...(start.draft?.from === undefined ? {} : { from: start.draft.from }),
    ...shownOf(deps, view),
  }))
  const core: SessionCore = {
    deps,
    store,
    base: start.base,
    clean: view ? start.base : start.draft ? emptyValues : first,
    seen: start.seen,
    master: start.draft?.master ?? start.master,
    history: emptyHistory,
    own: new Set(),
    from: start.draft?.from,
    brought: new Map(),
    checking: false,
    writing: 0,
    behind: false,
    writes: 0,
  }
  if (view) absorb(core, view)
  return core
}

/** Takes in the record as it is now: untouched fields follow it, touched ones stay as they were typed. */
export function absorb(core: SessionCore, view: RecordView): void {
  const state = core.store.getState()
  const { template } = state
  const current = withoutDerived(template, state.values)
  const incoming = withoutDerived(template, view.values)
  const merged = mergeValues(core.base, current, incoming)
  core.seen = seenAfter({
    base: core.base,
    current,
    incoming,
    before: core.seen,
    now: view.seen,
    own: core.own,
  })
  core.master = masterAfter(core, view, current, incoming)
  core.base = incoming
  core.clean = incoming
  if (!sameValues(merged, current)) core.history = emptyHistory
  core.store.setState({ ...shownOf(core.deps, view), stored: true })
  show(core, merged)
}

/** Shows the record as the working copy has it now, if that is still wanted once it is known. */
export async function refresh(core: SessionCore, isWanted: () => boolean = () => true): Promise<boolean> {
  const view = await core.deps.workingCopy.records.get(core.store.getState().recordId)
  if (!isWanted()) return false
  if (view) absorb(core, view)
  return true
}

/** What a card may replace in its customer, after the card or the customer was changed. */
function masterAfter(
  { base, own, master: before }: SessionCore,
  { master, row }: RecordView,
  current: FormValues,
  incoming: FormValues,
): MasterSeen | undefined {
  // A draft goes on from what its customer said when that was chosen.
  if (row.state === 'draft') return before ?? master
  if (!master || before?.id !== master.id) return master
  const seen = seenAfter({ base, current, incoming, before: before.seen, now: master.seen, own })
  return { id: master.id, seen }
}

/** What a session shows of the record itself. */
function shownOf(deps: SessionDeps, view: RecordView | null) {
  const state: RecordState = view?.row.state ?? 'draft'
  return {
    stored: view !== null,
    state,
    number: view?.row.number ?? '',
    sharesNumber: view?.sharesNumber ?? false,
    corrections: view?.corrections ?? 0,
    corrected: view?.corrected ?? [],
    conflicts: view?.conflicts ?? [],
    disputedRows: view?.disputedRows ?? [],
    readOnly: deps.workingCopy.readOnly || state === 'void' || state === 'closed',
    ...(view?.from === undefined ? {} : { from: view.from }),
    ...(view?.voidReason === undefined ? {} : { voidReason: view.voidReason }),
  }
}

/** Shows these values, with all that follows from them. */
export function show(core: SessionCore, values: FormValues): void {
  const { template, number, values: before } = core.store.getState()
  const derived = withDerived(template, values, number, contextOf(core.deps))
  core.store.setState({
    values: sameValues(derived, before) ? before : derived,
    dirty: !sameValues(toWrite(core, derived), core.clean),
    canUndo: core.history.past.length > 0,
    canRedo: core.history.future.length > 0,
    ...(core.checking ? { problems: problemsOf(core, derived) } : {}),
  })
}

/** The values as a save would write them. */
export function toWrite(core: SessionCore, values: FormValues): FormValues {
  return withoutSpareRows(withoutDerived(core.store.getState().template, values), core.base)
}

/** What stands against 登记. The number is given by 登记 itself and cannot be missing before. */
export function problemsOf(core: SessionCore, values: FormValues): readonly ValueProblem[] {
  const { template } = core.store.getState()
  const serials = new Set(
    template.fields.filter((field) => field.type.type === 'serial').map((field) => field.key),
  )
  return validateValues(template, values, contextOf(core.deps)).filter(
    ({ path, problem }) => problem.kind !== 'required' || !serials.has(path[0] ?? ''),
  )
}

/** The draft as it is now. */
export function draftOf(core: SessionCore): Draft {
  const { template, templateHash, recordId, stored, values } = core.store.getState()
  const person = core.deps.person()
  return {
    id: recordId,
    templateHash,
    templateCode: template.code,
    values: withoutDerived(template, values),
    seen: core.seen,
    savedAt: core.deps.clock.now(),
    ...(stored ? { record: recordId, base: core.base } : {}),
    ...(core.master ? { master: core.master } : {}),
    ...(stored || core.from === undefined ? {} : { from: core.from }),
    ...(person ? { person: person.id ?? person.name } : {}),
  }
}

/** Takes what no longer holds out of what is shown. */
export function forget(core: SessionCore, key: 'failure' | 'draftFailure' | 'draftSavedAt'): void {
  const { [key]: _, ...rest } = core.store.getState()
  core.store.setState(rest, true)
}
