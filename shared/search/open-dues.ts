import type { Day } from '../kernel/dates'
import type { ListColumns } from './list-columns'
import type { OpenDue } from './list-query'
import type { Due } from './list-row'

/**
 * Days to be kept up to and with `until`, the earliest first. What was to follow (下次…) has followed when a later record
 * of the same form names the same customer. `person`: only of what this one wrote first or last, or handles.
 */
export function openDues(columns: ListColumns, until: Day, person?: string): readonly OpenDue[] {
  const found: { readonly place: number; readonly due: Due }[] = []
  for (let place = 0; place < columns.length; place += 1) {
    const dues = columns.duesAt(place)
    if (dues.length === 0) continue
    const state = columns.stateAt(place)
    if (state === 'closed' || state === 'void') continue
    for (const due of dues) {
      if (due.done || due.on > until) continue
      if (person === undefined || due.who === person || columns.isBy(place, person))
        found.push({ place, due })
    }
  }
  const isFollowed = followers(
    columns,
    found.filter(({ due }) => mayBeFollowed(due)).map(({ place }) => place),
  )
  return found
    .filter(({ place, due }) => !(mayBeFollowed(due) && isFollowed(place)))
    .map(({ place, due: { label, on, at, who, about } }) => ({
      id: columns.idAt(place),
      list: columns.listAt(place),
      label,
      on,
      at,
      who,
      about,
    }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** A row of a card is followed by another row of it (`duesOf`), not by another card. */
const mayBeFollowed = ({ kind, at }: Due): boolean => kind === 'next' && !at.startsWith('[')

/** Whether there is a later record of the same form about the same customer: by its own day, else by when it was begun. */
function followers(columns: ListColumns, places: readonly number[]): (place: number) => boolean {
  if (places.length === 0) return () => false
  const keysAt = (place: number) => columns.customersAt(place).map((key) => `${columns.listAt(place)} ${key}`)
  const latest = new Map(places.flatMap(keysAt).map((key) => [key, { on: '', createdAt: 0 }]))
  const isAsked = columns.isIn(...new Set(places.map((place) => columns.listAt(place))))
  for (let place = 0; place < columns.length; place += 1) {
    if (!isAsked(place) || columns.stateAt(place) === 'void') continue
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
