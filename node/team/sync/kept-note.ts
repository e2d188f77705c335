import { canonicalJson, type Json } from '../../../shared/kernel/canonical-json'
import { isWriterId } from '../../../shared/store/dot'
import { parsePayload } from '../../../shared/store/payload'
import { isObject } from '../../../shared/store/read-edit'

/** How far an own writer is published. */
export interface Sent {
  /** The last segment that stands in the team folder, with its tag; 0 and '': none. */
  readonly segment: number
  readonly tag: string
  /** From this segment on another writer has carried its changes; null: it goes on itself. */
  readonly carriedFrom: number | null
}

/** First and last number of a run of segments. */
export type Run = readonly [number, number]

/**
 * What a computer remembers of itself in the data folder between two sittings: what it published, and what of that it has read again in
 * this round. Losing it costs time; it is compared with the journal before it counts. [TF26]
 */
export interface KeptNote {
  readonly sent: Readonly<Record<string, Sent>>
  readonly checked: Readonly<Record<string, readonly Run[]>>
}

export const NOTHING_KEPT: KeptNote = { sent: {}, checked: {} }

export const encodeKept = ({ sent, checked }: KeptNote): Uint8Array =>
  Buffer.from(canonicalJson({ v: 1, sent, checked } as unknown as Json), 'utf8')

/** Anything that is not as it was written counts for nothing. */
export function parseKept(bytes: Uint8Array): KeptNote {
  const json = parsePayload(bytes)
  if (!isObject(json) || json['v'] !== 1) return NOTHING_KEPT
  const { sent, checked } = json
  if (!isObject(sent) || !isObject(checked)) return NOTHING_KEPT
  const areSent = Object.entries(sent).every(([writer, of]) => isWriterId(writer) && isSent(of))
  const areRuns = Object.entries(checked).every(
    ([writer, runs]) => isWriterId(writer) && Array.isArray(runs) && runs.every(isRun),
  )
  return areSent && areRuns ? ({ sent, checked } as unknown as KeptNote) : NOTHING_KEPT
}

const isNumber = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

function isSent(value: Json): boolean {
  if (!isObject(value)) return false
  const { segment, tag, carriedFrom } = value
  return isNumber(segment) && typeof tag === 'string' && (carriedFrom === null || isNumber(carriedFrom))
}

const isRun = (value: Json): boolean => Array.isArray(value) && value.length === 2 && value.every(isNumber)

/** Numbers as runs, in order. */
export function runsOf(numbers: readonly number[]): readonly Run[] {
  const runs: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && number <= last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
}

export const isInRuns = (runs: readonly Run[] | undefined, number: number): boolean =>
  runs?.some(([first, last]) => first <= number && number <= last) === true
