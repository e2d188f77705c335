import { isEmptyValue, optionsOf, YES_NO } from '../../../shared/forms'
import type { Field } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'

/** How the boxes of one field behave: one of them, any of them, or a rung of a scale. */
export type TickKind = 'one' | 'many' | 'rating'

export function tickKind(field: Field): TickKind {
  const { type } = field.type
  if (type === 'choices') return 'many'
  return type === 'rating' || type === 'matrix' ? 'rating' : 'one'
}

/** Whether the box of `option` (its stored value, 是 and 否 for yes/no) is ticked. */
export function isTicked(field: Field, value: FieldValue | undefined, option: string): boolean {
  if (value === undefined) return false
  if (typeof value === 'boolean') return value === (option === YES_NO[0])
  if (field.type.type === 'choices') return Array.isArray(value) && value.includes(option)
  return value === option
}

/** The value after a click or a digit on one box: a ticked box is emptied again, as one may cross out on paper. */
export function ticked(field: Field, value: FieldValue | undefined, option: string): FieldValue | null {
  if (field.type.type === 'choices') {
    const next = optionsOf(field.type).filter((each) => (each === option) !== isTicked(field, value, each))
    return isEmptyValue(next) ? null : next
  }
  if (isTicked(field, value, option)) return null
  return field.type.type === 'yesNo' ? option === YES_NO[0] : option
}
