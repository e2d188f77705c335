import type { Field } from '../../../shared/forms/field'
import { isNumeric } from '../../../shared/forms/field-types'
import type { Meaning } from '../../../shared/forms/meaning'
import type { Template } from '../../../shared/forms/template'
import { fieldColumns, type FieldColumn } from '../../../shared/search/columns'
import type { Comparison, OwnColumn, Sort } from '../../../shared/search/list-query'

/** How a column is compared, filtered and aligned. `moment`: milliseconds since 1970. */
export type ColumnKind = 'text' | 'number' | 'day' | 'moment' | 'state' | 'choice'

export interface Column {
  /** Own column or key of a field (`fieldColumns`). */
  readonly key: string
  readonly label: string
  readonly kind: ColumnKind
  /** Pixels. */
  readonly width: number
  /** Absent for a column that every register has. */
  readonly field?: Field
  /** It stands in 明细行: a cell holds several values. */
  readonly inRows: boolean
}

/** By which column a register is ordered. */
export type RegisterSort = Pick<Sort, 'column' | 'direction'>

/** What the columns are called that every register has. */
export type OwnLabel = (key: OwnColumn) => string

const own: Readonly<Record<OwnColumn, { readonly kind: ColumnKind; readonly width: number }>> = {
  '@number': { kind: 'text', width: 148 },
  '@list': { kind: 'text', width: 180 },
  '@title': { kind: 'text', width: 220 },
  '@on': { kind: 'day', width: 126 },
  '@state': { kind: 'state', width: 92 },
  '@updatedAt': { kind: 'moment', width: 132 },
  '@updatedBy': { kind: 'text', width: 108 },
  '@createdAt': { kind: 'moment', width: 132 },
  '@createdBy': { kind: 'text', width: 108 },
  '@files': { kind: 'number', width: 76 },
  '@corrections': { kind: 'number', width: 76 },
  '@conflicts': { kind: 'number', width: 76 },
}
const ownKeys = Object.keys(own) as readonly OwnColumn[]

const ownColumn = (key: OwnColumn, label: string): Column => ({ key, label, inRows: false, ...own[key] })

/** Every column that a register may show: what all records have, then the form's fields. Null: the list of all forms. */
export function allColumns(template: Pick<Template, 'fields'> | null, ownLabel: OwnLabel): readonly Column[] {
  if (!template) return ownKeys.map((key) => ownColumn(key, ownLabel(key)))
  const number = template.fields.find(({ type }) => type.type === 'serial')
  const on = template.fields.find(({ type, meaning }) => meaning === 'record.on' && type.type === 'date')
  const labels: Readonly<Record<string, string | undefined>> = { '@number': number?.label, '@on': on?.label }
  // Number and own day of a record are told by the columns that every register has.
  const told = new Set([number?.key, on?.key])
  return [
    ...ownKeys
      .filter((key) => key !== '@list' && (key !== '@number' || number))
      .map((key) => ownColumn(key, labels[key] ?? ownLabel(key))),
    ...fieldColumns(template)
      .filter(({ key }) => !told.has(key))
      .map(fieldColumn),
  ]
}

function fieldColumn({ key, label, field, inRows }: FieldColumn): Column {
  return { key, label, field, inRows, kind: kindOf(field), width: widthOf(field, label) }
}

const DAYS: ReadonlySet<string> = new Set(['date', 'dateTime', 'month', 'year'])
const CHOICES: ReadonlySet<string> = new Set(['choice', 'choices', 'yesNo', 'rating', 'matrix'])

function kindOf({ type }: Field): ColumnKind {
  if (isNumeric(type)) return 'number'
  if (DAYS.has(type.type)) return 'day'
  return CHOICES.has(type.type) ? 'choice' : 'text'
}

/** Pixels that values of a type take; others as many as their longest text, within reason. */
const WIDTH_OF: { readonly [type in Field['type']['type']]?: number } = {
  date: 126,
  dateTime: 160,
  money: 112,
  number: 100,
  percent: 100,
  computed: 100,
  phone: 150,
  customer: 150,
  longText: 260,
}

function widthOf({ type, max }: Field, label: string): number {
  const head = Math.min(30 + 14 * label.length, 180)
  return Math.max(head, WIDTH_OF[type.type] ?? Math.min(220, Math.max(90, 24 + 8 * max)))
}

/** Fields that say most about a record, the most telling first. */
const telling: readonly Meaning[] = [
  'complaint.kind',
  'complaint.urgency',
  'product.name',
  'service.kind',
  'contact.purpose',
  'visit.purpose',
  'training.topic',
  'staff.name',
  'complaint.reason',
  'service.problem',
  'sale.amount',
  'cost.amount',
  'customer.phone',
  'visit.person',
  'service.person',
  'record.handledBy',
]
const TELLING = 5

/** The columns that a register shows until a person chooses others. */
export function firstColumns(columns: readonly Column[]): readonly string[] {
  if (columns.some(({ key }) => key === '@list'))
    return ['@number', '@state', '@list', '@title', '@on', '@updatedAt', '@updatedBy']
  const fields = columns.filter(({ field, inRows }) => field && !inRows)
  const meant = (wanted: Meaning) => fields.filter(({ field }) => field?.meaning === wanted)
  const customers = fields.filter(({ field }) => field?.type.type === 'customer').slice(0, 1)
  const dues = [...meant('due.on'), ...meant('due.next')].slice(0, 1)
  const chosen = new Set<Column>([...customers, ...telling.flatMap(meant)].slice(0, TELLING))
  const short = fields.filter(({ field, kind }) => kind !== 'day' && field?.type.type !== 'longText')
  const inRows = columns.filter((column) => column.inRows)
  for (const column of [...short, ...inRows]) if (chosen.size < TELLING) chosen.add(column)
  for (const due of dues) chosen.delete(due)
  const numbered = columns.some(({ key }) => key === '@number')
  return [
    ...(numbered ? ['@number', '@state', '@on'] : ['@on', '@state']),
    ...[...chosen, ...dues].map(({ key }) => key),
    '@updatedAt',
    '@updatedBy',
  ]
}

/**
 * The order of a register until a person chooses another: by the day of the record where the form has one, else by the
 * latest change; the newest first.
 */
export function firstSort(template: Pick<Template, 'fields'> | null): RegisterSort {
  const dated = template?.fields.some(({ meaning }) => meaning === 'record.on') === true
  return { column: dated ? '@on' : '@updatedAt', direction: 'down' }
}

/** The columns in the order of their keys; unknown ones (an older version of the form had them) are left out. */
export function columnsByKey(columns: readonly Column[], keys: readonly string[]): readonly Column[] {
  const known = new Map(columns.map((column) => [column.key, column]))
  return keys.flatMap((key) => known.get(key) ?? [])
}

/** Texts of many records are compared as people read them, codes and days letter by letter. */
export function comparisonOf({ key, kind, field }: Column): Comparison {
  if (kind === 'number' || kind === 'moment') return 'number'
  if (kind === 'state') return 'state'
  return kind === 'day' || key === '@number' || field?.type.type === 'phone' ? 'plain' : 'text'
}

/** Whether a sum of the column means something: a percentage has none. */
export const hasTotal = ({ kind, field, key }: Column): boolean =>
  kind === 'number' && (field ? field.type.type !== 'percent' && !isShare(field) : key === '@files')

const isShare = ({ type }: Field): boolean => type.type === 'computed' && type.result === 'percent'
