import { findField } from '../forms/field-types'
import { plainText } from '../search/columns'
import { getValue } from '../forms/values/access'
import type { Entry } from './entries'
import type { Mapping } from './mapping'
import { NUMBER, serialField, targetColumns, type ImportTarget } from './target'

/** What is done with an entry that is there already. */
export type WhenThere = 'skip' | 'update' | 'add'

/** How entries are compared with what is there. */
export interface Matching {
  /** Key of a column of the entry itself: `name`, `creditCode`, the number of a record. Null: nothing is compared. */
  readonly key: string | null
  readonly whenThere: WhenThere
}

/** Two texts that are the same to a person: width, spaces and case do not tell them apart. */
const keyText = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').toLowerCase()

/** A phone number without what is written between its digits (0571-8888 8888, +86 …). */
const phoneText = (text: string): string =>
  keyText(text)
    .replace(/^\+?86(?=1\d{10}$)/, '')
    .replace(/[-()（）]/g, '')

/** What an entry, or an entity that is there, says in the column by which it is compared; empty when nothing. */
export function keyOf(
  target: ImportTarget,
  key: string,
  { values, number }: Pick<Entry, 'values' | 'number'>,
): string {
  return keyTextOf(target, key, isNumberKey(target, key) ? number : plainText(getValue(values, pathOf(key))))
}

/** A plain text of that column as it is compared. */
export function keyTextOf(target: ImportTarget, key: string, text: string): string {
  const isPhone = !isNumberKey(target, key) && findField(target, pathOf(key))?.type.type === 'phone'
  return isPhone ? phoneText(text) : keyText(text)
}

const pathOf = (key: string): readonly string[] =>
  key.startsWith('[') ? (JSON.parse(key) as readonly string[]) : [key]

/** Whether a key stands for the number of a record. */
export const isNumberKey = (target: ImportTarget, key: string): boolean =>
  key === NUMBER || (target.kind === 'records' && serialField(target)?.key === key)

/** By what entries are usually compared, where the table says it: customers by name, records by their number. */
export function usualKey(target: ImportTarget, { columns }: Mapping): string | null {
  const usual = targetColumns(target).find(({ key, field, inRows }) =>
    target.kind === 'customers' ? key === 'name' : !inRows && field?.type.type === 'serial',
  )
  return usual && columns.some(({ to }) => to === usual.key) ? usual.key : null
}
