import type { WorkingCopy } from '../../db'
import type { PersonRef } from '../../../shared/forms/values'
import type { Bridge, FileFailure, JournalFailure } from '../../../shared/ipc/contract'
import { err, ok, type Result } from '../../../shared/kernel/result'

/** It has to be opened first: `draft` something unsaved was typed, `conflict` a decision is open, `state` not 登记. */
export interface NotNow {
  readonly type: 'NotNow'
  readonly why: 'draft' | 'conflict' | 'state'
}

/** 办结 from a list, with nothing else changed. */
export async function closeRecord(
  { bridge, workingCopy }: { readonly bridge: Bridge; readonly workingCopy: Pick<WorkingCopy, 'records'> },
  id: string,
  person: PersonRef | undefined,
): Promise<Result<null, NotNow | JournalFailure | FileFailure>> {
  const view = await workingCopy.records.get(id)
  if (!view?.template || view.row.state !== 'submitted') return err({ type: 'NotNow', why: 'state' })
  if (view.conflicts.length > 0 || view.disputedRows.length > 0)
    return err({ type: 'NotNow', why: 'conflict' })
  const drafts = await bridge.call('draft:list', null)
  if (!drafts.ok) return drafts
  if (drafts.value.some((draft) => draft.record === id)) return err({ type: 'NotNow', why: 'draft' })
  const { template, values, seen, row } = view
  const written = await workingCopy.records.write({
    id,
    template,
    templateHash: row.templateHash,
    base: values,
    values,
    seen,
    act: { act: 'close' },
    ...(person ? { person } : {}),
  })
  return written.ok ? ok(null) : written
}
