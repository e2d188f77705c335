import type { WorkingCopy } from '../../db'

/** A form that everybody in a department knows; the tour fills it and looks at its register. */
const FORM = 'KHTS-BD-001'

export interface TourStep {
  readonly name: 'find' | 'fill' | 'submit' | 'print' | 'register' | 'customer' | 'dues' | 'backup'
  /** Where the step is shown; null where the demo data do not have it. */
  readonly place: (workingCopy: WorkingCopy) => Promise<string | null>
  /** What the note points at: an attribute that the page gives to it. */
  readonly anchor: string
  /** Where the note stands beside it. */
  readonly side: 'bottom-start' | 'bottom-end' | 'left-start' | 'top-start'
  /** It may be shown on whatever page has what it points at, such as a form that the person has filled meanwhile. */
  readonly anywhere?: true
}

const at = (place: string) => () => Promise.resolve(place)
const onForm = { place: at(`/fill/${FORM}`), anywhere: true } as const

/** The way of a record: found, filled, submitted, printed, looked up; then what grows out of all of them. */
export const steps: readonly [TourStep, ...TourStep[]] = [
  { name: 'find', place: at('/'), anchor: '[data-anchor="finder"]', side: 'bottom-start', anywhere: true },
  { name: 'fill', place: at(`/fill/${FORM}`), anchor: '[data-stop="reason"]', side: 'bottom-start' },
  { ...onForm, name: 'submit', anchor: '[aria-keyshortcuts="F9"]', side: 'bottom-end' },
  { ...onForm, name: 'print', anchor: '[aria-keyshortcuts="Control+P"]', side: 'bottom-end' },
  { name: 'register', place: at(`/records/${FORM}`), anchor: '[role="search"]', side: 'bottom-start' },
  { name: 'customer', place: busiestCustomer, anchor: '[data-anchor="dealings"]', side: 'left-start' },
  { name: 'dues', place: at('/dues'), anchor: '[data-anchor="due-filter"]', side: 'bottom-start' },
  { name: 'backup', place: at('/settings'), anchor: '[data-anchor="backup"]', side: 'top-start' },
]

/** The step at a place; behind the end the last one. */
export const stepAt = (at: number): TourStep => steps[Math.min(at, steps.length - 1)] ?? steps[0]

/** So many records are looked at for a customer with something to tell. */
const LOOKED_AT = 400

async function busiestCustomer({ lists }: WorkingCopy): Promise<string | null> {
  const { rows } = await lists.records({}, 0, LOOKED_AT)
  const met = new Map<string, number>()
  for (const id of rows.flatMap(({ customers }) => customers)) met.set(id, (met.get(id) ?? 0) + 1)
  const [busiest] = [...met].sort(([, a], [, b]) => b - a)
  return busiest ? `/customer/${busiest[0]}` : null
}
