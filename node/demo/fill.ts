import type { CatalogueEntry } from '../../shared/catalogue'
import type { Field } from '../../shared/forms/field'
import { isRows, optionsOf } from '../../shared/forms/field-types'
import { presetPlace } from '../../shared/forms/values/access'
import { validateValues } from '../../shared/forms/values/validate'
import type { FieldValue, FormValues, PersonRef, RowValue } from '../../shared/forms/values'
import { assertNever } from '../../shared/kernel/assert-never'
import { addDays, daysBetween, pad } from '../../shared/kernel/dates'
import { lengthOf } from '../../shared/kernel/text'
import { nameOf, mobile, textAt, type SeedCustomer } from './customers'
import type { Names } from './names'
import { isFree, longText, type Phrases } from './phrases'
import type { Dice } from './random'

/** What a record is about. */
export interface Occasion {
  readonly dice: Dice
  readonly entry: CatalogueEntry
  /** `2026-01-05`. */
  readonly day: string
  readonly customer: SeedCustomer
  readonly person: PersonRef
  readonly staff: readonly PersonRef[]
  readonly phrases: Phrases
  readonly names: Names
  /** Nothing is long overdue: what comes again comes next year. */
  readonly tidy?: boolean
  readonly anyCustomer: () => SeedCustomer
  readonly newId: () => string
}

/** How far a record's values stand from those of the form's sample. */
interface Shift {
  readonly days: number
  /** By which times of day are later. */
  readonly minutes: number
  readonly factor: number
  /** Only the days and names are others: the last resort where a rule of the form refuses more. */
  readonly plain: boolean
}

/** A filled form in which no rule is broken: the sample told anew for another customer, day and size. */
export function fillForm(occasion: Occasion): FormValues {
  const days = daysBetween(sampleDay(occasion.entry), occasion.day) ?? 0
  const { dice, entry } = occasion
  for (const attempt of [0, 1, 2, 3]) {
    const factor = attempt < 2 ? 0.4 + dice.next() * 1.4 : 1
    const minutes = attempt < 2 ? dice.int(-30, 300) : 0
    const values = shifted(occasion, { days, minutes, factor, plain: attempt === 3 })
    const refused = validateValues(entry.template, values, { today: occasion.day }).some(
      ({ severity }) => severity === 'refuse',
    )
    if (!refused) return values
  }
  throw new Error(`${entry.code}: the sample of ${occasion.day} is refused`)
}

/** The day of the sample's own record, from which all its other days are counted. */
function sampleDay({ template, sample }: CatalogueEntry): string {
  const dated = template.fields.filter(({ type }) => type.type === 'date' || type.type === 'dateTime')
  const on =
    dated.find(({ meaning, key }) => meaning === 'record.on' && sample.fields[key] !== undefined) ??
    dated.find(({ key }) => key === 'on')
  const value = on && sample.fields[on.key]
  return typeof value === 'string' ? value.slice(0, 10) : '2026-11-21'
}

function shifted(occasion: Occasion, shift: Shift): FormValues {
  const { entry, dice, anyCustomer } = occasion
  const { template, sample } = entry
  const fields: [string, FieldValue][] = []
  const matrices: [string, { readonly [item: string]: string }][] = []
  const rows: [string, readonly RowValue[]][] = []
  for (const field of template.fields) {
    if (isRows(field)) {
      const some = someRows(occasion, field.type.max, sample.rows[field.key] ?? [], shift)
      const told = some.map((row) => {
        const about = dice.chance(0.5) ? anyCustomer() : occasion.customer
        const cells = valuesOf(field.type.columns, row.cells, { ...occasion, customer: about }, shift)
        return { id: presetPlace(row.id) === null ? occasion.newId() : row.id, cells }
      })
      if (told.length > 0) rows.push([field.key, told])
    } else if (field.type.type === 'matrix') {
      const scale = optionsOf(field.type)
      const items = field.type.items.map((item): [string, string] => [item, graded(dice, scale)])
      matrices.push([field.key, Object.fromEntries(items)])
    }
  }
  fields.push(...Object.entries(valuesOf(template.fields, sample.fields, occasion, shift)))
  return {
    fields: Object.fromEntries(fields),
    matrices: Object.fromEntries(matrices),
    rows: Object.fromEntries(rows),
  }
}

