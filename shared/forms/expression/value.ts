import type { Decimal } from '../../kernel/decimal'
import type { PersonRef } from '../values'

/**
 * What an expression can be. Empty is null: an empty field, or a result that nothing led to. A column of rows is a
 * list with one member for each row.
 */
export type Value =
  | null
  | boolean
  | string
  | { readonly decimal: Decimal }
  | { readonly list: readonly Value[] }
  /** The options of a field with several choices. */
  | { readonly options: readonly string[] }
  | { readonly person: PersonRef }

export const isList = (value: Value): value is { readonly list: readonly Value[] } =>
  value !== null && typeof value === 'object' && 'list' in value

export const decimalOf = (value: Value | undefined): Decimal | null =>
  value !== null && typeof value === 'object' && 'decimal' in value ? value.decimal : null

export const textOf = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null)

/** The members of lists and plain values alike, in order, without the empty ones. */
export const filledOf = (values: readonly Value[]): readonly Value[] =>
  values.flatMap((value) => (isList(value) ? value.list : [value])).filter((value) => value !== null)

export const decimalsOf = (values: readonly Value[]): readonly Decimal[] =>
  filledOf(values).flatMap((value) => decimalOf(value) ?? [])
