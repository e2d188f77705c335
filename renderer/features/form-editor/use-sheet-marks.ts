import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../../stores'
import type { SheetState } from './use-sheet-state'
import { correctedText } from './corrected-text'
import type { Misread } from './editing'
import { doubtfulPart, doubtLines, problemLines } from './problem-lines'
import type { ProblemLine } from './problems-panel'
import { stillRequired, stopAtPath } from './required'
import type { Stop } from './stops'

export interface SheetMarks {
  readonly lines: readonly ProblemLine[]
  /** Numbers and addresses that cannot be right, before 登记 is tried. */
  readonly doubts: readonly ProblemLine[]
  /** Stop keys. */
  readonly required: ReadonlySet<string>
  readonly wrong: ReadonlySet<string>
  readonly doubted: ReadonlySet<string>
  readonly conflicts: ReadonlySet<string>
  /** What is said of fields that were corrected after 登记, by stop key. */
  readonly corrected: ReadonlyMap<string, string>
}

const none: ReadonlySet<string> = new Set()

/** Which fields are quietly marked, and why. */
export function useSheetMarks(
  state: SheetState,
  stops: readonly Stop[],
  misreads: ReadonlyMap<string, Misread>,
): SheetMarks {
  const { t } = useTranslation('editor')
  const { template, values, problems, conflicts, readOnly } = state
  const required = useMemo(() => (readOnly ? none : stillRequired(stops, values)), [readOnly, stops, values])
  const lines = useMemo(
    () => problemLines(t, template, values, problems, misreads, stops),
    [t, template, values, problems, misreads, stops],
  )
  const canBeDoubtful = useMemo(() => doubtfulPart(template), [template])
  const doubts = useMemo(
    () => (readOnly ? [] : doubtLines(canBeDoubtful, values, stops)),
    [readOnly, canBeDoubtful, values, stops],
  )
  const doubted = useMemo(() => new Set(doubts.flatMap(({ stopKey }) => stopKey ?? [])), [doubts])
  const wrong = useMemo(() => {
    const refused = lines.filter(({ severity }) => severity === 'refuse')
    return new Set(refused.flatMap(({ stopKey }) => stopKey ?? []))
  }, [lines])
  const conflictKeys = useMemo(
    () => new Set(conflicts.flatMap(({ path }) => stopAtPath(stops, template, path)?.key ?? [])),
    [conflicts, stops, template],
  )
  const { corrected } = state
  const { clock } = useServices()
  const correctedWords = useMemo(
    () =>
      new Map(
        corrected.flatMap((cell): readonly (readonly [string, string])[] => {
          const stop = stopAtPath(stops, template, cell.path)
          return stop ? [[stop.key, correctedText(t, stop.field, cell, clock.now())]] : []
        }),
      ),
    [corrected, stops, template, t, clock],
  )
  return { lines, doubts, required, wrong, doubted, conflicts: conflictKeys, corrected: correctedWords }
}
