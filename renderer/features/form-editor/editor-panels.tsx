import type { Path } from '../../../shared/forms/field'
import { AttachmentsPanel, type UsedAttachments } from '../attachments'
import type { RecordSession } from '../../stores'
import type { SheetState } from './use-sheet-state'
import { useTranslation } from 'react-i18next'
import { ConflictPanel } from './conflict-panel'
import { CustomerPanel } from './customer-panel'
import { HistoryPanel } from './history-panel'
import type { MasterChange } from './master-changes'
import { ProblemsPanel } from './problems-panel'
import type { ProblemLine } from './problems-panel'
import { SidePanel } from './side-panel'

export type OpenPanel = 'history' | 'problems' | 'conflicts' | 'files' | 'customer'

export interface EditorPanelsProps {
  readonly panel: OpenPanel | null
  readonly session: RecordSession
  readonly state: SheetState
  readonly lines: readonly ProblemLine[]
  readonly attachments: UsedAttachments
  readonly changes: readonly MasterChange[]
  readonly onTake: (changes: readonly MasterChange[]) => void
  readonly onIgnore: () => void
  /** The field that the keyboard is or was on. */
  readonly focused: Path | undefined
  readonly onGoto: (stopKey: string) => void
  readonly onClose: () => void
}

/** The side panel that is open, if one is. */
export function EditorPanels(props: EditorPanelsProps) {
  const { t } = useTranslation('attachments')
  const { panel, session, state, lines, attachments, focused, onGoto, onClose } = props
  const { template, values, conflicts, disputedRows } = state
  const closeWhenDone = () => {
    const now = session.store.getState()
    if (now.conflicts.length + now.disputedRows.length === 0) onClose()
  }
  switch (panel) {
    case null:
      return null
    case 'history':
      return <HistoryPanel session={session} state={state} focused={focused} onClose={onClose} />
    case 'files':
      return (
        <SidePanel title={t('title')} onClose={onClose}>
          <AttachmentsPanel attachments={attachments} />
        </SidePanel>
      )
    case 'customer':
      return (
        <CustomerPanel
          state={state}
          changes={props.changes}
          onTake={props.onTake}
          onIgnore={props.onIgnore}
          onClose={onClose}
        />
      )
    case 'problems':
      return (
        <ProblemsPanel
          lines={lines}
          submitted={state.state === 'submitted'}
          onGoto={onGoto}
          onClose={onClose}
        />
      )
    case 'conflicts':
      return (
        <ConflictPanel
          conflicts={conflicts}
          disputedRows={disputedRows}
          template={template}
          values={values}
          onSettle={(conflict, dot) => {
            void session.actions.settle(conflict, dot).then(closeWhenDone)
          }}
          onSettleRow={(row, keep) => {
            void session.actions.settleRow(row, keep).then(closeWhenDone)
          }}
          onClose={onClose}
        />
      )
  }
}
