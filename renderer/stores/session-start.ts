import { initialValues } from '../../shared/forms'
import type { Template } from '../../shared/forms/template'
import { emptyValues, type FormValues } from '../../shared/forms/values'
import type { Draft, FileFailure } from '../../shared/ipc/contract'
import { uuidv7 } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import { withDerived, withoutDerived, type MasterSeen, type RecordView, type Seen } from '../db'
import { sameValues } from './merge-values'
import { contextOf } from './session-context'
import { filledFor } from './session-customers'
import type { SessionDeps, SessionFailure, SessionSource } from './record-session-types'

/** What an editing session begins with. */
export interface SessionStart {
  readonly template: Template
  readonly templateHash: string
  readonly recordId: string
  readonly view: RecordView | null
  /** What the person saw when the editing began, perhaps in an earlier sitting. */
  readonly base: FormValues
  readonly seen: Seen
  readonly values: FormValues
  readonly draft: Draft | null
  /** Of a card that is begun for a customer. */
  readonly master?: MasterSeen
}

export async function startFrom(
  deps: SessionDeps,
  source: SessionSource,
): Promise<Result<SessionStart, SessionFailure>> {
  switch (source.kind) {
    case 'new':
      return startNew(deps, source.code, source.customer)
    case 'record': {
      const view = await deps.workingCopy.records.get(source.id)
      if (!view) return err({ type: 'UnknownRecord', id: source.id })
      const draft = await findDraft(deps, source.id)
      return draft.ok && draft.value ? startDraft(deps, draft.value, view) : startRecord(view)
    }
    case 'draft': {
      const draft = await findDraft(deps, source.id)
      if (!draft.ok) return draft
      if (!draft.value) return err({ type: 'UnknownDraft', id: source.id })
      const view = await deps.workingCopy.records.get(draft.value.record ?? draft.value.id)
      return startDraft(deps, draft.value, view ?? null)
    }
  }
}

async function startNew(
  deps: SessionDeps,
  code: string,
  customer?: string,
): Promise<Result<SessionStart, SessionFailure>> {
  const { templates, readOnly } = deps.workingCopy
  const current = templates.current(code)
  if (!current) return err({ type: 'UnknownForm', code })
  // The draft file names this version: a later program, with other forms, must find it in the folder.
  const kept = readOnly ? ok(null) : await templates.keep(current.hash)
  if (!kept.ok) return kept
  const first = initialValues(current.template, contextOf(deps))
  const filled = customer === undefined ? null : await filledFor(deps, current.template, first, customer)
  return ok({
    template: current.template,
    templateHash: current.hash,
    recordId: uuidv7(deps.clock, deps.random),
    view: null,
    base: emptyValues,
    seen: {},
    values: filled?.values ?? first,
    draft: null,
    ...(filled?.master ? { master: filled.master } : {}),
  })
}

function startRecord(view: RecordView): Result<SessionStart, SessionFailure> {
  const { template, row, seen } = view
  if (!template) return err({ type: 'UnknownTemplate', hash: row.templateHash })
  const base = withoutDerived(template, view.values)
  return ok({
    template,
    templateHash: row.templateHash,
    recordId: row.id,
    view,
    base,
    seen,
    values: view.values,
    draft: null,
  })
}

/**
 * A draft goes on from what its person saw. One that was saved before it could be removed (the program was killed just
 * then) says nothing new: the record is opened instead.
 */
async function startDraft(
  deps: SessionDeps,
  draft: Draft,
  view: RecordView | null,
): Promise<Result<SessionStart, SessionFailure>> {
  if (view && isSaved(draft, view)) {
    await deps.bridge.call('draft:remove', { id: draft.id })
    return startRecord(view)
  }
  const template = await deps.workingCopy.templates.byHash(draft.templateHash)
  if (!template) return err({ type: 'UnknownTemplate', hash: draft.templateHash })
  return ok({
    template,
    templateHash: draft.templateHash,
    recordId: view?.row.id ?? draft.record ?? draft.id,
    view,
    base: draft.base ?? emptyValues,
    seen: draft.seen,
    values: withDerived(template, draft.values, view?.row.number ?? '', contextOf(deps)),
    draft,
  })
}

/** Whether a draft holds nothing that its record has not. */
function isSaved(draft: Draft, { template, values }: RecordView): boolean {
  return (
    template !== undefined &&
    sameValues(withoutDerived(template, values), withoutDerived(template, draft.values))
  )
}

async function findDraft({ bridge }: SessionDeps, id: string): Promise<Result<Draft | null, SessionFailure>> {
  const drafts = await bridge.call('draft:list', null)
  if (!drafts.ok) return drafts
  return ok(drafts.value.find((draft) => draft.id === id || draft.record === id) ?? null)
}

/** The drafts that are worth offering: those whose record already holds all of it are removed. */
export async function unfinishedDrafts(
  deps: Pick<SessionDeps, 'bridge' | 'workingCopy'>,
): Promise<Result<readonly Draft[], FileFailure>> {
  const drafts = await deps.bridge.call('draft:list', null)
  if (!drafts.ok) return drafts
  const worth: Draft[] = []
  for (const draft of drafts.value) {
    const view = await deps.workingCopy.records.get(draft.record ?? draft.id)
    if (view && isSaved(draft, view)) await deps.bridge.call('draft:remove', { id: draft.id })
    else worth.push(draft)
  }
  return ok(worth.sort((a, b) => b.savedAt - a.savedAt))
}
