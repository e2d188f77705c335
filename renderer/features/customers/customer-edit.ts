import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  ensureRow,
  parseInput,
  removeRow,
  setValue,
  validateValues,
  type InputProblem,
  type ValueProblem,
} from '../../../shared/forms'
import { pathKey, type Field, type Path } from '../../../shared/forms/field'
import { emptyValues, type FieldValue, type FormValues } from '../../../shared/forms/values'
import type { CustomerView } from '../../db'
import { sameValues } from '../../stores'
import type { KeptEdit, KeptEdits } from './kept-edits'
import { masterForm } from './master-form'

export interface EditState {
  readonly values: FormValues
  /** What the person saw when the editing began. */
  readonly base: FormValues
  readonly seen: CustomerView['seen']
  /** Texts as they are being typed, by path; those that can be read stand in `values` already. */
  readonly typed: { readonly [path: string]: string }
  /** What cannot be kept as it was typed. */
  readonly misread: { readonly [path: string]: InputProblem }
  /** Goes on from an editing that was left. */
  readonly goesOn: boolean
}

export interface CustomerEdit {
  readonly store: StoreApi<EditState>
  /** A text as it is typed; `find` gives a typed person's name its id. */
  readonly type: (field: Field, path: Path, text: string, find?: (name: string) => FieldValue) => void
  /** The field was left: what was read is shown as it is kept. */
  readonly leave: (path: Path) => void
  readonly addRow: (rows: string) => void
  readonly removeRow: (rows: string, row: string) => void
  /** The customer as it stands now: taken over where nothing is being changed. */
  readonly see: (view: CustomerView) => void
  /** What was typed is written: `values` is what stands now. */
  readonly written: (values: FormValues) => void
  /** Back to what is saved. */
  readonly discard: () => void
}

export interface EditDeps {
  /** Under which what was typed is kept: the customer's id, or `new`. */
  readonly name: string
  readonly kept: KeptEdits
  readonly today: () => string
  readonly newId: () => string
}

export function editCustomer(
  view: CustomerView | null,
  { name, kept, today, newId }: EditDeps,
): CustomerEdit {
  const stands: KeptEdit = view
    ? { base: view.customer.values, seen: view.seen, values: view.customer.values }
    : { base: emptyValues, seen: {}, values: emptyValues }
  const left = kept.read(name)
  const store = createStore<EditState>(() => ({
    ...(left ?? stands),
    typed: {},
    misread: {},
    goesOn: left !== null,
  }))

  const put = (change: Partial<EditState>) => {
    store.setState(change)
    const state = store.getState()
    if (isDirty(state)) kept.write(name, { base: state.base, seen: state.seen, values: state.values })
    else kept.forget(name)
  }
  return {
    store,
    type: (field, path, text, find) => {
      const { values, typed, misread } = store.getState()
      const key = pathKey(path)
      const read = parseInput(field, text, today())
      if (!read.ok) {
        put({ typed: { ...typed, [key]: text }, misread: { ...misread, [key]: read.error } })
        return
      }
      const value = read.value
      const person = value !== null && typeof value === 'object' && 'name' in value
      const found = person && find ? find(value.name) : value
      put({
        values: setValue(values, path, found),
        typed: { ...typed, [key]: text },
        misread: without(misread, key),
      })
    },
    leave: (path) => {
      const { typed, misread } = store.getState()
      const key = pathKey(path)
      if (!(key in misread)) store.setState({ typed: without(typed, key) })
    },
    addRow: (rows) => {
      const { values } = store.getState()
      put({ values: ensureRow(values, rows, (values.rows[rows] ?? []).length + 1, newId).values })
    },
    removeRow: (rows, row) => {
      const { values, typed, misread } = store.getState()
      const stays = ([key]: readonly [string, unknown]) => !key.includes(row)
      put({
        values: removeRow(values, rows, row),
        typed: Object.fromEntries(Object.entries(typed).filter(stays)),
        misread: Object.fromEntries(Object.entries(misread).filter(stays)),
      })
    },
    see: ({ customer, seen }) => {
      if (!isDirty(store.getState())) put({ base: customer.values, values: customer.values, seen })
    },
    written: (values) => {
      put({ base: values, values, typed: {}, misread: {}, goesOn: false })
    },
    discard: () => {
      const { base } = store.getState()
      put({ values: base, typed: {}, misread: {}, goesOn: false })
    },
  }
}

/** Something differs from what is saved, or stands there that cannot be read. */
export const isDirty = ({ base, values, misread }: EditState): boolean =>
  Object.keys(misread).length > 0 || !sameValues(tidy(base), tidy(values))

/** Without empty rows: one that was only just added says nothing. */
export const tidy = (values: FormValues): FormValues => ({
  ...values,
  rows: Object.fromEntries(
    Object.entries(values.rows)
      .map(([key, rows]) => [key, rows.filter(({ cells }) => Object.keys(cells).length > 0)] as const)
      .filter(([, rows]) => rows.length > 0),
  ),
})

/** What stands against the values, and what is only doubtful. A name of white space is none. */
export const problemsOf = (values: FormValues): readonly ValueProblem[] => validateValues(masterForm, values)

const without = <T>(members: { readonly [key: string]: T }, key: string): { readonly [key: string]: T } =>
  Object.fromEntries(Object.entries(members).filter(([name]) => name !== key))
