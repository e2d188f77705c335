import { customerField, isCard } from '../../shared/customers/by-meaning'
import {
  answersAt,
  choose,
  ownBeginnings,
  placeOf,
  type Brought,
  type Chosen,
} from '../../shared/customers/choosing'
import type { Customer } from '../../shared/customers/customer'
import { getValue, initialValues } from '../../shared/forms'
import type { Path } from '../../shared/forms/field'
import { isRows } from '../../shared/forms/field-types'
import type { Template } from '../../shared/forms/template'
import type { FormValues } from '../../shared/forms/values'
import { ensureRow } from '../../shared/forms/values/access'
import { uuidv7 } from '../../shared/kernel/ids'
import {
  seenOnCard,
  tookOver,
  withDerived,
  withoutDerived,
  type CustomerView,
  type MasterSeen,
  type Seen,
} from '../db'
import type { SessionDeps } from './record-session-types'
import type { SessionCore } from './session-core'
import { contextOf } from './session-context'

/** The customer that is chosen, and the one that stood in its place before. */
export interface ChosenCustomers {
  readonly next: Customer
  readonly before: Customer | undefined
  /** What stands under the next one's registers. */
  readonly seen: Seen
}

/** Remembers whose values stand beside a place, before its name is typed over: the typed one has no link any more. */
export function noteLeft(core: SessionCore, path: Path): void {
  const value = getValue(core.store.getState().values, path)
  const id = typeof value === 'object' && 'name' in value ? value.id : undefined
  const place = placeOf(path)
  if (id !== undefined && core.brought.get(place)?.id !== id) core.brought.set(place, { id, brought: [] })
}

export async function customersOf(
  core: SessionCore,
  path: Path,
  id: string,
): Promise<ChosenCustomers | undefined> {
  const { customers } = core.deps.workingCopy
  const left = core.brought.get(placeOf(path))?.id
  const [next, view] = await Promise.all([
    viewOf(core.deps, id),
    left === undefined ? undefined : customers.get(left),
  ])
  return next ? { next: next.customer, before: view?.customer, seen: next.seen } : undefined
}

/** The customer that an id stands for now. */
async function viewOf({ workingCopy }: SessionDeps, id: string): Promise<CustomerView | undefined> {
  const stands = await workingCopy.customers.survivor(id)
  return stands && workingCopy.customers.get(stands.id)
}

/** What a card that is not 登记 yet shows of the customer that was chosen on it; undefined for other forms. */
const masterOf = (
  template: Template,
  path: Path,
  values: FormValues,
  customer: Customer,
  seen: Seen,
): MasterSeen | undefined =>
  isCard(template) && path.length === 1
    ? { id: customer.id, seen: seenOnCard(template, seen), shown: tookOver(template, values, customer) }
    : undefined

/** What was brought in and is taken out again is no more the card's to say. */
export function forgetShown(core: SessionCore, brought: readonly Brought[]): void {
  const { master } = core
  if (!master?.shown) return
  const keys = new Set(brought.map(({ path }) => path[0] ?? ''))
  const fields = Object.entries(master.shown.fields).filter(([key]) => !keys.has(key))
  core.master = { ...master, shown: { ...master.shown, fields: Object.fromEntries(fields) } }
}

/** The form with a customer chosen at `path`, and the place knows what came with it. */
export function chooseNow(
  core: SessionCore,
  values: FormValues,
  path: Path,
  { next, before, seen }: ChosenCustomers,
): Chosen {
  const { template, state } = core.store.getState()
  const lately = core.brought.get(placeOf(path))
  const replaceable: readonly Brought[] = [
    ...(lately?.brought ?? []),
    ...(before ? answersAt(template, path, before) : []),
  ]
  const beginnings = ownBeginnings(template, initialValues(template, contextOf(core.deps)))
  const chosen = choose({ template, values, path, customer: next, replaceable, beginnings })
  core.brought.set(placeOf(path), { id: next.id, brought: chosen.brought })
  if (state === 'draft') core.master = masterOf(template, path, chosen.values, next, seen) ?? core.master
  return chosen
}

/** A new form for a customer of the master: it is named and the form filled, in the first row where only rows name one. */
export async function filledFor(
  deps: SessionDeps,
  template: Template,
  values: FormValues,
  id: string,
): Promise<{ readonly values: FormValues; readonly master?: MasterSeen }> {
  const view = await viewOf(deps, id)
  if (!view) return { values }
  const { customer, seen } = view
  const begun = placeIn(deps, template, withoutDerived(template, values))
  if (!begun) return { values }
  const beginnings = ownBeginnings(template, begun.values)
  const chosen = choose({ template, ...begun, customer, replaceable: [], beginnings })
  const master = masterOf(template, begun.path, chosen.values, customer, seen)
  return {
    values: withDerived(template, chosen.values, '', contextOf(deps)),
    ...(master ? { master } : {}),
  }
}

function placeIn(
  deps: SessionDeps,
  template: Template,
  values: FormValues,
): { readonly values: FormValues; readonly path: Path } | null {
  const own = customerField(template)
  if (own) return { values, path: [own.key] }
  for (const field of template.fields) {
    const column = isRows(field) ? customerField({ fields: field.type.columns }) : undefined
    if (!column) continue
    const made = ensureRow(values, field.key, 1, () => uuidv7(deps.clock, deps.random))
    return { values: made.values, path: [field.key, made.id, column.key] }
  }
  return null
}
