import { convertText, type CellProblem } from './convert-text'
import type { Field } from '../forms/field'
import type { FieldValue, PersonRef } from '../forms/values'
import { assertNever } from '../kernel/assert-never'
import { err, ok, type Result } from '../kernel/result'
import { isBlank, type SheetCell } from './cell'
import { cellText, percentOf } from './cell-text'
import { lostDigits, plainNumber } from './number-text'
import { momentOf, type Moment } from './serial-day'

/** Who may be meant by a name. */
export interface Names {
  readonly person: (name: string) => PersonRef | undefined
  readonly customer: (name: string) => PersonRef | undefined
}

export interface Converted {
  /** Null: the cell is empty. */
  readonly value: FieldValue | null
  /** Taken over, and worth a look. */
  readonly doubt?: CellDoubt
}

/** `timeLeftOut`: a day was asked for. `percentSmall`: 0.05 without a per cent sign was read as 0.05 %. */
export type CellDoubt = 'timeLeftOut' | 'percentSmall'

type Read = Result<Converted, CellProblem>
type NumberCell = Extract<SheetCell, { cell: 'number' }>

/** The value that a cell has in a field. What cannot be read is said, never guessed. */
export function convertCell(
  field: Field,
  cell: SheetCell | null | undefined,
  from1904: boolean,
  names: Names,
): Read {
  if (cell === null || cell === undefined || isBlank(cell)) return ok({ value: null })
  switch (cell.cell) {
    case 'error':
      return err({ problem: 'errorCell', typed: cell.text })
    case 'noValue':
      return err({ problem: 'noValue', typed: '' })
    case 'boolean':
      return field.type.type === 'yesNo'
        ? ok({ value: cell.value })
        : convertText(field, cell.value ? 'TRUE' : 'FALSE', names)
    case 'number':
      return convertNumber(field, cell, from1904, names)
    case 'text':
      return convertText(field, cell.text, names)
    default:
      return assertNever(cell)
  }
}

function convertNumber(field: Field, cell: NumberCell, from1904: boolean, names: Names): Read {
  const { number, shows } = cell
  const plain = plainNumber(number)
  const isDay = shows === 'date' || shows === 'dateTime' || shows === 'time'
  const asShown = () => convertText(field, cellText(cell, from1904), names)
  const { type } = field.type
  switch (type) {
    case 'number':
    case 'money':
      return isDay
        ? err({ problem: 'notANumber', typed: cellText(cell, from1904) })
        : convertText(field, plain, names)
    case 'percent':
      return isDay
        ? err({ problem: 'notANumber', typed: cellText(cell, from1904) })
        : percent(field, plain, shows, names)
    case 'date':
    case 'dateTime':
    case 'time':
    case 'month':
    case 'year': {
      const moment = isDay || isSerial(number, type) ? momentOf(number, from1904) : null
      const read = moment && ofMoment(type, moment)
      return read ? ok(read) : asShown()
    }
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'idNumber':
    case 'creditCode':
    case 'serial':
      if (!isDay && shows === 'plain' && lostDigits(number))
        return err({ problem: 'lostDigits', typed: plain })
      return asShown()
    case 'choice':
    case 'choices':
    case 'yesNo':
    case 'rating':
    case 'matrix':
    case 'person':
    case 'customer':
    case 'rows':
    case 'computed':
    case 'signature':
    case 'seal':
      return asShown()
    default:
      return assertNever(type)
  }
}

function percent(field: Field, plain: string, shows: NumberCell['shows'], names: Names): Read {
  const isSmall = shows === 'plain' && plain !== '0' && Math.abs(Number(plain)) < 1
  const read = convertText(field, shows === 'percent' ? percentOf(plain) : plain, names)
  return read.ok && isSmall ? ok({ ...read.value, doubt: 'percentSmall' }) : read
}

/** Days from 1950 to 2119 as they stand in cells that somebody set back to 常规. */
const FIRST_SERIAL = 18_264
const LAST_SERIAL = 80_000

const isSerial = (number: string, type: 'date' | 'dateTime' | 'time' | 'month' | 'year'): boolean => {
  const value = Number(number)
  if (type === 'time') return value >= 0 && value < 1
  return type !== 'year' && value >= FIRST_SERIAL && value < LAST_SERIAL
}

function ofMoment(
  type: 'date' | 'dateTime' | 'time' | 'month' | 'year',
  { day, time, hasTime }: Moment,
): Converted | null {
  if (type === 'time') return { value: time }
  if (day === null) return null
  if (type === 'date') return hasTime ? { value: day, doubt: 'timeLeftOut' } : { value: day }
  if (type === 'dateTime') return { value: `${day}T${time}` }
  return { value: day.slice(0, type === 'month' ? 7 : 4) }
}
