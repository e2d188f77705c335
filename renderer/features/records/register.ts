import type { RecordRow } from '../../db'
import type { RegisterPrint } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'
import { cellText, type Column } from './columns'

export interface RegisterInput {
  readonly title: string
  readonly letterhead: Letterhead
  readonly columns: readonly Column[]
  readonly rows: readonly RecordRow[]
  readonly columnLabel: (key: Column['key']) => string
  readonly stateLabel: (state: RecordRow['state']) => string
  readonly footnote: string
}

/** The list as it stands on the screen, as a printed register; its times are whole. */
export function registerOf(input: RegisterInput): RegisterPrint {
  const { title, letterhead, columns, rows, footnote } = input
  return {
    title,
    letterhead,
    columns: columns.map(({ key, weight }) => ({
      label: input.columnLabel(key),
      align: key === 'form' || key === 'title' ? 'left' : 'center',
      weight,
    })),
    rows: rows.map((row) =>
      columns.map(({ key }) => (key === 'state' ? input.stateLabel(row.state) : cellText(row, key, null))),
    ),
    footnote,
  }
}
