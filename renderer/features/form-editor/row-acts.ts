import { rowsField } from '../../../shared/forms'
import type { Template } from '../../../shared/forms/template'
import type { RecordSessionActions } from '../../stores'
import type { Stop } from './stops'

export type RowAct = 'above' | 'below' | 'remove'

/** What became of it: the stop to go on at, or why not. */
export type RowOutcome =
  | { readonly outcome: 'goTo'; readonly stopKey: string }
  | { readonly outcome: 'full'; readonly max: number }
  | { readonly outcome: 'none' }

/** Inserts or removes the row that a stop stands in. Rows with printed labels stay as they are. */
export function actOnRow(
  act: RowAct,
  stop: Stop,
  template: Template,
  actions: Pick<RecordSessionActions, 'addRow' | 'removeRow'>,
): RowOutcome {
  const { row } = stop
  const field = row ? rowsField(template, row.rows) : null
  if (!row || !field || field.type.preset) return { outcome: 'none' }
  const at = (index: number): RowOutcome => ({
    outcome: 'goTo',
    stopKey: `${row.rows}/${index}/${field.type.columns[0]?.key ?? row.column}`,
  })
  if (act === 'remove') {
    if (row.id === null) return { outcome: 'none' }
    actions.removeRow(row.rows, row.id)
    return { outcome: 'goTo', stopKey: stop.key }
  }
  // A row that is only printed needs no other one beside it: it is empty itself.
  if (row.id === null) return at(row.index)
  const index = act === 'above' ? row.index : row.index + 1
  return actions.addRow(row.rows, index) === null ? { outcome: 'full', max: field.type.max } : at(index)
}
