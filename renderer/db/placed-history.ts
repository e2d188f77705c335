import { applyChange, emptyEntity, type EntityState, type StoredChange } from '../../shared/store'
import { filledIn, inOrder } from '../../shared/store/state-at'
import { historyOf } from './record-view'
import type { HistoryEntry, HistoryStep } from './records-types'

/** The history of one entity, oldest first, with the places that its rows had then. */
export function placedHistory(changes: readonly StoredChange[]): readonly HistoryEntry[] {
  const entries = new Map(historyOf(changes).map((entry) => [entry.dot, entry]))
  const ordered = inOrder(changes)
  const [first] = ordered
  if (!first || ![...entries.values()].some((entry) => entry.steps.some(isInRow)))
    return [...entries.values()]
  let state = emptyEntity(first.change.entity)
  let places = placesIn(state)
  return [...entries.values()].map((entry, i) => {
    const stored = ordered[i]
    if (stored) state = applyChange(state, stored)
    if (!entry.steps.some(isInRow)) return entry
    const before = places
    places = placesIn(state)
    const placeOf = (key: string) => places.get(key) ?? before.get(key)
    return { ...entry, steps: entry.steps.map((step) => withPlace(step, placeOf)) }
  })
}

const isInRow = (step: HistoryStep): boolean =>
  step.step === 'set' ? step.path.length === 3 : step.step !== 'unknown'

const rowKey = (rows: string, row: string): string => JSON.stringify([rows, row])

function withPlace(step: HistoryStep, placeOf: (key: string) => number | undefined): HistoryStep {
  if (step.step === 'unknown') return step
  if (step.step !== 'set') {
    const place = placeOf(rowKey(step.rows, step.row))
    return place === undefined ? step : { ...step, place }
  }
  const [rows = '', row = '', column] = step.path
  const place = column === undefined ? undefined : placeOf(rowKey(rows, row))
  return place === undefined ? step : { ...step, place }
}

/** Places of all rows, from 1. */
function placesIn(state: EntityState): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(filledIn(state).rows).flatMap(([rows, list]) =>
      list.map(({ id }, i): [string, number] => [rowKey(rows, id), i + 1]),
    ),
  )
}
