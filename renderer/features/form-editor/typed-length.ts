import type { Field } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'
import { lengthOf } from '../../../shared/kernel/text'

/** From this share of the longest text on, the count is shown. */
const NEAR = 0.8

/** How long a text is, in characters (code points), and how long it may be; null while that is far off. */
export function typedLength(
  field: Field,
  value: FieldValue | undefined,
): { readonly typed: number; readonly most: number } | null {
  if (typeof value !== 'string' || (field.type.type !== 'text' && field.type.type !== 'longText')) return null
  const typed = lengthOf(value)
  return field.max > 0 && typed >= field.max * NEAR ? { typed, most: field.max } : null
}
