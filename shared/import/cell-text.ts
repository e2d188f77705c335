import { assertNever } from '../kernel/assert-never'
import type { SheetCell } from './cell'
import { plainNumber, withDigits } from './number-text'
import { momentOf } from './serial-day'

/** A cell as a person reads it: days as 2026-01-05, percentages with their sign, numbers without thousands. */
export function cellText(cell: SheetCell | null | undefined, from1904: boolean): string {
  if (cell === null || cell === undefined) return ''
  switch (cell.cell) {
    case 'text':
      return cell.text
    case 'number':
      return numberText(cell, from1904)
    case 'boolean':
      return cell.value ? '是' : '否'
    case 'error':
      return cell.text
    case 'noValue':
      return ''
    default:
      return assertNever(cell)
  }
}

type NumberCell = Extract<SheetCell, { cell: 'number' }>

function numberText({ number, shows, digits }: NumberCell, from1904: boolean): string {
  const plain = plainNumber(number)
  switch (shows) {
    case 'plain':
      return withDigits(plain, digits)
    case 'percent':
      return `${percentOf(plain)}%`
    case 'date':
    case 'dateTime':
    case 'time': {
      const moment = momentOf(number, from1904)
      if (!moment) return plain
      if (moment.day === null || (shows === 'time' && Number(number) < 1)) return moment.time
      return shows === 'date' && !moment.hasTime ? moment.day : `${moment.day} ${moment.time}`
    }
    default:
      return assertNever(shows)
  }
}

/** A part of one in hundredths, exactly: `0.07` → `7`. */
export function percentOf(plain: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  if (whole === '') return plain
  const moved = `${whole}${fraction.slice(0, 2).padEnd(2, '0')}`.replace(/^0+(?=\d)/, '')
  const rest = fraction.slice(2)
  return `${sign}${moved}${rest === '' ? '' : `.${rest}`}`
}
