import type { Json } from '../../kernel/canonical-json'
import { err, ok, type Result } from '../../kernel/result'
import type { Field } from '../field'
import { isRows } from '../field-types'
import type { Template } from '../template'
import { emptyValues, type FieldValue, type FormValues, type RowValue } from '../values'
import { isEmptyValue, presetPlace, presetRowId, setValue } from './access'
import { parseInput } from './input'
import { inputSentence } from './input-sentence'

/** A place in the data and what is wrong there, in Chinese. */
export interface ValuesProblem {
  /** Such as `items[2].qty`; '' for the whole. */
  readonly at: string
  readonly message: string
}

const MOST = 50
type JsonObject = { readonly [key: string]: unknown }
type Report = (at: string, message: string) => null

/**
 * Reads values from plain JSON: `{"on":"2026-11-21","kind":["商品"],"matrix":{"产品质量":"满意"},"items":[{"sku":"A"}]}`.
 * A person or customer is a name or `{"name":…}`; numbers may be JSON numbers; texts are read as if typed. Rows get the
 * ids that `rowId` gives to their places (`r1`, `r2` … by default); the rows of a preset are found by their label or
 * place. Unknown names are refused, so that a spelling mistake does not lose a value.
 */
export function parseValues(
  template: Pick<Template, 'fields'>,
  json: unknown,
  rowId: (place: number) => string = (place) => `r${place}`,
): Result<FormValues, readonly ValuesProblem[]> {
  const problems: ValuesProblem[] = []
  const report: Report = (at, message) => {
    if (problems.length < MOST) problems.push({ at, message })
    return null
  }
  let values: FormValues = emptyValues
  if (!isObject(json)) return err([{ at: '', message: '应是一个 JSON 对象：{"字段":值}' }])
  for (const [key, raw] of Object.entries(json)) {
    const field = template.fields.find((candidate) => candidate.key === key)
    if (!field) {
      report(key, `模板没有字段“${key}”；有：${template.fields.map((known) => known.key).join('、')}`)
      continue
    }
    if (raw === null) continue
    if (isRows(field)) {
      const rows = readRows(field, field.type.columns, raw, rowId, report)
      values = { ...values, rows: { ...values.rows, [key]: rows } }
    } else if (field.type.type === 'matrix') {
      if (!isObject(raw)) {
        report(key, '应是 {"项目":"评价"}')
        continue
      }
      for (const [item, rating] of Object.entries(raw)) {
        if (!field.type.items.includes(item))
          report(`${key}.${item}`, `没有这一项；有：${field.type.items.join('、')}`)
        else values = setValue(values, [key, item], readOne(field, rating, `${key}.${item}`, report))
      }
    } else values = setValue(values, [key], readOne(field, raw, key, report))
  }
  return problems.length > 0 ? err(problems) : ok(values)
}

function readRows(
  field: Field,
  columns: readonly Field[],
  raw: unknown,
  rowId: (place: number) => string,
  report: Report,
): readonly RowValue[] {
  const { key, type } = field
  if (type.type !== 'rows') return []
  if (!Array.isArray(raw)) {
    report(key, '应是 [{…}, {…}]，每行一个对象')
    return []
  }
  if (raw.length > type.max) report(key, `有 ${raw.length} 行，最多 ${type.max} 行`)
  const { preset } = type
  const rows = raw.slice(0, type.max).flatMap((member: unknown, i): readonly RowValue[] => {
    const at = `${key}[${i}]`
    if (!isObject(member)) {
      report(at, '应是一个对象')
      return []
    }
    let id = rowId(i + 1)
    if (preset) {
      const label = member[preset.column]
      const place = typeof label === 'string' ? preset.labels.indexOf(label) : label === undefined ? i : -1
      if (place === -1) report(`${at}.${preset.column}`, `没有这一行；有：${preset.labels.join('、')}`)
      id = presetRowId(place + 1)
    }
    const cells = Object.entries(member).flatMap(
      ([name, value]): readonly (readonly [string, FieldValue])[] => {
        const column = columns.find((candidate) => candidate.key === name)
        if (!column) {
          report(`${at}.${name}`, `明细没有列“${name}”；有：${columns.map((known) => known.key).join('、')}`)
          return []
        }
        if (preset?.column === name) return []
        const read = value === null ? null : readOne(column, value, `${at}.${name}`, report)
        return read === null ? [] : [[name, read]]
      },
    )
    return [{ id, cells: Object.fromEntries(cells) }]
  })
  return preset ? [...rows].sort((a, b) => (presetPlace(a.id) ?? 0) - (presetPlace(b.id) ?? 0)) : rows
}

function readOne(field: Field, raw: unknown, at: string, report: Report): FieldValue | null {
  const { type } = field
  if (type.type === 'signature' || type.type === 'seal') return report(at, '留给手写或盖章，不能填值')
  if (type.type === 'yesNo' && typeof raw === 'boolean') return raw
  if (type.type === 'person' || type.type === 'customer') {
    if (isObject(raw) && typeof raw['name'] === 'string') {
      const { name, id } = raw
      return typeof id === 'string' ? { id, name } : { name }
    }
  }
  if (type.type === 'choices' && Array.isArray(raw)) {
    if (!raw.every((option) => typeof option === 'string')) return report(at, '选项应是文字')
    const read = raw.length === 0 ? ok(null) : parseInput(field, raw.join('、'))
    return read.ok ? read.value : report(at, inputSentence(read.error, WORDS))
  }
  if (typeof raw !== 'string' && typeof raw !== 'number') return report(at, '应是文字或数')
  const text = String(raw)
  if (type.type === 'serial' || type.type === 'computed') return text
  const read = parseInput(field, text)
  return read.ok ? read.value : report(at, inputSentence(read.error, WORDS))
}

const WORDS = { yesNo: 'true 或 false', notTyped: '这个字段不能填值' }

/** The same plain JSON back. Empty fields are left out; rows of a preset carry their label. */
export function valuesToJson(template: Pick<Template, 'fields'>, values: FormValues): Json {
  const entries = template.fields.flatMap((field): readonly (readonly [string, Json])[] => {
    const { key, type } = field
    if (isRows(field)) {
      const { preset } = field.type
      const rows = values.rows[key]?.map((row): Json => {
        const label = preset?.labels[(presetPlace(row.id) ?? 0) - 1]
        return {
          ...(preset && label !== undefined ? { [preset.column]: label } : {}),
          ...plainCells(row.cells),
        }
      })
      return rows && rows.length > 0 ? [[key, rows]] : []
    }
    if (type.type === 'matrix') {
      const items = Object.entries(values.matrices[key] ?? {})
      return items.length === 0 ? [] : [[key, Object.fromEntries(items)]]
    }
    const value = values.fields[key]
    return value === undefined || isEmptyValue(value) ? [] : [[key, plainValue(value)]]
  })
  return Object.fromEntries(entries)
}

const plainCells = (cells: RowValue['cells']): { readonly [key: string]: Json } =>
  Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, plainValue(value)]))

const plainValue = (value: FieldValue): Json =>
  typeof value === 'object' && 'name' in value
    ? { ...(value.id === undefined ? {} : { id: value.id }), name: value.name }
    : value

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
