import type { Template } from '../forms/template'
import { emptyValues, type FieldValue, type FormValues, type PersonRef, type RowValue } from '../forms/values'
import { presetPlace } from '../forms/values/access'
import { withoutDerived } from '../forms/values/derived'
import { makeEdits, recordEdits, recordInfo, seenOf, type Edit, type EntityState } from '../store'
import { filledIn } from '../store/state-at'
import type { Entry } from './entries'
import type { ImportTarget } from './target'
import { unmask } from './unmask'

/** Why a record that was 登记 before says something else now. */
const REASON = '导入'

export interface Creating {
  readonly target: ImportTarget
  readonly entry: Entry
  /** The record's number or the customer's code; empty: none. */
  readonly number: string
  readonly isDraft: boolean
  readonly correctionRow: string
}

/** The edits of a new customer or record, by the same ways as one that a person fills in. */
export function createEdits({ target, entry, number, isDraft, correctionRow }: Creating): readonly Edit[] {
  if (target.kind === 'customers') {
    const code = number === '' ? {} : { code: number }
    const to = { ...entry.values, fields: { ...entry.values.fields, ...code } }
    return makeEdits({ state: null, seen: {}, from: emptyValues, to })
  }
  return recordEdits({
    act: { act: isDraft ? 'save' : 'submit' },
    state: null,
    seen: {},
    from: emptyValues,
    to: written(target.template, entry.values),
    number: isDraft ? '' : number,
    correction: { row: correctionRow, reason: '' },
  })
}

export interface Updating {
  readonly target: ImportTarget
  readonly entry: Entry
  readonly state: EntityState
  readonly correctionRow: string
}

/** The edits that bring what the table says into a customer or record; what it leaves empty, or shows masked, stays. */
export function updateEdits({ target, entry, state, correctionRow }: Updating): {
  readonly edits: readonly Edit[]
  readonly to: FormValues
  /** Labels of fields with masked numbers that are not those that stand there. */
  readonly unknown: readonly string[]
} {
  const from = filledIn(state)
  const seen = seenOf(state)
  const { values, unknown } = unmask(target.fields, from, merged(from, entry.values))
  const to = written(target.template, values)
  if (target.kind === 'customers') return { edits: makeEdits({ state, seen, from, to }), to, unknown }
  const edits = recordEdits({
    act: { act: 'save' },
    state,
    seen,
    from: written(target.template, from),
    to,
    number: recordInfo(state).number ?? '',
    correction: { row: correctionRow, reason: REASON },
  })
  return { edits, to, unknown }
}

const written = (template: Template | undefined, values: FormValues): FormValues =>
  template ? withoutDerived(template, values) : values

/** Rows meet by their place: the second line of a record is its second 明细行. None is ever taken away. */
function merged(from: FormValues, said: FormValues): FormValues {
  const matrices = Object.entries(said.matrices).map(
    ([key, items]) => [key, { ...from.matrices[key], ...items }] as const,
  )
  const rows = Object.entries(said.rows).map(
    ([key, own]) => [key, mergedRows(from.rows[key] ?? [], own)] as const,
  )
  return {
    fields: { ...from.fields, ...linksKept(from.fields, said.fields) },
    matrices: { ...from.matrices, ...Object.fromEntries(matrices) },
    rows: { ...from.rows, ...Object.fromEntries(rows) },
  }
}

type Fields = { readonly [key: string]: FieldValue }

/**
 * A table names a person or a customer without saying which of that name: the same name leaves the link that is there, also
 * when several bear it by now or the customer is closed.
 */
const linksKept = (from: Fields, said: Fields): Fields =>
  Object.fromEntries(
    Object.entries(said).map(([key, value]) => {
      const there = from[key]
      const isSame = isRef(there) && isRef(value) && there.id !== undefined && there.name === value.name
      return [key, isSame ? there : value]
    }),
  )

const isRef = (value: FieldValue | undefined): value is PersonRef =>
  typeof value === 'object' && 'name' in value

function mergedRows(before: readonly RowValue[], said: readonly RowValue[]): readonly RowValue[] {
  const rows = [...before]
  let free = 0
  for (const row of said) {
    const at = presetPlace(row.id) === null ? free++ : rows.findIndex(({ id }) => id === row.id)
    const there = rows[at]
    if (there) rows[at] = { id: there.id, cells: { ...there.cells, ...linksKept(there.cells, row.cells) } }
    else rows.push(row)
  }
  return rows
}
