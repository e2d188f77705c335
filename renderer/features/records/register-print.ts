import type { ListedRecord } from '../../db'
import type { RegisterPrint } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'
import { cellText, totalText, type CellWords } from './cell-text'
import { hasTotal, type Column } from './columns'

export interface RegisterInput {
  readonly title: string
  readonly letterhead: Letterhead
  readonly columns: readonly Column[]
  readonly rows: readonly ListedRecord[]
  /** Sums for a last line; null: these rows are only a part. */
  readonly totals: { readonly [column: string]: string } | null
  readonly totalLabel: string
  readonly words: Omit<CellWords, 'now'>
  readonly footnote: string
}

/** The register as it stands on the screen, for paper; its times are whole. */
export function registerPrint(input: RegisterInput): RegisterPrint {
  const { title, letterhead, columns, rows, totals, footnote } = input
  const words: CellWords = { ...input.words, now: null }
  const sums = columns.map((column) => {
    const sum = totals && hasTotal(column) ? totals[column.key] : undefined
    return sum === undefined ? '' : totalText(column, sum)
  })
  const hasSums = sums.some((sum) => sum !== '')
  return {
    title,
    letterhead,
    columns: columns.map(({ label, kind, width, key }) => ({
      label,
      align: kind === 'number' ? 'right' : kind === 'text' && key !== '@number' ? 'left' : 'center',
      weight: width / 10,
    })),
    rows: [
      ...rows.map((row) => columns.map((column) => cellText(row, column, words))),
      ...(hasSums ? [sums.map((sum, at) => (at === 0 && sum === '' ? input.totalLabel : sum))] : []),
    ],
    footnote,
  }
}
