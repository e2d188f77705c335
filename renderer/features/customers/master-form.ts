import { ADDRESSES, CONTACTS, CUSTOMER_FIELDS } from '../../../shared/customers/fields'
import { isRows } from '../../../shared/forms/field-types'
import type { Field, RowsType } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'

/** The master's fields as a form without a sheet: what checks forms and tells their history does the same for customers. */
export const masterForm: Template = {
  format: 1,
  code: '',
  version: 1,
  name: '',
  title: '',
  module: '',
  kind: 'record',
  paper: { size: 'A4', orientation: 'portrait' },
  pages: 1,
  fields: CUSTOMER_FIELDS,
  rules: [],
  body: [],
}

export const groupNames = ['basic', 'contact', 'papers', 'dealings'] as const
export type GroupName = (typeof groupNames)[number]

/** In which part of the card a field stands; what is not named here stands in the last one. */
const parts: Readonly<Record<GroupName, readonly string[]>> = {
  basic: ['name', 'code', 'shortName', 'kind', 'level', 'business', 'industry', 'scale'],
  contact: [
    'contact',
    'phone',
    'mobile',
    'fax',
    'email',
    'website',
    'address',
    'region',
    'postcode',
    CONTACTS,
    ADDRESSES,
  ],
  papers: ['creditCode', 'idNumber', 'legalPerson', 'founded', 'capital', 'bank', 'bankAccount'],
  dealings: ['owner', 'source', 'since', 'credit', 'creditLimit', 'note'],
}

export type RowsField = Field & { readonly type: RowsType }

export interface CardGroup {
  readonly name: GroupName
  readonly fields: readonly Field[]
  readonly lists: readonly RowsField[]
}

/** The card's parts, each with its fields; every field of the master stands in one of them. */
export const cardGroups: readonly CardGroup[] = groupNames.map((name) => {
  const named = new Set(Object.values(parts).flat())
  const inPart = CUSTOMER_FIELDS.filter(
    ({ key }) => parts[name].includes(key) || (name === 'dealings' && !named.has(key)),
  ).sort((a, b) => place(parts[name], a.key) - place(parts[name], b.key))
  return {
    name,
    fields: inPart.filter((field) => !isRows(field)),
    lists: inPart.filter((field) => isRows(field)),
  }
})

function place(keys: readonly string[], key: string): number {
  const at = keys.indexOf(key)
  return at < 0 ? keys.length : at
}

/** How many of the card's three columns a field takes. */
export function spanOf({ key, type }: Field): number {
  if (type.type === 'longText') return 3
  return key === 'name' || key === 'address' || key === 'business' ? 2 : 1
}
