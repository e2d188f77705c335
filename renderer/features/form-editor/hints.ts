import type { Field } from '../../../shared/forms/field'

type HintKey = 'date' | 'time' | 'dateTime' | 'month' | 'year' | 'number' | 'money' | 'percent' | 'digits'

/** How a field is typed, where that does not go without saying: a key of `editor:hint`. */
export function hintOf(field: Field): HintKey | null {
  switch (field.type.type) {
    case 'date':
    case 'time':
    case 'dateTime':
    case 'month':
    case 'year':
    case 'number':
    case 'money':
    case 'percent':
      return field.type.type
    case 'choice':
    case 'choices':
    case 'rating':
    case 'matrix':
    case 'yesNo':
      return 'digits'
    default:
      return null
  }
}
