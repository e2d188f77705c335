import type { RecordRow } from '../../db'
import { clockTime, dayText, isoDayText, whenText } from '../../i18n'
import { entryByCode } from '../../../shared/catalogue'

export interface Column {
  readonly key: 'number' | 'form' | 'title' | 'on' | 'state' | 'by' | 'updated'
  /** CSS grid track. */
  readonly track: string
  /** Share of the paper's width in the printed register. */
  readonly weight: number
}

const all: readonly Column[] = [
  { key: 'number', track: 'minmax(128px, 160px)', weight: 16 },
  { key: 'form', track: 'minmax(136px, 1fr)', weight: 20 },
  { key: 'title', track: 'minmax(120px, 2fr)', weight: 26 },
  { key: 'on', track: '130px', weight: 13 },
  { key: 'state', track: 'minmax(94px, 108px)', weight: 8 },
  { key: 'by', track: 'minmax(96px, 110px)', weight: 10 },
  { key: 'updated', track: 'minmax(120px, 140px)', weight: 14 },
]

/** One form's own list need not repeat its name on every line. */
export function columnsOf(code: string): readonly Column[] {
  return code === '' ? all : all.filter((column) => column.key !== 'form')
}

/**
 * A cell as text; the state is told by `common:state.*`. Times are relative to `now` (今天 14:03), or whole where `now` is
 * null: what is printed will be read on another day.
 */
export function cellText(row: RecordRow, key: Exclude<Column['key'], 'state'>, now: number | null): string {
  switch (key) {
    case 'number':
      return row.number
    case 'form':
      return entryByCode(row.list)?.head.name ?? row.list
    case 'title':
      return row.title
    case 'on':
      return isoDayText(row.on)
    case 'by':
      return row.updatedBy
    case 'updated':
      return now === null
        ? `${dayText(row.updatedAt)} ${clockTime(row.updatedAt)}`
        : whenText(row.updatedAt, now)
  }
}
