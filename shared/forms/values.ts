/** A person of the firm's staff list; the name is kept with it so that paper and history stay readable. */
export interface PersonRef {
  readonly id?: string
  readonly name: string
}

/**
 * One field's value. Text, dates (`2026-01-05`), times (`14:03`), date-times (`2026-01-05T14:03`), months (`2026-01`),
 * years, decimals (`"1234.50"`), a chosen option or rating: strings. Several choices: the options in printed order.
 * Yes/no: boolean. A person or a customer: a reference with its name.
 */
export type FieldValue = string | boolean | readonly string[] | PersonRef

/** One 明细行: its id is stable, its place in the list is its order. */
export interface RowValue {
  readonly id: string
  readonly cells: { readonly [column: string]: FieldValue }
}

/** All values of one form; a missing key is an empty field. A matrix holds its items, rows hold their rows in order. */
export interface FormValues {
  readonly fields: { readonly [field: string]: FieldValue }
  readonly matrices: { readonly [field: string]: { readonly [item: string]: string } }
  readonly rows: { readonly [field: string]: readonly RowValue[] }
}

export const emptyValues: FormValues = { fields: {}, matrices: {}, rows: {} }
