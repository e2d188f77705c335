import { catalogue } from '../../../shared/catalogue'
import { isCard } from '../../../shared/customers/by-meaning'
import type { ListQuery, ValueCount } from '../../../shared/search/list-query'
import { useList, type Lists, type ListedRecord } from '../../db'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { amountColumn, isAbout, lastDay, perYear, type SheetSubject, type YearCount } from './figures'

export interface SubjectFigures {
  readonly count: number
  /** Empty without a dated sheet. */
  readonly last: string
}

export interface CustomerFigures {
  readonly sheets: number
  readonly undated: number
  readonly years: readonly YearCount[]
  readonly lastContact: string
  /** How many sheets of each form, by its name, the most frequent first. */
  readonly forms: readonly ValueCount[]
  readonly complaints: SubjectFigures
  readonly open: { readonly count: number; readonly rows: readonly ListedRecord[] }
  readonly visits: SubjectFigures
  readonly services: SubjectFigures
  /** Sums of money, plain decimals, of forms whose sheets name one customer. */
  readonly amounts: readonly { readonly form: string; readonly sum: string }[]
  /** The newest card of each of the forms that show the customer itself. */
  readonly cards: readonly { readonly code: string; readonly name: string; readonly row?: ListedRecord }[]
}

/** Open complaints that are shown. */
const OPEN_SHOWN = 5
/** Days and forms that are counted apart: more than any customer has. */
const MOST = 100_000

/** Void sheets are no dealings. */
const counted = ['draft', 'submitted', 'closed'] as const

/** Forms about a subject, by their names as lists know them. */
const formsAbout = (subject: SheetSubject): readonly string[] =>
  catalogue.filter(({ template }) => isAbout(template, subject)).map(({ head }) => head.name)

const abouts = new Map<SheetSubject, readonly string[]>()
function about(subject: SheetSubject): readonly string[] {
  const known = abouts.get(subject) ?? formsAbout(subject)
  abouts.set(subject, known)
  return known
}

/** What all records that name a customer, by its id, come to. */
export function useFigures(customer: string): CustomerFigures | undefined {
  const { workingCopy, clock } = useServices()
  const day = today(clock)
  return useList(workingCopy.lists, (lists) => figuresOf(lists, customer, day), [customer, day])
}

async function figuresOf(lists: Lists, customer: string, day: string): Promise<CustomerFigures> {
  const all: ListQuery = { customers: [customer], states: counted }
  const ofSubject = (subject: SheetSubject): ListQuery => ({
    ...all,
    filters: [{ column: '@list', test: 'oneOf', values: about(subject) }],
  })
  const figures = async (subject: SheetSubject): Promise<SubjectFigures> => {
    const query = ofSubject(subject)
    const [view, days] = await Promise.all([lists.records(query, 0, 0), lists.values(query, '@on', MOST)])
    return { count: view.count, last: lastDay(days, day) }
  }
  const [sheets, days, forms, complaints, open, visits, services, cards] = await Promise.all([
    lists.records(all, 0, 0),
    lists.values(all, '@on', MOST),
    lists.values({ customers: [customer] }, '@list', MOST),
    figures('complaint'),
    lists.records({ ...ofSubject('complaint'), states: ['draft', 'submitted'] }, 0, OPEN_SHOWN),
    figures('visit'),
    figures('service'),
    cardsOf(lists, customer),
  ])
  const dated = days.reduce((sum, { count }) => sum + count, 0)
  return {
    sheets: sheets.count,
    undated: sheets.count - dated,
    years: perYear(days),
    lastContact: lastDay(days, day),
    forms,
    complaints,
    open: { count: open.count, rows: open.rows },
    visits,
    services,
    amounts: await amountsOf(lists, customer, forms),
    cards,
  }
}

async function amountsOf(lists: Lists, customer: string, forms: readonly ValueCount[]) {
  const names = new Set(forms.map(({ value }) => value.toLowerCase()))
  const sums = await Promise.all(
    catalogue
      .filter(({ head }) => names.has(head.name.toLowerCase()))
      .map(async ({ code, head, template }) => {
        const column = isCard(template) ? undefined : amountColumn(template)
        if (column === undefined) return []
        const query: ListQuery = {
          list: code,
          customers: [customer],
          states: ['submitted', 'closed'],
          totals: [column],
        }
        const sum = (await lists.records(query, 0, 0)).totals[column] ?? '0'
        return sum === '0' ? [] : [{ form: head.name, sum }]
      }),
  )
  return sums.flat()
}

async function cardsOf(lists: Lists, customer: string) {
  return Promise.all(
    catalogue.filter(isCard).map(async ({ code, head }) => {
      const { rows } = await lists.records({ list: code, customers: [customer], states: counted }, 0, 1)
      const [row] = rows
      return { code, name: head.name, ...(row ? { row } : {}) }
    }),
  )
}
