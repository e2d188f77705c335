import { customerField } from '../../../shared/customers/by-meaning'
import type { Field } from '../../../shared/forms/field'
import { pathKey } from '../../../shared/forms/field'
import { isRows } from '../../../shared/forms/field-types'
import type { Template } from '../../../shared/forms/template'
import type { ValueCount } from '../../../shared/search/list-query'

export interface YearCount {
  readonly year: string
  readonly count: number
}

/** Sheets of each year, the latest first, from how many there are of each day. */
export function perYear(days: readonly ValueCount[]): readonly YearCount[] {
  const years = new Map<string, number>()
  for (const { value, count } of days) {
    const year = value.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + count)
  }
  return [...years].map(([year, count]) => ({ year, count })).sort((a, b) => (a.year < b.year ? 1 : -1))
}

/** The latest day that is not yet to come; empty without one. */
export const lastDay = (days: readonly ValueCount[], today: string): string =>
  days.reduce((last, { value }) => (value <= today && value > last ? value : last), '')

/** What a sheet is to a customer. */
export type SheetSubject = 'complaint' | 'visit' | 'service'

type Means = Pick<Template, 'code' | 'fields' | 'kind'>

/** Whether a form is one sheet about one complaint, visit or service; tables and figures over several are none. */
export function isAbout(template: Means, subject: SheetSubject): boolean {
  if (template.kind !== 'record') return false
  switch (subject) {
    case 'complaint':
      return template.code.startsWith('KHTS-')
    case 'service':
      return template.code.startsWith('SHFW-')
    case 'visit':
      return meanings(template.fields).some((meaning) => meaning?.startsWith('visit.'))
  }
}

const meanings = (fields: readonly Field[]) =>
  fields.flatMap((field) => [
    field.meaning,
    ...(isRows(field) ? field.type.columns.map((c) => c.meaning) : []),
  ])

/**
 * The column of a form whose sum is what was sold to a customer: a list with a deal in each line, whose sheet names one
 * customer and has one column of that meaning. On a sheet about one thing the same meaning is no deal of that day (what a
 * complaint is about, a plan, what a credit report says of a year), tables of several customers and figures give no exact
 * sum: undefined.
 */
export function amountColumn(template: Means): string | undefined {
  const named = customerField(template)
  if (!named || template.kind !== 'list') return undefined
  const columns = template.fields.flatMap((field): string[] => {
    if (!isRows(field)) return field.meaning === 'sale.amount' ? [field.key] : []
    if (field.type.columns.some(({ type }) => type.type === 'customer')) return ['', '']
    return field.type.columns
      .filter(({ meaning }) => meaning === 'sale.amount')
      .map((c) => pathKey([field.key, '*', c.key]))
  })
  return columns.length === 1 ? columns[0] : undefined
}
