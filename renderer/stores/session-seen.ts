import { getValue } from '../../shared/forms'
import { pathKey, type Path } from '../../shared/forms/field'
import type { FormValues } from '../../shared/forms/values'
import type { Seen } from '../db'
import { sameValue } from './merge-values'

export interface SeenChange {
  readonly base: FormValues
  readonly current: FormValues
  readonly incoming: FormValues
  /** What stood under each register when its editing began. */
  readonly before: Seen
  /** What stands there now. */
  readonly now: Seen
  /** The changes that this session wrote itself. */
  readonly own: ReadonlySet<string>
}

/**
 * The dots that a later save may replace, after the record was changed: everywhere those that the form shows now. But a
 * field that the person has typed into replaces only what they had seen, or wrote themselves: someone else's value that
 * came meanwhile must survive beside it.
 */
export function seenAfter({ base, current, incoming, before, now, own }: SeenChange): Seen {
  const entries = Object.entries(now).map(([key, dots]) => {
    const path = pathOf(key)
    const typed = getValue(current, path)
    const follows =
      isOwnRegister(path) ||
      sameValue(typed, getValue(base, path)) ||
      sameValue(typed, getValue(incoming, path))
    if (follows) return [key, dots] as const
    const known = dots.filter((dot) => own.has(dot) || before[key]?.includes(dot) === true)
    return [key, known.length > 0 ? known : (before[key] ?? [])] as const
  })
  return Object.fromEntries(entries)
}

/** After a save that the working copy could not take yet: what was written replaced what was seen. */
export function seenAfterWrite(before: Seen, from: FormValues, to: FormValues, dot: string): Seen {
  const paths = [...pathsOf(from), ...pathsOf(to)]
  const written = paths.filter((path) => !sameValue(getValue(from, path), getValue(to, path)))
  const registers = RECORD_REGISTERS.map((name) => [name, [...(before[name] ?? []), dot]] as const)
  return {
    ...before,
    ...Object.fromEntries(registers),
    ...Object.fromEntries(written.map((path) => [pathKey(path), [dot]])),
  }
}

/** What an act may have written of the record itself: naming a change that wrote nothing there does no harm. */
const RECORD_REGISTERS = ['@state', '@number', '@voidReason', '@from', '@known'] as const

/** Registers of the record or of a row itself (`@state`, `[rows, row, '@order']`): nobody types into them. */
const isOwnRegister = (path: Path): boolean =>
  path[0]?.startsWith('@') === true || path[2]?.startsWith('@') === true

const pathOf = (key: string): Path => (key.startsWith('[') ? (JSON.parse(key) as Path) : [key])

function pathsOf(values: FormValues): readonly Path[] {
  return [
    ...Object.keys(values.fields).map((field) => [field]),
    ...Object.entries(values.matrices).flatMap(([field, items]) =>
      Object.keys(items).map((item) => [field, item]),
    ),
    ...Object.entries(values.rows).flatMap(([field, rows]) =>
      rows.flatMap((row) => Object.keys(row.cells).map((column) => [field, row.id, column])),
    ),
  ]
}
