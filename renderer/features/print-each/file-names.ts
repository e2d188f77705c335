import type { FieldValue } from '../../../shared/forms/values'
import type { Template } from '../../../shared/forms/template'
import { plainText } from '../../../shared/search/columns'
import type { RecordView } from '../../db'

/** Characters of a name; file systems take little more. */
const LONGEST = 120

/** What a file's name may say of its record. */
export const NAME_PARTS = ['number', 'form', 'customer', 'on'] as const
export type NamePart = (typeof NAME_PARTS)[number]

/** What can be said of a record; what it has not is empty. */
export type NameValues = { readonly [P in NamePart]: string }

export function nameValues(
  template: Template,
  { row, values }: Pick<RecordView, 'row' | 'values'>,
): NameValues {
  const valueOf = (meaning: string): FieldValue | undefined => {
    const field = template.fields.find((each) => each.meaning === meaning)
    return field && values.fields[field.key]
  }
  return {
    form: template.name,
    number: row.number,
    customer: plainText(valueOf('customer.name')),
    on: row.on,
  }
}

/** The parts that were chosen, in their order, without those that a record lacks; the form's name where nothing is left. */
export function fileName(parts: readonly NamePart[], values: NameValues): string {
  const said = parts.map((part) => values[part].trim()).filter((text) => text !== '')
  return Array.from(said.length === 0 ? values.form : said.join(' '))
    .slice(0, LONGEST)
    .join('')
}
