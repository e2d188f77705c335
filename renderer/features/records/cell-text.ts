import type { ListedRecord } from '../../db'
import { clockTime, dayText, isoDayText, whenText } from '../../i18n'
import type { ShowMasked } from '../../stores'
import { entryByCode } from '../../../shared/catalogue'
import { formatValue } from '../../../shared/forms'
import type { FieldType } from '../../../shared/forms/field'
import { BETWEEN } from '../../../shared/search/columns'
import type { Column } from './columns'

/** What a cell needs to know beside its record. */
export interface CellWords {
  readonly state: (state: ListedRecord['state']) => string
  readonly mask: ShowMasked
  /** Times are told relative to this (今天 14:03); null: whole, since what is printed is read on another day. */
  readonly now: number | null
}

/** A cell as people read it. */
export function cellText(row: ListedRecord, column: Column, words: CellWords): string {
  const { field } = column
  if (field) return fieldText(column, row.cells[column.key] ?? '', words)
  switch (column.key) {
    case '@number':
      return row.number
    case '@list':
      return entryByCode(row.list)?.head.name ?? row.list
    case '@title':
      return row.title
    case '@on':
      return isoDayText(row.on)
    case '@state':
      return words.state(row.state)
    case '@createdBy':
      return row.createdBy
    case '@updatedBy':
      return row.updatedBy
    case '@createdAt':
      return moment(row.createdAt, words.now)
    case '@updatedAt':
      return moment(row.updatedAt, words.now)
    case '@files':
      return count(row.files)
    case '@corrections':
      return count(row.corrections)
    case '@conflicts':
      return count(row.conflicts)
    default:
      return ''
  }
}

/** A stored text of a field's column as people read it. */
export function fieldText(
  { field, inRows }: Column,
  text: string,
  { mask }: Pick<CellWords, 'mask'>,
): string {
  if (!field || text === '') return text
  const read = (part: string) => mask(formatValue(field, part), masksAs(field.type))
  return inRows ? text.split(BETWEEN).map(read).join(BETWEEN) : read(text)
}

const masksAs = ({ type }: FieldType): FieldType['type'] => type

/** A sum as people read it: 1,234.50, 3 台. */
export function totalText({ field }: Column, sum: string): string {
  return field ? formatValue(field, sum) : sum
}

const count = (many: number): string => (many === 0 ? '' : String(many))

const moment = (ms: number, now: number | null): string =>
  now === null ? `${dayText(ms)} ${clockTime(ms)}` : whenText(ms, now)
