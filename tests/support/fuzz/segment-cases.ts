import { openContainer } from '../../../node/team/format/container'
import type { Chance } from './chance'
import { soundContainer, type Outcome } from './container-cases'
import { judgeSegment, need } from './judge-segment'
import { rawSegment, type RawFrame } from './raw-segment'
import {
  carried,
  changes,
  payload,
  placeOf,
  segmentHeader,
  soundFrames,
  soundSegment,
  TEAM,
  WRITER,
} from './samples'
import { mutatedText } from './strange-json'

/** A segment in a container that holds: it reaches the scan, the parser and the fold. */
async function throughContainer(body: Uint8Array): Promise<Outcome> {
  const read = await openContainer(soundContainer('segment', false, body), placeOf('segment'), {
    team: TEAM,
    secret: null,
  })
  need(read.ok && Buffer.compare(read.value.body, body) === 0, 'a sound container does not open')
  return judgeSegment(read.value.body)
}

/** One payload in which one thing is another; hashes, chain and signature are right. */
export function payloadCase(chance: Chance): Promise<Outcome> {
  const at = chance.upTo(soundFrames.length)
  const json = [segmentHeader, ...changes, carried][at]
  const text = mutatedText(json, chance)
  const frames = soundFrames.map((frame, i) => (i === at ? { ...frame, payload: Buffer.from(text) } : frame))
  return throughContainer(rawSegment(WRITER, frames, chance.upTo(4) > 0))
}

/** Frames of other types, flags, sequences and lengths, in another order, missing, doubled. */
export function frameCase(chance: Chance): Promise<Outcome> {
  const frames: RawFrame[] = [...soundFrames]
  for (let i = 1 + chance.upTo(3); i > 0; i--) {
    const at = chance.upTo(frames.length)
    const frame = frames[at] ?? { type: 1, payload: new Uint8Array() }
    const others: readonly (readonly RawFrame[])[] = [
      [],
      [frame, frame],
      [{ ...frame, type: chance.upTo(256) }],
      [{ ...frame, flags: chance.upTo(256) }],
      [{ ...frame, seq: chance.pick([0n, 1n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n]) }],
      [{ ...frame, length: chance.pick([0, frame.payload.length + 1, 2 ** 24, 2 ** 24 + 1, 2 ** 32 - 1]) }],
      [{ ...frame, payload: chance.bytes(chance.upTo(200)) }],
      [{ ...frame, payload: soundSegment }],
    ]
    frames.splice(at, 1, ...chance.pick(others))
  }
  return throughContainer(rawSegment(WRITER, frames, chance.upTo(2) === 0))
}

/** Bytes of the segment itself cut or turned over, signed all the same: damage of the sender. */
export async function innerDamageCase(chance: Chance): Promise<Outcome> {
  const bytes = Buffer.from(soundSegment.subarray(0, chance.upTo(soundSegment.length + 1)))
  for (let i = chance.upTo(5); i > 0 && bytes.length > 0; i--)
    bytes[chance.upTo(bytes.length)] = chance.upTo(256)
  const outcome = await throughContainer(bytes)
  const same = Buffer.compare(bytes, soundSegment) === 0
  // What was cut between two frames is an open segment without a fault; the join to the next one tells.
  const isPrefix = Buffer.compare(bytes, soundSegment.subarray(0, bytes.length)) === 0
  need(outcome === 'refused' || same || isPrefix, 'a damaged segment was taken')
  return outcome
}

/** Carried frames around carried frames, some of them too many. [ST14] */
export function carriedCase(chance: Chance): Promise<Outcome> {
  let json: unknown = carried
  for (let i = chance.upTo(20); i > 0; i--) json = { ...carried, type: 2, content: json }
  const frames = [soundFrames[0], { type: 2, payload: payload(json) }] as readonly RawFrame[]
  return throughContainer(rawSegment(WRITER, frames, true))
}

/** Very many edits in one change: rows, values, and dots that never came. */
export function manyCase(chance: Chance): Promise<Outcome> {
  const count = 2000 + chance.upTo(3000)
  const [first] = changes
  const dot = `${'a'.repeat(16)}:1:${'b'.repeat(32)}`
  const makes: readonly ((i: number) => unknown)[] = [
    (i) => ({ op: 'addRow', rows: 'rows', row: `r${i}`, order: 'a' }),
    (i) => ({ op: 'removeRow', rows: 'rows', row: `r${i}`, over: [dot] }),
    (i) => ({ op: 'set', path: ['rows', `r${i % 10}`, `c${i}`], value: 'x', over: [dot] }),
    () => ({ op: 'set', path: ['note'], value: 'x', over: Array.from({ length: 20 }, () => dot) }),
    (i) => ({ op: 'sing', note: i }),
    () => null,
  ]
  const edits = Array.from({ length: count }, (_, i) => chance.pick(makes)(i))
  const frames = [soundFrames[0], { type: 1, payload: payload({ ...first, edits }) }] as readonly RawFrame[]
  return throughContainer(rawSegment(WRITER, frames, true))
}
