import { findField } from '../forms/field-types'
import { plainText } from '../search/columns'
import { getValue } from '../forms/values/access'
import type { Entry } from './entries'
import { NUMBER, serialField, type ImportTarget } from './target'

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
  if (isNumberKey(target, key)) return keyText(number)
  const path = key.startsWith('[') ? (JSON.parse(key) as readonly string[]) : [key]
  const text = plainText(getValue(values, path))
  return findField(target, path)?.type.type === 'phone' ? phoneText(text) : keyText(text)
}

/** Whether a key stands for the number of a record. */
export const isNumberKey = (target: ImportTarget, key: string): boolean =>
  key === NUMBER || (target.kind === 'records' && serialField(target)?.key === key)
