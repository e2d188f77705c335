import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { differences, type Difference } from '../../../shared/store/differences'
import { withPart } from '../../../shared/store/state-at'
import type { Path } from '../../../shared/forms/field'
import { withoutDerived, type HistoryEntry } from '../../db'

/** Something with a history as it stood at a moment. */
export interface Moment {
  readonly values: FormValues
  /** The form that draws it; without one the changes are listed only. */
  readonly template?: Template
}

/** Stands for the last entry among the moments to choose from. */
export const NOW = 'now'

/** What differs between two moments, without what is computed or is the record's number. */
export function differencesOf(a: Moment, b: Moment): readonly Difference[] {
  return differences(written(a), written(b))
}

const written = ({ template, values }: Moment): FormValues =>
  template ? withoutDerived(template, values) : values

/** What setting back would change: of everything, or of one part alone. */
export function setBackDifferences(now: Moment, then: Moment, path: Path | undefined): readonly Difference[] {
  const [from, to] = [written(now), written(then)]
  return differences(from, path ? withPart(from, to, path) : to)
}

/** The two moments to begin with: the entry that was picked and now; the last entry is compared with the one before it. */
export function firstPair(
  entries: readonly HistoryEntry[],
  picked: string,
): { readonly left: string; readonly right: string } {
  const last = entries.at(-1)?.dot
  if (picked !== last) return { left: picked, right: NOW }
  return { left: entries.at(-2)?.dot ?? picked, right: NOW }
}
