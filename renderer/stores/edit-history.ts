import type { FormValues } from '../../shared/forms/values'

/** What undo and redo go through: the values before each step, not the steps themselves (unchanged parts are shared). */
export interface EditHistory {
  readonly past: readonly HistoryPoint[]
  readonly future: readonly FormValues[]
}

interface HistoryPoint {
  readonly before: FormValues
  /** The field that was typed into; null for a step that stands alone. */
  readonly field: string | null
  /** When its last keystroke was, in milliseconds. */
  readonly at: number
}

export const emptyHistory: EditHistory = { past: [], future: [] }

/** Typing in one field with pauses shorter than this many milliseconds is one step. */
export const COALESCE_MS = 1000
/** Steps that are remembered. */
const DEEPEST = 500

/** Notes a step that turns `before` into something else. */
export function noteStep(
  history: EditHistory,
  before: FormValues,
  field: string | null,
  at: number,
): EditHistory {
  const last = history.past.at(-1)
  const goesOn =
    last !== undefined &&
    field !== null &&
    last.field === field &&
    history.future.length === 0 &&
    at - last.at < COALESCE_MS
  const past = goesOn
    ? [...history.past.slice(0, -1), { ...last, at }]
    : [...history.past, { before, field, at }].slice(-DEEPEST)
  return { past, future: [] }
}

export interface Moved {
  readonly history: EditHistory
  readonly values: FormValues
}

/** Null when there is nothing to undo. */
export function stepBack(history: EditHistory, now: FormValues): Moved | null {
  const last = history.past.at(-1)
  if (!last) return null
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, now] },
    values: last.before,
  }
}

/** Null when there is nothing to redo. */
export function stepForward(history: EditHistory, now: FormValues): Moved | null {
  const next = history.future.at(-1)
  if (!next) return null
  return {
    history: {
      past: [...history.past, { before: now, field: null, at: 0 }],
      future: history.future.slice(0, -1),
    },
    values: next,
  }
}
