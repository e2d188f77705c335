import type { Day } from '../kernel/dates'
import type { ListColumns } from './list-columns'
import type { OpenDue } from './list-query'
import { CUSTOMERS, type Due, type ListState } from './list-row'
import { endOfChain } from './customer-chain'
import { mergeLinks } from './customer-keys'

/**
 * Days to be kept up to and with `until`, the earliest first. What was to follow (下次…) has followed when a later record
 * of the same form, 登记, names the same customer: the one that an id or a name stands for now. `person`: only of what this one wrote first or last, or
 * handles. `dealt`: those instead that somebody dealt with.
 */
export function openDues(
  columns: ListColumns,
  titleAt: (place: number) => string,
  until: Day,
  person?: string,
  dealt = false,
): readonly OpenDue[] {
  const found: { readonly place: number; readonly due: Due }[] = []
  const isBy = person === undefined ? undefined : columns.by(person)
  for (let place = 0; place < columns.length; place += 1) {
    if (!columns.hasDues(place)) continue
    const state = columns.stateAt(place)
    if (state === 'closed' || state === 'void') continue
    for (const due of columns.duesUpTo(place, until, dealt)) {
      if (!isBy || due.who === person || isBy(place)) found.push({ place, due })
    }
  }
  const isFollowed = followers(
    columns,
    titleAt,
    found.filter(({ due }) => mayBeFollowed(due)).map(({ place }) => place),
  )
  return found
    .filter(({ place, due }) => !(mayBeFollowed(due) && isFollowed(place)))
    .map(({ place, due: { label, on, at, who, about, dealt: word } }) => ({
      id: columns.idAt(place),
      list: columns.listAt(place),
      label,
      on,
      at,
      who,
      about,
      ...(word === undefined ? {} : { dealt: word }),
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** A row of a card is followed by another row of it (`duesOf`), not by another card. */
const mayBeFollowed = ({ kind, at }: Due): boolean => kind === 'next' && !at.startsWith('[')

/** Whether there is a later record of the same form about the same customer: by its own day, else by when it was begun. */
function followers(
  columns: ListColumns,
  titleAt: (place: number) => string,
  places: readonly number[],
): (place: number) => boolean {
  if (places.length === 0) return () => false
  const customerOf = customersByKey(columns, titleAt)
  const keysAt = (place: number) =>
    columns.customersAt(place).map((key) => `${columns.listAt(place)} ${customerOf(key)}`)
  const latest = new Map(places.flatMap(keysAt).map((key) => [key, { on: '', createdAt: 0 }]))
  const isAsked = columns.isIn(...new Set(places.map((place) => columns.listAt(place))))
  for (let place = 0; place < columns.length; place += 1) {
    if (!isAsked(place) || !counts.has(columns.stateAt(place))) continue
    for (const key of keysAt(place)) {
      const last = latest.get(key)
      if (!last) continue
      if (columns.onAt(place) > last.on) last.on = columns.onAt(place)
      last.createdAt = Math.max(last.createdAt, columns.createdAt(place))
    }
  }
  return (place) => {
    const on = columns.onAt(place)
    return keysAt(place).some((key) => {
      const last = latest.get(key)
      if (!last) return false
      return on === '' ? last.createdAt > columns.createdAt(place) : last.on > on
    })
  }
}

/** A draft promises nothing yet: it may be thrown away. */
const counts: ReadonlySet<ListState> = new Set(['submitted', 'closed'])

/** The customer that a key (`ListRow.customers`) stands for: through merges, and by a name that just one bears. */
function customersByKey(columns: ListColumns, titleAt: (place: number) => string): (key: string) => string {
  const isCustomer = columns.isIn(CUSTOMERS)
  const places = columns.all().filter(isCustomer)
  const mergedInto = mergeLinks(columns)
  const survivor = (id: string) => endOfChain(id, mergedInto)
  const bearers = new Map<string, Set<string>>()
  for (const place of places) {
    const name = `=${titleAt(place)}`
    const known = bearers.get(name) ?? new Set<string>()
    bearers.set(name, known.add(survivor(columns.idAt(place))))
  }
  return (key) => {
    if (!key.startsWith('=')) return survivor(key)
    const name = key.toLowerCase()
    const [only, ...others] = bearers.get(name) ?? []
    return only !== undefined && others.length === 0 ? only : name
  }
}
