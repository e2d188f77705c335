import { CARD } from '../../shared/customers/by-meaning'
import { readCustomer, textOf } from '../../shared/customers/customer'
import { countOn, keyOf, type ImportTarget, type Known } from '../../shared/import'
import { recordInfo, type EntityState } from '../../shared/store'
import { serialRules } from '../../shared/store/serial-rules'
import { filledIn } from '../../shared/store/state-at'
import type { FirmView } from './firm-view'

export interface KnownParts {
  readonly view: FirmView
  readonly target: ImportTarget
  /** Numbers that the table says: new ones come after them. */
  readonly said: readonly string[]
  /** By what entries are compared with what is there; null: by nothing. */
  readonly key: string | null
  /** `2026-01-05`, for numbers that begin again by year, month or day. */
  readonly today: string
  /** Of this computer in its team; empty without one. [TF14] */
  readonly letter: string
}

/** What the plan of an import asks of a data folder. */
export function knownIn({ view, target, said, key, today, letter }: KnownParts): Known {
  const there = target.kind === 'customers' ? view.customers : view.records(target.template?.code ?? '')
  const byText = new Map<string, EntityState[]>()
  for (const state of key === null ? [] : there) {
    if (target.kind === 'customers' && readCustomer(state).state !== 'active') continue
    const text = keyOf(target, key ?? '', { values: filledIn(state), number: numberThere(target, state) })
    if (text !== '') byText.set(text, [...(byText.get(text) ?? []), state])
  }
  const taken = new Set(there.map((state) => numberThere(target, state)).filter((number) => number !== ''))
  const numbering = target.template ?? view.current(CARD)?.template
  const cards =
    target.kind === 'customers' ? view.records(CARD).map((card) => recordInfo(card).number ?? '') : []
  for (const number of cards) taken.add(number)
  const [rule] = numbering ? serialRules(numbering, view.firm) : []
  return {
    bearers: (_, text) => byText.get(text) ?? [],
    isTaken: (number) => taken.has(number),
    nextNumber: countOn(rule ? { rule, day: today, letter, highest: 0 } : null, [...taken, ...said]),
  }
}

function numberThere(target: ImportTarget, state: EntityState): string {
  if (target.kind === 'records') return recordInfo(state).number ?? ''
  return textOf(filledIn(state).fields['code'])
}
