import { formatNumber, numberScope, readNumber, type NumberRule } from '../forms/number-rule'
import type { PersonRef } from '../forms/values'

/** Who is meant by a name: the one who bears it; nobody where several do. */
export function bearers(people: readonly PersonRef[]): (name: string) => PersonRef | undefined {
  const byName = new Map<string, PersonRef | null>()
  for (const one of people) byName.set(one.name.trim(), byName.has(one.name.trim()) ? null : one)
  return (name) => byName.get(name.trim()) ?? undefined
}

/** Where the numbers of a form have come to. */
export interface Counting {
  readonly rule: NumberRule
  /** `2026-01-05` */
  readonly day: string
  /** Of this computer in its team; empty without one. [TF14] */
  readonly letter: string
  /** The last counter of the run; 0: none was given yet. */
  readonly highest: number
}

/** Each call gives the next number, behind those in `said` that the rule could have given; null gives none. */
export function countOn(counting: Counting | null, said: readonly string[]): () => string {
  if (!counting) return () => ''
  const { rule, day, letter } = counting
  const scope = numberScope(rule, day, letter)
  let { highest } = counting
  for (const number of said) {
    const read = readNumber(rule, number)
    if (read?.scope === scope) highest = Math.max(highest, read.counter)
  }
  return () => formatNumber(rule, day, ++highest, letter)
}
