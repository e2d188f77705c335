import type { Path } from '../../../shared/forms/field'
import type { RecordSession, RecordSessionState } from '../../stores'
import { ConflictPanel } from './conflict-panel'
import { HistoryPanel } from './history-panel'
import { ProblemsPanel } from './problems-panel'
import type { ProblemLine } from './problems-panel'

export type OpenPanel = 'history' | 'problems' | 'conflicts'

export interface EditorPanelsProps {
  readonly panel: OpenPanel | null
  readonly session: RecordSession
  readonly state: RecordSessionState
  readonly lines: readonly ProblemLine[]
  /** The field that the keyboard is or was on. */
  readonly focused: Path | undefined
  readonly onGoto: (stopKey: string) => void
  readonly onClose: () => void
}

/** The side panel that is open, if one is. */
export function EditorPanels({ panel, session, state, lines, focused, onGoto, onClose }: EditorPanelsProps) {
  const { template, values, conflicts } = state
  switch (panel) {
    case null:
      return null
    case 'history':
      return <HistoryPanel state={state} focused={focused} onClose={onClose} />
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
          template={template}
          values={values}
          onSettle={(conflict, dot) => {
            void session.actions.settle(conflict, dot).then(() => {
              if (session.store.getState().conflicts.length === 0) onClose()
            })
          }}
          onClose={onClose}
        />
      )
  }
}