/** Some of the sample's rows, rarely a few more; printed rows all stay. */
function someRows(
  { dice }: Occasion,
  max: number,
  rows: readonly RowValue[],
  { plain }: Shift,
): readonly RowValue[] {
  if (plain || rows.length === 0 || rows.some(({ id }) => presetPlace(id) !== null)) return rows
  const count = Math.min(max, dice.int(1, rows.length + (dice.chance(0.1) ? 3 : 0)))
  return [...rows, ...rows, ...rows].slice(0, count)
}

function valuesOf(
  fields: readonly Field[],
  sample: { readonly [key: string]: FieldValue },
  occasion: Occasion,
  shift: Shift,
): { readonly [key: string]: FieldValue } {
  const values: [string, FieldValue][] = []
  for (const field of fields) {
    const value = valueOf(field, sample[field.key], occasion, shift)
    if (value !== undefined && value !== '') values.push([field.key, value])
  }
  return Object.fromEntries(values)
}

/** Good marks are given more often than bad ones; the scale goes from the best down. */
const graded = (dice: Dice, scale: readonly string[]): string =>
  scale[
    Math.min(scale.length - 1, Math.floor(Math.abs(dice.next() + dice.next() - 0.7) * scale.length * 0.8))
  ] ?? ''

function valueOf(
  field: Field,
  base: FieldValue | undefined,
  occasion: Occasion,
  shift: Shift,
): FieldValue | undefined {
  const { dice, customer } = occasion
  switch (field.type.type) {
    case 'serial':
    case 'computed':
    case 'signature':
    case 'seal':
    case 'rows':
    case 'matrix':
      return undefined
    case 'customer':
      return base === undefined ? undefined : refOf(customer, field.max)
    case 'person':
      return base === undefined ? undefined : personOf(field, occasion)
    case 'date':
    case 'dateTime':
    case 'month':
    case 'year':
      return typeof base === 'string' ? laterBy(base, shift.days + apart(field, occasion, shift)) : undefined
    case 'number':
    case 'money':
    case 'percent':
      return typeof base === 'string' ? resized(field, base, dice, shift) : undefined
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'idNumber':
    case 'creditCode':
    case 'time':
    case 'choice':
    case 'choices':
    case 'rating':
    case 'yesNo':
      return said(field, base, occasion, shift)
    default:
      return assertNever(field.type)
  }
}

/** Days by which some dates stand elsewhere than in the sample: not every deadline is five days away. */
function apart(field: Field, { dice, tidy = false }: Occasion, { plain }: Shift): number {
  if (tidy && field.meaning === 'due.next') return dice.int(160, 360)
  if (plain || field.type.type !== 'date') return 0
  if (field.meaning === 'due.on') return tidy ? dice.int(-4, 9) : dice.int(0, 14)
  return field.meaning === 'product.boughtOn' ? -dice.int(0, 700) : 0
}

/** What is ticked or written: what the master knows of the customer, else a fitting phrase. */
function said(
  field: Field,
  base: FieldValue | undefined,
  occasion: Occasion,
  { plain, minutes }: Shift,
): FieldValue | undefined {
  const { dice, customer, day } = occasion
  const known = ofCustomer(field, customer)
  if (known !== undefined && base !== undefined) return known
  if (base === undefined && !(isFree(field) && field.meaning === 'record.note' && dice.chance(0.1)))
    return undefined
  if (plain) return named(base, occasion, field.max)
  if (!field.required && dice.chance(0.06)) return undefined
  const { type } = field.type
  if (type === 'rating' || type === 'choice') return chosen(field, base, dice)
  if (type === 'phone') return mobile(dice)
  if (type === 'time') return typeof base === 'string' ? laterInDay(base, minutes) : undefined
  if (field.meaning === 'complaint.number') return `TS-${day.slice(0, 4)}-${pad(dice.int(1, 400), 4)}`
  if (!isFree(field)) return base
  const phrase = phraseOr(field, base, occasion)
  return named(type === 'text' ? phrase : longText(dice, field, phrase, day), occasion, field.max)
}

