import type { TFunction } from 'i18next'
import type { RecordRow } from '../../db'
import type { RegisterPrint } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { DueLine } from './due-lines'
import { dayWithWeekday, stateText } from './due-text'

/** Lines of one printed list; more is a matter for a narrower filter. */
export const PRINT_MOST = 5000

export interface DueRegisterInput {
  readonly t: TFunction<'dues'>
  readonly lines: readonly DueLine[]
  /** There is more than fits. */
  readonly more: boolean
  readonly records: ReadonlyMap<string, Pick<RecordRow, 'number' | 'title'>>
  readonly nameOf: (list: string) => string
  readonly letterhead: Letterhead
  readonly printedAt: string
}

/** The list as it is printed. */
export function dueRegister({
  t,
  lines,
  more,
  records,
  nameOf,
  letterhead,
  printedAt,
}: DueRegisterInput): RegisterPrint {
  const columns = [
    { key: 'on', weight: 17, text: (due: DueLine) => dayWithWeekday(due.on) },
    { key: 'state', weight: 13, text: stateText },
    { key: 'label', weight: 17, text: (due: DueLine) => due.label },
    {
      key: 'customer',
      weight: 20,
      text: (due: DueLine) => (due.about === '' ? (records.get(due.id)?.title ?? '') : due.about),
    },
    { key: 'number', weight: 14, text: (due: DueLine) => records.get(due.id)?.number ?? '' },
    { key: 'form', weight: 18, text: (due: DueLine) => nameOf(due.list) },
    { key: 'who', weight: 9, text: (due: DueLine) => due.who },
  ] as const
  const foot = [...(more ? [t('printMost', { count: lines.length })] : []), printedAt]
  return {
    title: t('title'),
    letterhead,
    columns: columns.map(({ key, weight }) => ({ label: t(`column.${key}`), align: 'left', weight })),
    rows: lines.map((line) => columns.map(({ text }) => text(line))),
    footnote: foot.join('  ·  '),
  }
}
