import type { FormValues } from '../../../shared/forms/values'
import type { CustomerView } from '../../db'

/** What was typed into a customer's card and is not saved. */
export interface KeptEdit {
  readonly base: FormValues
  readonly seen: CustomerView['seen']
  readonly values: FormValues
}

/** Cards that were left before they were saved, on this computer alone. */
export interface KeptEdits {
  readonly read: (name: string) => KeptEdit | null
  readonly write: (name: string, edit: KeptEdit) => void
  readonly forget: (name: string) => void
}

/** Kept in the browser's storage, apart for every data folder: there also after the program was closed. */
export function keepEdits(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  folder: string,
): KeptEdits {
  const keyOf = (name: string) => `customer-edit ${folder} ${name}`
  return {
    read: (name) => {
      const text = storage.getItem(keyOf(name))
      return text === null ? null : readEdit(text)
    },
    write: (name, edit) => {
      storage.setItem(keyOf(name), JSON.stringify(edit))
    },
    forget: (name) => {
      storage.removeItem(keyOf(name))
    },
  }
}

/** Null for what a damaged or another program's storage holds. */
function readEdit(text: string): KeptEdit | null {
  try {
    const edit: unknown = JSON.parse(text)
    return isEdit(edit) ? edit : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null

const isValues = (value: unknown): value is FormValues =>
  isObject(value) && isObject(value['fields']) && isObject(value['matrices']) && isObject(value['rows'])

const isEdit = (value: unknown): value is KeptEdit =>
  isObject(value) && isObject(value['seen']) && isValues(value['base']) && isValues(value['values'])
