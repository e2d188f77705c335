import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Path } from '../../../shared/forms/field'
import { useLive } from '../../db'
import { failureText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import type { RecordSession } from '../../stores'
import { useNotices } from '../../ui'
import { useLetterhead } from '../forms-library'
import { CompareDialog, formNames, HistoryList, placeIn, type SetBackBar } from '../history'
import { SidePanel } from './side-panel'
import type { SheetState } from './use-sheet-state'

export interface HistoryPanelProps {
  readonly session: RecordSession
  readonly state: SheetState
  /** The field that the keyboard stood on. */
  readonly focused: Path | undefined
  readonly onClose: () => void
}

/** Who changed what of a record, when and where; any two moments beside each other; and the ways back. */
export function HistoryPanel({ session, state, focused, onClose }: HistoryPanelProps) {
  const { t } = useTranslation(['history', 'editor', 'common'])
  const { workingCopy } = useServices()
  const person = usePersonRef()
  const notices = useNotices()
  const letterhead = useLetterhead()
  const [picked, setPicked] = useState<string | null>(null)
  const { recordId, template, values } = state
  const dirty = useStore(session.store, (now) => now.dirty)
  const entries = useLive(() => workingCopy.records.history(recordId), [workingCopy, recordId])
  const names = useMemo(() => formNames(t, template), [t, template])
  const momentOf = useCallback(
    (dot: string) => workingCopy.records.at(recordId, dot),
    [workingCopy, recordId],
  )

  const setBack = async (dot: string, path: Path | undefined, reason: string) => {
    const what = path ? ({ part: 'path', path } as const) : ({ part: 'all' } as const)
    const done = await workingCopy.records.setBack(recordId, { dot, what, reason }, person)
    if (done.ok) notices.tell(t('setBack.done'))
    else notices.warn(t('setBack.failed', { reason: failureText(done.error) }))
  }
  return (
    <SidePanel title={t('title')} onClose={onClose}>
      <HistoryList
        entries={entries}
        names={names}
        focused={
          focused && !focused[1]?.startsWith('+')
            ? { path: focused, name: names.field(focused, placeIn(values, focused)) }
            : undefined
        }
        onCompare={({ dot }) => {
          setPicked(dot)
        }}
      />
      {picked !== null && entries ? (
        <CompareDialog
          entries={entries}
          picked={picked}
          names={names}
          letterhead={letterhead}
          momentOf={momentOf}
          barred={barOf(state, dirty, workingCopy.readOnly)}
          correction={state.state === 'submitted'}
          onSetBack={(dot, path, reason) => void setBack(dot, path, reason)}
          onClose={() => {
            setPicked(null)
          }}
        />
      ) : null}
    </SidePanel>
  )
}

/** What is typed and not saved would stand in the way of what is set back. */
function barOf(state: SheetState, dirty: boolean, folderReadOnly: boolean): SetBackBar | undefined {
  if (folderReadOnly) return 'readOnly'
  if (state.state === 'void' || state.state === 'closed') return 'closed'
  return dirty ? 'dirty' : undefined
}
