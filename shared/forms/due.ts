import { addDays, dayOf, isDay, isDateTime, isMonth, partsOf, type Day } from '../kernel/dates'
import type { Calendar } from '../kernel/working-days'
import type { Field, Path, RowsType } from './field'
import { isRows } from './field-types'
import type { Meaning } from './meaning'
import type { Template } from './template'
import type { FieldValue, FormValues, PersonRef, RowValue } from './values'
import { rowName } from './values/validate'

/** A day that somebody has to keep, as one field of a record says. */
export interface Due {
  readonly path: Path
  /** As a person reads it: the field's label; in 明细 with the rows' and the place (维修记录 第 2 行 下一次保养期). */
  readonly label: string
  readonly on: Day
  /** deadline: by then this matter is to be done; next: then something further is to follow (下次…). */
  readonly kind: 'deadline' | 'next'
  /** The same row, or the record, says that it is done. A record that is closed or void has nothing due in any case. */
  readonly done: boolean
  /** The customer of that row, where rows have customers of their own. */
  readonly customer?: PersonRef
}

/** What says that a deadline was kept: the day of completion, or a tick. */
const SETTLING: ReadonlySet<Meaning | undefined> = new Set<Meaning>(['done.on', 'done.mark'])
/** In a row also the day on which the planned training was held. */
const SETTLING_ROW: ReadonlySet<Meaning | undefined> = new Set<Meaning>([
  'done.on',
  'done.mark',
  'training.on',
])

/** Every deadline and planned next day of a record that has a date, in the order of the form, rows in theirs. */
export function duesOf(template: Template, values: FormValues): readonly Due[] {
  const settled = template.fields.some(
    (field) => SETTLING.has(field.meaning) && saysDone(values.fields[field.key]),
  )
  return template.fields.flatMap((field): readonly Due[] => {
    if (isRows(field)) return duesOfRows(field, values.rows[field.key] ?? [], settled)
    const kind = kindOf(field)
    const on = kind && dayIn(field, values.fields[field.key])
    if (!kind || !on) return []
    return [{ path: [field.key], label: field.label, on, kind, done: kind === 'deadline' && settled }]
  })
}

export type DueState = 'overdue' | 'today' | 'soon' | 'later'

/** Working days within which a deadline is soon. */
const SOON_WORKDAYS = 3

/**
 * How a day that is due stands. `workdays`: how many it is overdue, or how many are left, the day itself counted; 0 also
 * when only days off lie between. `known` false: the government's calendar does not reach so far, weekends count plainly.
 */
export function dueState(
  on: Day,
  today: Day,
  calendar: Pick<Calendar, 'workdaysBetween'>,
): { readonly state: DueState; readonly workdays: number; readonly known: boolean } {
  const [from, to] = on < today ? [on, today] : [today, on]
  const counted = calendar.workdaysBetween(from, to)
  if (!counted) throw new Error(`no days: ${on}, ${today}`)
  if (on < today) return { state: 'overdue', ...counted }
  if (on === today) return { state: 'today', ...counted }
  return { state: counted.workdays <= SOON_WORKDAYS ? 'soon' : 'later', ...counted }
}

function duesOfRows(
  field: Field & { readonly type: RowsType },
  rows: readonly RowValue[],
  recordSettled: boolean,
): readonly Due[] {
  const { columns } = field.type
  const settling = columns.filter(({ meaning }) => SETTLING_ROW.has(meaning))
  const customer = columns.find(({ type }) => type.type === 'customer')
  return rows.flatMap((row, at) =>
    columns.flatMap((column): readonly Due[] => {
      const kind = kindOf(column)
      const on = kind && dayIn(column, row.cells[column.key])
      if (!kind || !on) return []
      const who = customer && row.cells[customer.key]
      return [
        {
          path: [field.key, row.id, column.key],
          label: `${field.label} ${rowName(field.type, row.id, at)} ${column.label}`,
          on,
          kind,
          done:
            kind === 'next'
              ? isFollowed(columns, rows, row, column)
              : settling.length > 0
                ? settling.some((other) => saysDone(row.cells[other.key]))
                : recordSettled,
          ...(isPerson(who) ? { customer: who } : {}),
        },
      ]
    }),
  )
}

/**
 * On a card that gets a row each time (维修记录), what was to follow has followed when another row has a later day: the day
 * of the row itself, or where rows have none, the planned one.
 */
function isFollowed(
  columns: readonly Field[],
  rows: readonly RowValue[],
  row: RowValue,
  planned: Field,
): boolean {
  const own = columns.find((column) => kindOf(column) === null && column.type.type === 'date') ?? planned
  const day = dayIn(own, row.cells[own.key])
  return day !== null && rows.some((other) => (dayIn(own, other.cells[own.key]) ?? '') > day)
}

function kindOf({ meaning }: Field): Due['kind'] | null {
  if (meaning === 'due.on') return 'deadline'
  return meaning === 'due.next' ? 'next' : null
}

const saysDone = (value: FieldValue | undefined): boolean =>
  value === true || (typeof value === 'string' && value !== '')

/** The day of a value; the last one of a month or a year, within which the promise is kept. */
function dayIn({ type }: Field, value: FieldValue | undefined): Day | null {
  if (typeof value !== 'string') return null
  if (type.type === 'date') return isDay(value) ? value : null
  if (type.type === 'dateTime') return isDateTime(value) ? value.slice(0, 10) : null
  if (type.type === 'month') return isMonth(value) ? lastOfMonth(value) : null
  return type.type === 'year' ? dayOf(Number(value), 12, 31) : null
}

function lastOfMonth(month: string): Day | null {
  const { year, month: number } = partsOf(`${month}-01`) ?? { year: 0, month: 0 }
  const next = number === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, number + 1, 1)
  return next && addDays(next, -1)
}

const isPerson = (value: FieldValue | undefined): value is PersonRef =>
  typeof value === 'object' && 'name' in value && typeof value.name === 'string'
