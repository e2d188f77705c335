import type { TFunction } from 'i18next'
import type { Path } from '../../../shared/forms/field'
import { assertNever } from '../../../shared/kernel/assert-never'
import type { OpenConflicts } from '../../db'
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
