import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { rowsField } from '../../../shared/forms'
import type { RecordSession } from '../../stores'
import { useNotices } from '../../ui'
import type { Editing } from './editing'
import { actOnRow } from './row-acts'
import type { RowAct } from './row-acts'
import { useStable } from './use-stable'
import type { StopFocus } from './use-stop-focus'

/** What the fields and rows of the sheet do to the session. */
export function useSheetEditing(
  session: RecordSession,
  focus: StopFocus,
  misread: Editing['misread'],
  focused: Editing['focused'],
  choice: Pick<Editing, 'choose' | 'create' | 'tellNew' | 'openCustomer'>,
): { readonly editing: Editing; readonly onRow: (act: RowAct, stopKey: string | null) => void } {
  const { t } = useTranslation('editor')
  const notices = useNotices()
  const { find, goToNext, move } = focus
  const { actions, store } = session
  // The same object always: another one would draw every field again.
  const editing = useStable<Editing>({
    set: (stopKey, value) => {
      const stop = find(stopKey)
      if (stop) actions.setValue(stop.path, value)
    },
    ...choice,
    misread,
    moveOn: (stopKey) => {
      move(stopKey, 1, true)
    },
    focused,
  })
  const onRow = useCallback(
    (act: RowAct, stopKey: string | null) => {
      const stop = find(stopKey)
      const { readOnly, template } = store.getState()
      if (!stop || readOnly) return
      const outcome = actOnRow(act, stop, template, actions)
      if (outcome.outcome === 'goTo') goToNext(outcome.stopKey)
      else if (outcome.outcome === 'full') {
        const across = stop.row && rowsField(template, stop.row.rows)?.type.direction === 'across'
        notices.tell(t(across ? 'column.full' : 'row.full', { max: outcome.max }))
      }
    },
    [find, goToNext, store, actions, notices, t],
  )
  return { editing, onRow }
}
