import { createHash } from 'node:crypto'
import type { FormValues } from '../../../shared/forms/values'
import {
  makeEdits,
  seenOf,
  valuesOf,
  type Edit,
  type EntityRef,
  type EntityState,
} from '../../../shared/store'
import { next } from '../../property/store-arbitrary'
import type { Dice } from '../../../node/demo/random'
import type { SimDevice } from './sim-device'

/** What somebody began to edit: what stood there and what was seen of it. */
export interface Session {
  readonly entity: EntityRef
  readonly seen: ReturnType<typeof seenOf>
  readonly from: FormValues
  readonly to: FormValues
  /** Every dot that this computer had when editing began. */
  readonly known: ReadonlySet<string>
}

const ENTITIES: readonly EntityRef[] = [
  { kind: 'record', id: 'r1' },
  { kind: 'record', id: 'r2' },
  { kind: 'customer', id: 'c1' },
]
const KINDS = [
  'text',
  'text',
  'text',
  'matrix',
  'addRow',
  'addRow',
  'cell',
  'cell',
  'removeRow',
  'removeRow',
  'moveRow',
  'clear',
  'readdRow',
] as const

export function beginSession(device: SimDevice, dice: Dice, stamp: string): Session {
  const entity = dice.pick(ENTITIES)
  const state = device.copy.state(entity)
  const from = valuesOf(state).values
  let to = from
  const steps = dice.chance(0.2) ? 3 : 1
  for (let i = 0; i < steps; i++) {
    const kind = dice.pick(KINDS)
    const chosen = { device: 0, hears: 0, kind, a: dice.int(0, 3), b: dice.int(0, 2), ms: 0 }
    to = next(to, chosen, `${stamp}${i}`)
  }
  return { entity, seen: seenOf(state), from, to, known: new Set(device.copy.changes.keys()) }
}

export interface Save {
  readonly entity: EntityRef
  readonly edits: readonly Edit[]
}

/** The edits of a session as the screen makes them; judged here, since nobody later can know what a person saw. */
export function endSession(device: SimDevice, session: Session): Save | null {
  const { entity, seen, from, to, known } = session
  const state = device.copy.state(entity)
  const made = makeEdits({ state, seen, from, to })
  const edits = device.parts.plant.edits?.(made, state) ?? made
  if (edits.length === 0) return null
  for (const edit of edits) {
    for (const dot of edit.over ?? [])
      if (!known.has(dot)) throw new Error(`${device.name} replaces ${dot}, which nobody there had seen`)
    if (edit.op !== 'set') continue
    const before = seen[edit.path.length === 1 ? (edit.path[0] ?? '') : JSON.stringify(edit.path)] ?? []
    const left = before.filter((dot) => !edit.over.includes(dot))
    if (left.length > 0) throw new Error(`${device.name} saw ${left.join(' ')} and does not replace it`)
  }
  return { entity, edits }
}

/** Bytes of an attachment by their number, and the edits that name it. */
export function attachment(number: number): { readonly hash: string; readonly bytes: Uint8Array } {
  const bytes = Buffer.from(`示例附件 ${number}`)
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes }
}

export function attaching(state: EntityState, stamp: string, hash: string): readonly Edit[] {
  const from = valuesOf(state).values
  const row = { id: `file-${stamp}`, cells: { name: '照片', hash, size: '10', type: 'image/png' } }
  const to = { ...from, rows: { ...from.rows, '@files': [...(from.rows['@files'] ?? []), row] } }
  return makeEdits({ state, seen: seenOf(state), from, to })
}

/** 登记 of a new record under a number. */
export const numbering = (id: string, number: string): Save => ({
  entity: { kind: 'record', id },
  edits: [{ op: 'set', path: ['@number'], value: number, over: [] }],
})

export const templateBytes = (number: number): Uint8Array =>
  Buffer.from(`{"code":"示例","number":${number}}`, 'utf8')
