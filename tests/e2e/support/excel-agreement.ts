import { readFileSync } from 'node:fs'
import { formatValue, optionsOf } from '../../../shared/forms'
import type { FieldType } from '../../../shared/forms/field'
import { optionLabel } from '../../../shared/forms/field-types'
import { readXlsx } from '../../support/read-xlsx'
import { optionsIn } from './fill-sheet'
import type { SampleForm, SampleValue } from './sample-form'
import { squeezed } from './zhike'

const DAY_MS = 86_400_000
/** Excel's day 0. */
const DAY_ZERO = Date.UTC(1899, 11, 30)

/** What an exported workbook lacks of a filled form: every value, as the number it is or as the text that is printed. */
export function faultsOfExcel(path: string, form: SampleForm, ticks: number): readonly string[] {
  const { sheets } = readXlsx(readFileSync(path))
  const [sheet] = sheets
  if (!sheet || sheets.length > 1) return [`${String(sheets.length)} sheets`]
  const cells = [...sheet.cells.values()]
  // Heads that are numbers (a scale from 5 to 1) are numbers in Excel, too.
  const written = cells.map(({ text, number }) => squeezed(number === undefined ? text : String(number)))
  const texts = cells.map(({ text }) => squeezed(text)).join('|')
  const left = cells.flatMap(({ number }) => number ?? [])
  const take = (value: SampleValue) => {
    const wanted = numberOf(value)
    const at = wanted === null ? -1 : left.findIndex((number) => Math.abs(number - wanted) < 1e-9)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  const values = [...form.typed.values(), ...form.computed]
  const missing = values.filter((value) => !isWritten(written, texts, value) && !take(value))
  const boxes = texts.split('☑').length - 1
  return [
    ...missing.map(({ path, field, value }) => `${path.join('.')}: no ${formatValue(field, value)}`),
    ...(boxes === ticks ? [] : [`${String(boxes)} boxes are ticked instead of ${String(ticks)}`]),
    ...(/<f[\s>/]/.test(sheet.xml) ? ['a formula'] : []),
  ]
}

function isWritten(written: readonly string[], texts: string, { field, value }: SampleValue): boolean {
  const options = optionsOf(field.type)
  if (options.length === 0) return hasWhole(texts, squeezed(formatValue(field, value)))
  // Boxes in columns of their own have no label but the head of the column.
  const isBare = written.includes('☑')
  return optionsIn(value).every((option) => {
    const label = squeezed(optionLabel(field.type, option))
    if (texts.includes(`☑${label}`)) return true
    const isNamed = options.length === 1 || typeof value === 'boolean'
    return isBare && (isNamed || written.some((text) => text.includes(label)))
  })
}

/** A number that is part of a longer one is not that number. */
const hasWhole = (texts: string, wanted: string): boolean =>
  texts.split(wanted).some((before, at, parts) => {
    const after = parts[at + 1]
    return (
      after !== undefined &&
      !(/\d$/.test(before) && /^\d/.test(wanted)) &&
      !(/\d$/.test(wanted) && /^\d/.test(after))
    )
  })

/** What Excel holds for it; null for a text. */
function numberOf({ field: { type }, value }: SampleValue): number | null {
  if (typeof value !== 'string') return null
  if (type.type !== 'computed') return numbers[type.type]?.(value) ?? null
  if (type.result === 'text') return null
  return type.result === 'percent' ? hundredth(value) : Number(value)
}

const hundredth = (value: string): number => Number(`${value}e-2`)

const dayNumber = (moment: string): number => (Date.parse(moment) - DAY_ZERO) / DAY_MS

const numbers: Readonly<Partial<Record<FieldType['type'], (value: string) => number>>> = {
  number: Number,
  money: Number,
  year: Number,
  percent: hundredth,
  date: dayNumber,
  month: (value) => dayNumber(`${value}-01`),
  dateTime: (value) => dayNumber(`${value}Z`),
  time: (value) => dayNumber(`1899-12-30T${value}Z`),
}
