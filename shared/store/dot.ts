import type { Dot, Hlc, StoredChange } from './change'

/** `writer:seq:hash`, the hash shortened to 32 hex digits. [ST12] */
const DOT = /^[0-9a-f]{16}:[1-9][0-9]{0,15}:[0-9a-f]{32}$/

/** A writer's id: 16 lower-case hex digits. */
const WRITER = /^[0-9a-f]{16}$/

export const isWriterId = (text: unknown): text is string => typeof text === 'string' && WRITER.test(text)

export const isDot = (text: unknown): text is Dot => typeof text === 'string' && DOT.test(text)

/** The name of a change from the parts that it stands for; `hash` may be longer. */
export const makeDot = (writer: string, seq: number, hash: string): Dot =>
  `${writer}:${seq}:${hash.slice(0, 32)}`

/** The name of a stored change, always that of its own writer, wherever it was read. */
export const dotOf = (stored: StoredChange): Dot =>
  makeDot(stored.change.writer, stored.change.seq, stored.hash)

/** Writer, sequence and short hash of a dot; null for anything else. */
export function parseDot(
  dot: string,
): { readonly writer: string; readonly seq: number; readonly hash: string } | null {
  // Writer and hash have a fixed length; the sequence stands between them.
  return isDot(dot)
    ? { writer: dot.slice(0, 16), seq: Number(dot.slice(17, -33)), hash: dot.slice(-32) }
    : null
}

/** Negative when `a` is earlier than `b`. */
export const compareHlc = (a: Hlc, b: Hlc): number => a.ms - b.ms || a.n - b.n

/** Order of code units, the same on every computer and in every language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
