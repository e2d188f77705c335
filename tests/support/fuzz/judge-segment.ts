import { sha256 } from '../../../node/store/native-sha256'
import type { StoredChange } from '../../../shared/store'
import { correctedCells, emptyEntity, applyChange, recordInfo, seenOf, valuesOf } from '../../../shared/store'
import { readFrameChange } from '../../../shared/store/payload'
import { filesOf } from '../../../shared/store/record-files'
import { scanSegment, type SegmentScan } from '../../../shared/store/segment'
import { TEAM, WRITER } from './samples'

/** Reads, folds and shows what is in a segment, and complains about everything that must not come out of it. */
export function judgeSegment(body: Uint8Array): 'sound' | 'refused' {
  const scan = scanSegment(body, sha256)
  accountFor(body, scan)
  const stored = scan.frames.map((frame) => readFrameChange(frame, WRITER, sha256))
  for (const change of stored) judgeChange(change)
  judgeEntity(stored)
  judgePrototypes()
  return isTakeable(scan) ? 'sound' : 'refused'
}

/** As [TF17] takes segments. */
const isTakeable = ({ header, damaged, tail }: SegmentScan): boolean =>
  header?.folder === TEAM &&
  header.writer === WRITER &&
  header.segment === 1 &&
  damaged.length === 0 &&
  tail === null

/** Every byte belongs to a frame, to damage or to the tail. [ST24] */
function accountFor(body: Uint8Array, { frames, damaged, tail, whole }: SegmentScan): void {
  const lost = damaged.reduce((sum, { bytes }) => sum + bytes, 0)
  need(
    whole <= body.length && lost <= body.length && (tail?.bytes ?? 0) <= body.length,
    'bytes out of nowhere',
  )
  for (const { payload, seq } of frames) {
    need(payload.length <= 16 * 1024 * 1024, 'a payload beyond its limit')
    need(Number.isSafeInteger(seq) && seq >= 0, 'a sequence beyond its limit')
  }
}

function judgeChange({ change, opaque, carriedBy }: StoredChange): void {
  if (opaque !== undefined) {
    need(change.edits.length === 0 && change.entity.id === '', 'content of a change that cannot be read')
    return
  }
  const { v, writer, seq, hlc, entity, person } = change
  need(
    (v as number) === 1 && /^[0-9a-f]{16}$/.test(writer) && Number.isSafeInteger(seq) && seq > 0,
    'a strange change',
  )
  need(hlc.ms >= 0 && hlc.ms <= 8.64e15 && Number.isSafeInteger(hlc.n) && hlc.n >= 0, 'an absurd clock')
  need(typeof entity.kind === 'string' && typeof entity.id === 'string', 'a strange entity')
  need(person === undefined || typeof person.name === 'string', 'a strange person')
  need((carriedBy?.length ?? 0) <= 16, 'carried too deep')
}

/** Folds all changes into one entity, whichever they name: the fold does not look at that. */
function judgeEntity(stored: readonly StoredChange[]): void {
  let state = emptyEntity({ kind: 'record', id: 'r1' })
  for (const change of stored) state = applyChange(state, change)
  for (const { path, survivors } of Object.values(state.registers)) {
    need(path.length >= 1 && path.length <= 3 && survivors.length > 0, 'a strange register')
    for (const name of path) judgeName(name)
    for (const { value, dot } of survivors) {
      need(/^[0-9a-f]{16}:\d+:[0-9a-f]{32}$/.test(dot), 'a strange dot')
      need(value === null || ['string', 'boolean', 'object'].includes(typeof value), 'a strange value')
    }
  }
  for (const { rows, row } of Object.values(state.rows)) [rows, row].forEach(judgeName)
  valuesOf(state)
  seenOf(state)
  recordInfo(state)
  filesOf(state)
  correctedCells(state, stored)
}

function judgeName(name: unknown): void {
  const isName = typeof name === 'string' && name.length >= 1 && name.length <= 200
  need(
    isName && !['__proto__', 'constructor', 'prototype'].includes(name),
    `a register named ${String(name)}`,
  )
}

const OWN = Object.getOwnPropertyNames(Object.prototype).join()

/** Nothing of what was read has changed what every object has. */
export function judgePrototypes(): void {
  need(Object.getOwnPropertyNames(Object.prototype).join() === OWN, 'a polluted prototype')
  need(!('polluted' in {}) && !('polluted' in []), 'a polluted prototype')
}

export function need(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what)
}
