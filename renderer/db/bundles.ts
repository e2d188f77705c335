import { cursorOf, type StoredChange } from '../../shared/store'
import { entityKey, type BundleRow, type ChangeRow } from './schema'

/**
 * Changes that come in a long run stand in the tables some fifty in a row, as one text: the browser's storage writes one
 * key for them instead of six for each. Single changes, as a person saves them, stand by themselves.
 */
export const BUNDLE = 50

/** A change as it is to be put down: with the JSON text that it came in, where there is one. */
export interface FreshChange extends ChangeRow {
  readonly text?: string
}

/** A bundle's name says all that is asked of it without reading it. */
export interface BundleName {
  readonly stream: string
  /** The place of its last change. */
  readonly last: number
  readonly count: number
  /** The earliest and the latest clock of its changes, milliseconds since 1970. */
  readonly oldest: number
  readonly newest: number
}

export type BundleKey = [stream: string, last: number, count: number, oldest: number, newest: number]

export const nameOf = ([stream, last, count, oldest, newest]: BundleKey): BundleName => ({
  stream,
  last,
  count,
  oldest,
  newest,
})

/** Full bundles of changes that follow one another in a stream, and the changes that are left. */
export function intoBundles(fresh: readonly FreshChange[]): {
  readonly bundles: readonly BundleRow[]
  readonly single: readonly ChangeRow[]
} {
  const bundles: BundleRow[] = []
  const single: ChangeRow[] = []
  let from = 0
  while (from < fresh.length) {
    const stream = fresh[from]?.stream
    let to = from
    while (to < fresh.length && to - from < BUNDLE && fresh[to]?.stream === stream) to += 1
    const run = fresh.slice(from, to)
    if (run.length === BUNDLE) bundles.push(bundleOf(run))
    else single.push(...run.map(({ text: _, ...row }) => row))
    from = to
  }
  return { bundles, single }
}

function bundleOf(run: readonly FreshChange[]): BundleRow {
  const last = run.at(-1)
  if (!last) throw new Error('an empty bundle')
  const carried = run.filter(({ stored }) => stored.carriedBy !== undefined).map(({ entity }) => entity)
  const times = run.map(({ ms }) => ms)
  return {
    stream: last.stream,
    last: last.at,
    count: run.length,
    oldest: Math.min(...times),
    newest: Math.max(...times),
    carried: [...new Set(carried)],
    text: encoder.encode(run.map(({ stored, text }) => text ?? JSON.stringify(stored)).join('\n')),
  }
}

/**
 * The changes of a bundle at the places that are asked for, in order; all of them when none are named. Throws when their
 * text cannot be read. Where no place is missing between them, only those lines are parsed: opening and history read one of fifty.
 */
export function changesIn(
  { text, last }: Pick<BundleRow, 'text' | 'last'>,
  isAsked: (at: number) => boolean = () => true,
): readonly ChangeRow[] {
  const lines = decoder.decode(text).split('\n')
  const first = last - lines.length + 1
  // Places ascend: when the first is this early, each line's place is known unread.
  const isUnbroken = lines[0] !== undefined && readLine(lines[0]).at === first
  return isUnbroken
    ? lines.filter((_, i) => isAsked(first + i)).map(readLine)
    : lines.map(readLine).filter(({ at }) => isAsked(at))
}

const readLine = (line: string): ChangeRow => changeRow(JSON.parse(line) as StoredChange)

export function changeRow(stored: StoredChange): ChangeRow {
  const { writer, seq } = cursorOf(stored)
  return {
    stream: writer,
    at: seq,
    entity: entityKey(stored.change.entity),
    ms: stored.change.hlc.ms,
    stored,
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
