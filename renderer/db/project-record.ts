import type { Field } from '../../shared/forms/field'
import type { Template } from '../../shared/forms/template'
import type { FieldValue, FormValues } from '../../shared/forms/values'
import type { Meaning } from '../../shared/forms/meaning'
import { initialsOf, nameInitials } from '../../shared/search/pinyin'

/** What a list shows of a record's values. */
export interface Summary {
  readonly title: string
  readonly customer: string
  readonly on: string
  readonly search: string
}

/** Types whose text tells a person what a record is about. */
const TELLING = new Set<Field['type']['type']>(['text', 'customer', 'person', 'longText'])

/** Longest title in characters; lists cut it anyway. */
const TITLE_MAX = 60

/** Without a template (it has not arrived yet) only the text to search is known. */
export function summarise(template: Template | undefined, values: FormValues, number: string): Summary {
  const fields = template?.fields ?? []
  const valueOf = (meaning: Meaning) => {
    const field = fields.find((candidate) => candidate.meaning === meaning)
    return field ? plainText(values.fields[field.key]) : ''
  }
  const customer = valueOf('customer.name')
  const telling = fields
    .filter((field) => TELLING.has(field.type.type))
    .map((field) => plainText(values.fields[field.key]))
    .find((text) => text !== '')
  const name = template?.name ?? ''
  const words = [number, name, initialsOf(name), ...nameInitials(customer), ...allTexts(values)]
  return {
    title: Array.from(customer || (telling ?? ''))
      .slice(0, TITLE_MAX)
      .join(''),
    customer,
    on: valueOf('record.on').slice(0, 10),
    search: words
      .filter((word) => word !== '')
      .join('\n')
      .toLowerCase(),
  }
}

/** Every text of a record, in no particular order. */
function allTexts(values: FormValues): string[] {
  return [
    ...Object.values(values.fields).map(plainText),
    ...Object.values(values.matrices).flatMap((items) => Object.values(items)),
    ...Object.values(values.rows).flatMap((rows) =>
      rows.flatMap((row) => Object.values(row.cells).map(plainText)),
    ),
  ]
}

/** A value as text to search and to show in a list; empty for nothing and for yes/no. */
function plainText(value: FieldValue | null | undefined): string {
  if (value === undefined || value === null || typeof value === 'boolean') return ''
  if (typeof value === 'string') return value
  if ('name' in value) return value.name
  return value.join(' ')
}
