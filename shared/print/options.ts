import { getValue } from '../forms'
import type { Field, Path } from '../forms/field'
import { optionValue, printedOptions, YES_NO } from '../forms/field-types'
import type { FieldValue } from '../forms/values'
import type { SheetContext } from './field-text'

/** One box of a field that is answered by ticking. */
export interface TickOption {
  /** As stored: without the spaces that only spread it in print (受　理). */
  readonly option: string
  readonly label: string
  /** Place among the field's options, from 1. */
  readonly ordinal: number
  readonly ticked: boolean
}

/** The boxes of a field in printed order; of a matrix, those of the item that the path names. */
export function tickOptions(sheet: SheetContext, field: Field, path: Path): readonly TickOption[] {
  const value = sheet.mode === 'filled' ? getValue(sheet.values, path) : undefined
  return printedOptions(field.type).map((label, index) => {
    const option = optionValue(label)
    return { option, label, ordinal: index + 1, ticked: isTicked(value, option) }
  })
}

function isTicked(value: FieldValue | undefined, option: string): boolean {
  if (typeof value === 'boolean') return option === (value ? YES_NO[0] : YES_NO[1])
  if (typeof value === 'string') return optionValue(value) === option
  return Array.isArray(value) && value.some((chosen: string) => optionValue(chosen) === option)
}
