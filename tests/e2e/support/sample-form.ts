import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { computeFields, findField, getValue, parseValues, valuesToJson } from '../../../shared/forms'
import { pathKey, type Field, type Path, type RowsType } from '../../../shared/forms/field'
import { isRows } from '../../../shared/forms/field-types'
import type { Template } from '../../../shared/forms/template'
import type { FieldValue, FormValues } from '../../../shared/forms/values'
import { presetPlace } from '../../../shared/forms/values/access'
import { paperForm, type PaperForm } from './agreement'

const catalogue = join(import.meta.dirname, '../../../shared/catalogue')

/** One value of a sample. */
export interface SampleValue {
  readonly path: Path
  readonly field: Field
  readonly value: FieldValue
}

/** A form and its sample, read from their sources. */
export interface SampleForm extends PaperForm {
  readonly code: string
  /** With what the form computes from them. */
  readonly values: FormValues
  /** Every value that a person types or ticks, by the key of its place on the sheet. */
  readonly typed: ReadonlyMap<string, SampleValue>
  /** What the program fills in by itself; numbers given at 登记 left out. */
  readonly computed: readonly SampleValue[]
  /** Key of the field whose number 登记 gives. */
  readonly serial: string | undefined
}

export function sampleForm(code: string): SampleForm {
  const { template, labels } = paperForm(code)
  const text = readFileSync(join(catalogue, code.slice(0, 4), `${code}.sample.json`), 'utf8')
  const parsed = parseValues(template, JSON.parse(text))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  const values = computeFields(template, parsed.value, { today: '2026-11-21' })
  const all = pathsOf(template, values).flatMap((path): readonly SampleValue[] => {
    const field = findField(template, path)
    const value = getValue(values, path)
    return field && value !== undefined && field.type.type !== 'serial' ? [{ path, field, value }] : []
  })
  const isComputed = ({ field }: SampleValue) => field.type.type === 'computed'
  const typed = all.filter((each) => !isComputed(each))
  return {
    code,
    template,
    labels,
    values,
    typed: new Map(typed.map((each) => [placeOf(each.path, values), each])),
    computed: all.filter(isComputed),
    serial: template.fields.find(({ type }) => type.type === 'serial')?.key,
  }
}

/** Field by field, rows from their first cell to their last. */
function pathsOf({ fields }: Template, values: FormValues): readonly Path[] {
  return fields.flatMap((field): readonly Path[] => {
    const { key, type } = field
    if (isRows(field)) {
      const columns = field.type.columns.map((column) => column.key)
      return (values.rows[key] ?? []).flatMap(({ id }) => columns.map((column) => [key, id, column]))
    }
    return type.type === 'matrix' ? type.items.map((item) => [key, item]) : [[key]]
  })
}

/** The key of a place on the sheet: `no`, `["quality","产品质量"]`, `contacts/0/name`. */
function placeOf(path: Path, values: FormValues): string {
  const [rows, id = '', column] = path
  if (rows === undefined || column === undefined) return pathKey(path)
  const preset = presetPlace(id)
  const at = preset === null ? (values.rows[rows] ?? []).findIndex((row) => row.id === id) : preset - 1
  return `${rows}/${String(at)}/${column}`
}

/** Plain JSON of values as the command line writes them, without numbers given at 登记, ids, and rows without a value. */
export function comparable(template: Template, json: unknown): unknown {
  const kept = template.fields.flatMap((field): readonly (readonly [string, unknown])[] => {
    const value = (json as Readonly<Record<string, unknown>>)[field.key]
    if (value === undefined || field.type.type === 'serial') return []
    return [[field.key, isRows(field) ? (value as readonly object[]).filter(hasValue(field.type)) : value]]
  })
  return withoutIds(Object.fromEntries(kept))
}

/** Of a row with a printed label, that label is no value. */
const hasValue =
  ({ preset }: RowsType) =>
  (row: object): boolean =>
    Object.keys(row).some((key) => key !== preset?.column)

export const sampleJson = ({ template, values }: SampleForm): unknown =>
  comparable(template, valuesToJson(template, values))

/** A person or customer is a name, whether or not the staff list knows it. */
function withoutIds(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutIds)
  if (typeof part !== 'object' || part === null) return part
  if ('name' in part && Object.keys(part).every((key) => key === 'id' || key === 'name')) {
    return typeof part.name === 'string' ? { person: part.name } : part
  }
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withoutIds(value)]))
}