function phraseOr(field: Field, base: FieldValue | undefined, { dice, phrases }: Occasion): string {
  const own = typeof base === 'string' ? base : ''
  const others = phrases.fitting(field)
  return others.length > 0 && (own === '' || dice.chance(0.5)) ? dice.pick(others) : own
}

/** A rating is rolled; another choice is often the sample's, since the form's rules tie other fields to it. */
function chosen(field: Field, base: FieldValue | undefined, dice: Dice): FieldValue | undefined {
  const options = optionsOf(field.type)
  if (field.type.type === 'rating') return graded(dice, options)
  return dice.chance(0.5) ? base : dice.pick(options)
}

const refOf = (customer: SeedCustomer, max: number): PersonRef => {
  const name = nameOf(customer)
  const short = textAt(customer, 'shortName')
  return { id: customer.id, name: lengthOf(name) > max && short !== '' ? short : name }
}

const personOf = (field: Field, { dice, person, staff }: Occasion): PersonRef =>
  field.meaning === 'record.preparedBy' || dice.chance(0.5) ? person : dice.pick(staff)

/** What the master knows about the customer, in a field that means it and can hold it. */
function ofCustomer(field: Field, customer: SeedCustomer): string | undefined {
  const [entity, aspect = ''] = (field.meaning ?? '').split('.')
  if (entity !== 'customer') return undefined
  if (!isFree(field) && !['phone', 'email', 'idNumber', 'creditCode'].includes(field.type.type))
    return undefined
  const text = textAt(customer, aspect)
  return text === '' || lengthOf(text) > field.max ? undefined : text
}

/** The sample's invented customers and people become those of this record. */
function named(
  value: FieldValue | undefined,
  { customer, dice, names }: Occasion,
  max: number,
): FieldValue | undefined {
  if (typeof value !== 'string') return value
  const short = textAt(customer, 'shortName') || nameOf(customer)
  const text = value
    .replace(/示例客户[甲乙丙丁戊己庚辛壬癸]/gu, short)
    .replace(/示例(?:员工|联系人|某)[甲乙丙丁戊己庚辛壬癸]/gu, (found) => names.told(dice, found))
  return lengthOf(text) > max ? value : text
}

/** Later by so many minutes, unless the day would end. */
function laterInDay(time: string, minutes: number): string {
  const at = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  return at < 0 || at >= 24 * 60 ? time : `${pad(Math.floor(at / 60))}:${pad(at % 60)}`
}

function laterBy(text: string, days: number): string {
  if (/^\d{4}$/.test(text)) return String(Number(text) + Math.round(days / 365.25))
  if (/^\d{4}-\d{2}$/.test(text)) {
    const months = Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1 + Math.round(days / 30.44)
    return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1)}`
  }
  return (addDays(text.slice(0, 10), days) ?? text.slice(0, 10)) + text.slice(10)
}

/** One factor for the whole record, so that what was less stays less; small counts and marks stay as they are. */
function resized(field: Field, base: string, dice: Dice, { factor, plain }: Shift): string {
  const value = Number(base)
  if (plain || !Number.isFinite(value)) return base
  const [, decimals = ''] = base.split('.')
  const text =
    field.type.type === 'money'
      ? (value * factor * (0.9 + dice.next() * 0.2)).toFixed(decimals.length)
      : Math.abs(value) < 15
        ? base
        : (value * (field.type.type === 'percent' ? Math.min(factor, 1) : factor)).toFixed(decimals.length)
  return lengthOf(text) > field.max ? base : plainDecimal(text)
}

const plainDecimal = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
