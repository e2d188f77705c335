import { chainNext, chainStart, layersOf, type Cursor, type StoredChange } from '../../shared/store'
import type { Gap, WriterHistory } from './history'
import { sha256 } from './native-sha256'

/** A change of one writer that stands in another's journal: its own place, and where it is to be found. */
export interface CarriedPlace {
  readonly at: Cursor
  readonly hash: string
  /** Segment and frame of the carrier. */
  readonly carrier: { readonly writer: string; readonly segment: number; readonly seq: number }
}

/** All carried changes of a data folder. */
export class Carriage {
  readonly #places = new Map<string, Map<number, CarriedPlace[]>>()

  /** Takes in a change that was read out of a carried frame. */
  add(stored: StoredChange, carrier: CarriedPlace['carrier']): void {
    for (const { at, payload } of layersOf(stored, sha256).slice(0, -1)) {
      const bySeq = this.#places.get(at.writer) ?? new Map<number, CarriedPlace[]>()
      this.#places.set(at.writer, bySeq)
      const places = bySeq.get(at.seq) ?? []
      bySeq.set(at.seq, places)
      // Once for each carrier: what the others do not take of one is carried again by another. [TF24]
      const isKnown = (place: CarriedPlace) =>
        place.hash === payload.hash && place.at.chain === at.chain && place.carrier.writer === carrier.writer
      if (!places.some(isKnown)) {
        places.push({ at, hash: payload.hash, carrier })
      }
    }
  }

  writers(): readonly string[] {
    return [...this.#places.keys()]
  }

  /** Whether a change is carried, by anybody but the writers of `uncounted`. */
  has(writer: string, seq: number, hash: string, uncounted?: ReadonlySet<string>): boolean {
    return this.placesAt(writer, seq).some(
      (place) => place.hash === hash && uncounted?.has(place.carrier.writer) !== true,
    )
  }

  placesAt(writer: string, seq: number): readonly CarriedPlace[] {
    return this.#places.get(writer)?.get(seq) ?? []
  }

  seqs(writer: string): readonly number[] {
    return [...(this.#places.get(writer)?.keys() ?? [])].sort((a, b) => a - b)
  }
}

/** Sequences that nobody in this folder has. */
export interface Missing {
  readonly from: number
  readonly to: number
  /** They stand behind everything that the writer's own segments hold here, and only what was carried stands behind them. */
  readonly isAhead: boolean
}

/** A writer's whole history: its own segments, completed by what was carried into others. */
export interface Line {
  readonly end: Cursor
  /** Carried changes that fill its gaps or go on behind its end, by sequence. */
  readonly fills: ReadonlyMap<number, CarriedPlace>
  readonly missing: readonly Missing[]
}

/** The line of a writer: carried changes count where they link into its chain; others are forks and stay beside it. */
export function lineOf(writer: string, history: WriterHistory | undefined, carriage: Carriage): Line {
  const fills = new Map<number, CarriedPlace>()
  const missing: Missing[] = []
  for (const gap of history?.gaps ?? []) missing.push(...fillGap(writer, gap, carriage, fills))
  let end: Cursor = history?.end ?? { writer, seq: 0, chain: chainStart(writer, sha256) }
  for (const seq of carriage.seqs(writer)) {
    if (seq <= end.seq) continue
    const places = carriage.placesAt(writer, seq)
    const linked = places.find((place) => links(end.chain, place))
    if (seq === end.seq + 1 && linked === undefined) break
    const next = linked ?? places[0]
    if (next === undefined) continue
    if (seq > end.seq + 1) missing.push({ from: end.seq + 1, to: seq - 1, isAhead: true })
    fills.set(seq, next)
    end = next.at
  }
  return { end, fills, missing }
}

const links = (chain: string, { at, hash }: CarriedPlace): boolean =>
  at.chain === chainNext(chain, at.seq, hash, sha256)

/** Fills a gap from both sides as far as the carried changes link; answers what is still missing. */
function fillGap(
  writer: string,
  gap: Gap,
  carriage: Carriage,
  fills: Map<number, CarriedPlace>,
): readonly Missing[] {
  let { from, to, before, after } = gap
  for (; from <= to; from++) {
    const next = carriage.placesAt(writer, from).find((place) => links(before, place))
    if (next === undefined) break
    fills.set(from, next)
    before = next.at.chain
  }
  for (; to >= from; to--) {
    const last = carriage
      .placesAt(writer, to)
      .find(({ at }) => after.chain === chainNext(at.chain, after.seq, after.hash, sha256))
    if (last === undefined) break
    fills.set(to, last)
    after = { seq: to, hash: last.hash, chain: last.at.chain }
  }
  return from <= to ? [{ from, to, isAhead: false }] : []
}
