import type { TFunction } from 'i18next'
import { findField, formatValue, parseInput } from '../../../shared/forms'
import type { Field, Path } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'
import { assertNever } from '../../../shared/kernel/assert-never'
import type { OpenConflicts } from '../../db'
import { inputProblemText } from '../../i18n'
import { masterNames, type AuditT } from '../audit'
import { formNames, placeIn, type HistoryNames, type HistoryT } from '../history'

export type ConflictsT = TFunction<['conflicts', 'common']>

/** What decides how something is called. */
export interface Naming {
  readonly t: ConflictsT
  readonly historyT: HistoryT
  readonly auditT: AuditT
}

/** Registers of a record or customer itself. */
const own = {
  '@state': 'state',
  '@number': 'number',
  '@voidReason': 'voidReason',
  '@from': 'from',
  '@mergedInto': 'mergedInto',
  '@closeReason': 'closeReason',
} as const

const isOwn = (name: string): name is keyof typeof own => Object.hasOwn(own, name)

/** What a register of a record or customer itself is called; undefined for a field. */
export function ownRegisterName(t: ConflictsT, [first = '']: Path): string | undefined {
  return isOwn(first) ? t(own[first]) : undefined
}

/** What the fields of an entity are called, and how their values are read. */
export function namesOf(naming: Naming, of: OpenConflicts): HistoryNames {
  const { t, historyT, auditT } = naming
  const names = namesOfKind(naming, of)
  return {
    ...names,
    field: (path) => {
      return ownRegisterName(t, path) ?? names.field(path, placeIn(of.values, path))
    },
    value: (path, value) => {
      if (path[0] === '@state' && typeof value === 'string') return stateText(t, historyT, value)
      return names.value(path, value)
    },
    row: (rows, row) => names.row(rows, row, placeOfRow(of, rows, row)),
  }

  function namesOfKind(_: Naming, { kind, form }: OpenConflicts): HistoryNames {
    switch (kind) {
      case 'record':
        return formNames(historyT, form ? (form as Parameters<typeof formNames>[1]) : undefined)
      case 'customer':
      case 'staff':
      case 'firm':
        return masterNames(auditT, historyT, kind)
      default:
        return assertNever(kind)
    }
  }
}

function placeOfRow({ values }: OpenConflicts, rows: string, row: string): number | undefined {
  const at = (values.rows[rows] ?? []).findIndex(({ id }) => id === row)
  return at < 0 ? undefined : at + 1
}

function stateText(t: ConflictsT, historyT: HistoryT, state: string): string {
  switch (state) {
    case 'draft':
    case 'submitted':
    case 'closed':
    case 'void':
      return t(`common:state.${state}`)
    default:
      return state === '' ? historyT('empty') : state
  }
}

/** Pictures, tables, content hashes: nobody reads them, so they are only told apart. */
export const isUnreadable = ({ kind }: OpenConflicts, [name = '']: Path): boolean =>
  (kind === 'firm' && ['logo', 'forms', 'calendar'].includes(name)) || (kind === 'staff' && name === 'pin')

/** The field in which a value of one's own may be typed here; others are filled in on their form. */
export function typedField({ kind, form }: OpenConflicts, path: Path): Field | 'text' | null {
  const [first = ''] = path
  if (first.startsWith('@')) return null
  if (kind === 'firm')
    return path.length === 1 && (first === 'name' || first === 'department') ? 'text' : null
  if (kind === 'staff') return first === 'name' || first === 'post' ? 'text' : null
  const field = form && findField(form, path)
  if (!field) return null
  const { type } = field.type
  const typed = ['text', 'longText', 'date', 'month', 'year', 'time', 'number', 'integer', 'money', 'percent']
  return [...typed, 'phone', 'email', 'idNumber', 'creditCode'].includes(type) ? field : null
}

export type TypedValue =
  | { readonly typed: 'value'; readonly value: FieldValue | null }
  | { readonly typed: 'problem'; readonly problem: string }

/** What a person typed for a field, as it is stored. */
export function readTyped(field: Field | 'text', text: string): TypedValue {
  if (field === 'text') {
    const value = text.trim()
    return { typed: 'value', value: value === '' ? null : value }
  }
  const read = parseInput(field, text)
  return read.ok
    ? { typed: 'value', value: read.value }
    : { typed: 'problem', problem: inputProblemText(read.error) }
}

/** A value as it is typed. */
export const typedText = (field: Field | 'text', value: FieldValue | null): string =>
  value === null
    ? ''
    : field === 'text'
      ? typeof value === 'string'
        ? value
        : ''
      : formatValue(field, value)
