import { CUSTOMER_FIELDS } from '../../../shared/customers/fields'
import { isRows } from '../../../shared/forms/field-types'
import { customersTarget, exportTable } from '../../../shared/import'

const COLUMNS = 20

/** A list of customers with twenty fields each, as a firm has it. */
export function customerTable(count: number) {
  const all = Array.from({ length: count }, (_, place) => ({
    values: { fields: { ...customer(place), kind: '企业', level: 'A' }, matrices: {}, rows: {} },
    info: [],
  }))
  const made = exportTable(customersTarget, all)
  if (!made.ok) throw new Error(made.error.head)
  return made.value
}

const customer = (place: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    CUSTOMER_FIELDS.filter((field) => !isRows(field))
      .slice(0, COLUMNS)
      .map(({ key, type }) => [key, valueOf(type.type, place)]),
  )

function valueOf(type: string, place: number): string {
  if (type === 'choice') return place % 2 === 0 ? 'A' : 'B'
  return type === 'phone' ? `138${String(place).padStart(8, '0')}` : `示例${place}`
}
