import type { Template } from '../../../shared/forms/template'
import type { FieldValue, FormValues } from '../../../shared/forms/values'

/** What a person would call an unfinished form: the customer, else the first words that were typed; else nothing. */
export function draftTitle(template: Template | undefined, values: FormValues): string {
  const fields = template?.fields ?? []
  const customer = fields.find((field) => field.meaning === 'customer.name')
  const telling = fields.filter(({ type }) => type.type === 'text' || type.type === 'longText')
  for (const field of [...(customer ? [customer] : []), ...telling]) {
    const text = textOf(values.fields[field.key])
    if (text !== '') return text
  }
  return ''
}

function textOf(value: FieldValue | undefined): string {
  if (typeof value === 'string') return value.split('\n')[0]?.trim() ?? ''
  if (typeof value === 'object' && 'name' in value) return value.name
  return ''
}
