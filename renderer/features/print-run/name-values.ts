import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { placeInName, type NameValues } from '../../../shared/print/name-pattern'
import { plainText } from '../../../shared/search/columns'

export interface NamedSheet {
  readonly template: Template
  readonly values: FormValues
  readonly number: string
  readonly on: string
  /** Its place (0…) among how many. */
  readonly place: number
  readonly of: number
}

/** What the name of a sheet's file may say. */
export function nameValues({ template, values, number, on, place, of }: NamedSheet): NameValues {
  const field = template.fields.find((each) => each.meaning === 'customer.name')
  return {
    form: template.name,
    number,
    customer: plainText(field && values.fields[field.key]),
    on,
    place: placeInName(place, of),
  }
}
