import { keyPairOf } from '../../../node/team/format/identity'
import type { ContainerKind, Place } from '../../../node/team/format/container'
import { deviceOf } from '../../../node/team/format/identity'
import { chainStart, rawSegment, type RawFrame } from './raw-segment'

export const TEAM = '00112233445566778899aabbccddeeff'
export const WRITER = '0123456789abcdef'
export const PAIR = keyPairOf('22'.repeat(32))
export const SECRET = new Uint8Array(32).fill(9)

const DOT = `${WRITER}:1:${'ab'.repeat(16)}`

/** What a writer of the program might have written: every kind of edit, a person, a template, a batch. */
export const changes: readonly Record<string, unknown>[] = [
  {
    v: 1,
    writer: WRITER,
    seq: 1,
    hlc: { ms: 1_767_575_000_000, n: 0 },
    entity: { kind: 'record', id: 'r1' },
    person: { name: '示例员工', id: 'p1' },
    batch: 'b1',
    template: 'cd'.repeat(32),
    edits: [
      { op: 'set', path: ['note'], value: '客户来电', over: [] },
      { op: 'set', path: ['matrix', 'item'], value: '满意', over: [] },
      { op: 'addRow', rows: 'rows', row: 'r', order: 'a0', over: [] },
      { op: 'set', path: ['rows', 'r', 'sku'], value: { name: '示例商品', id: 's1' }, over: [] },
    ],
  },
  {
    v: 1,
    writer: WRITER,
    seq: 2,
    hlc: { ms: 1_767_575_000_001, n: 3 },
    entity: { kind: 'record', id: 'r1' },
    edits: [
      { op: 'removeRow', rows: 'rows', row: 'r', over: [DOT] },
      { op: 'set', path: ['ticks'], value: ['商品', '服务'], over: [DOT] },
      { op: 'set', path: ['@state'], value: 'submitted', over: [] },
    ],
  },
]

export const carried = {
  writer: 'fedcba9876543210',
  seq: 1,
  chain: chainStart('fedcba9876543210').toString('hex'),
  type: 1,
  content: { ...changes[0], writer: 'fedcba9876543210' },
}

export const segmentHeader = {
  format: 1,
  folder: TEAM,
  writer: WRITER,
  segment: 1,
  previous: { seq: 0, chain: chainStart(WRITER).toString('hex') },
  reason: 'first',
  torn: [],
  created: 5,
  program: '0.1.0',
}

export const payload = (json: unknown): Uint8Array => Buffer.from(JSON.stringify(json))

export const soundFrames: readonly RawFrame[] = [
  { type: 0x81, payload: payload(segmentHeader) },
  ...changes.map((change) => ({ type: 1, payload: payload(change) })),
  { type: 2, payload: payload(carried) },
]

export const soundSegment = rawSegment(WRITER, soundFrames, true)

const device = deviceOf(PAIR.key)

export const statements = {
  member: {
    v: 1,
    device,
    key: PAIR.key,
    letter: 'A',
    name: '示例前台',
    at: 5,
    writers: [WRITER],
  },
  removal: { v: 1, device, at: 5, removed: true, ends: { [WRITER]: 4 } },
  request: { v: 1, device, key: PAIR.key, name: 'n', person: 'p', letter: 'B', program: '0.1.0', at: 5 },
  note: {
    v: 1,
    device,
    name: 'n',
    person: 'p',
    program: '0',
    at: 5,
    read: { [WRITER]: 1 },
    sent: { [WRITER]: 2 },
  },
} as const

export const placeOf = (kind: ContainerKind): Place =>
  kind === 'segment'
    ? { kind, writer: WRITER, segment: 1, mint: 5 }
    : kind === 'snapshot'
      ? { kind, writer: WRITER, first: 1, last: 16, mint: null }
      : { kind }

/** The header of a container, as the specification has it. */
export const headerOf = (kind: ContainerKind, size: number): Record<string, unknown> => ({
  ...placeOf(kind),
  team: TEAM,
  key: PAIR.key,
  size,
})

export const kinds: readonly ContainerKind[] = [
  'segment',
  'snapshot',
  'template',
  'attachment',
  'member',
  'request',
  'note',
]
