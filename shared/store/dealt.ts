import type { Day } from '../kernel/dates'
import type { Edit } from './change'
import type { EntityState } from './entity-state'
import { survivorsAt } from './values-of'

/** A day that is due: the field or cell (`pathKey`) of a record, and what it says. */
export interface DueMark {
  readonly at: string
  readonly on: Day
}

/** The first name of the registers that say which days were dealt with; the second is the field's `pathKey`. [ST43] */
const DEALT = '@dealt'

const pathOf = (at: string): readonly [string, string] => [DEALT, at]

/**
 * The word with which a day was dealt with, empty where there was none; undefined while nobody did. It is about that day
 * alone: another one in the same field is due again. Of several survivors the first that names the day is enough. [ST43]
 */
export function dealtWord(state: EntityState, { at, on }: DueMark): string | undefined {
  for (const { value } of survivorsAt(state, pathOf(at))) {
    if (typeof value !== 'string') continue
    if (value === on) return ''
    if (value.startsWith(`${on} `)) return value.slice(on.length + 1)
  }
  return undefined
}

/** Says that these days are dealt with, with a word for all, or takes that back (null). Nothing to say: none. [ST43] */
export function dealtEdits(
  state: EntityState,
  marks: readonly DueMark[],
  word: string | null,
): readonly Edit[] {
  return marks.flatMap((mark): readonly Edit[] => {
    const known = dealtWord(state, mark)
    if (word === null ? known === undefined : known === word.trim()) return []
    const path = pathOf(mark.at)
    const value = word === null ? null : `${mark.on} ${word.trim()}`.trim()
    return [{ op: 'set', path, value, over: survivorsAt(state, path).map(({ dot }) => dot) }]
  })
}
