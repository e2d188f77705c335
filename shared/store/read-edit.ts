import type { FieldValue } from '../forms/values'
import type { Path } from '../forms/field'
import type { Json } from '../kernel/canonical-json'
import type { Change, Dot, Edit } from './change'
import { isDot } from './dot'
import { MAX_NAME } from './limits'

/** A JSON object, for reading its members one by one. */
export type JsonObject = { readonly [key: string]: Json }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names that mean something to every object of the language: they are never those of registers or rows. [TF23] */
const NEVER_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= MAX_NAME && !NEVER_NAMES.has(value)

/** `@row` and `@removed` stand for a row itself and are no registers. */
const isPath = (value: unknown): value is Path =>
  Array.isArray(value) &&
  value.length >= 1 &&
  value.length <= 3 &&
  value.every(isName) &&
  value[2] !== '@row' &&
  value[2] !== '@removed'

const isDots = (value: unknown): value is readonly Dot[] => Array.isArray(value) && value.every(isDot)

/** Whether a value is of a shape that this version knows; an unknown shape makes the edit an unknown one. */
function isFieldValue(value: unknown): value is FieldValue {
  if (typeof value === 'string' || typeof value === 'boolean') return true
  if (Array.isArray(value)) return value.every((option) => typeof option === 'string')
  return (
    isObject(value) &&
    typeof value['name'] === 'string' &&
    ['string', 'undefined'].includes(typeof value['id'])
  )
}

/** The edit that a JSON value states, or null when this version does not know it: such an edit is kept as it is. [ST16] */
export function readEdit(json: unknown): Edit | null {
  if (!isObject(json)) return null
  const { op, path, value, over, rows, row, order } = json as { readonly [key: string]: unknown }
  if (op === 'set') {
    return isPath(path) && (value === null || isFieldValue(value)) && isDots(over)
      ? { op, path, value, over }
      : null
  }
  if (!isName(rows) || !isName(row)) return null
  if (op === 'removeRow') return isDots(over) ? { op, rows, row, over } : null
  if (op !== 'addRow' || !isName(order)) return null
  if (over === undefined) return { op, rows, row, order }
  return isDots(over) ? { op, rows, row, order, over } : null
}

/** The edits of a change that this version knows. Those of a stored change were not looked at before: any shape may come. */
export const knownEdits = ({ edits }: Pick<Change, 'edits'>): readonly Edit[] =>
  edits.flatMap((edit) => readEdit(edit) ?? [])
