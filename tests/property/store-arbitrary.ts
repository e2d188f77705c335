import fc from 'fast-check'
import {
  applyChange,
  emptyEntity,
  makeEdits,
  seenOf,
  valuesOf,
  type Edit,
  type EntityRef,
  type StoredChange,
} from '../../shared/store'
import { emptyValues, type FormValues, type RowValue } from '../../shared/forms/values'

export const RECORD: EntityRef = { kind: 'record', id: 'r1' }
const WRITERS = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'cccccccccccccccc']

/** A hash that is another one for another change; the fold only compares it. */
const hashOf = (writer: string, seq: number): string =>
  `${writer}${String(seq).padStart(16, '0')}`.padEnd(64, '0')

export const stored = (writer: string, seq: number, edits: readonly Edit[], ms: number): StoredChange => ({
  change: {
    v: 1,
    writer,
    seq,
    hlc: { ms, n: seq % 3 },
    person: { name: `示例员工${writer.charAt(0)}` },
    entity: RECORD,
    template: String(ms % 2).repeat(64),
    edits,
  },
  hash: hashOf(writer, seq),
  chain: hashOf(writer, seq),
})

/** What one device does next, as plain choices; the history below turns them into real edits. */
export const action = fc.record({
  device: fc.nat(2),
  /** Whom the device hears from before it acts: bit by bit. */
  hears: fc.nat(7),
  kind: fc.constantFrom(
    'text',
    'matrix',
    'addRow',
    'cell',
    'removeRow',
    'moveRow',
    'clear',
    'readdRow',
    'unknown',
  ),
  a: fc.nat(3),
  b: fc.nat(3),
  ms: fc.nat(20),
})
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

const rowsIn = (values: FormValues): readonly RowValue[] => values.rows['items'] ?? []

export function next(values: FormValues, { kind, a, b }: Action, stamp: string): FormValues {
  const rows = rowsIn(values)
  const at = rows.length === 0 ? 0 : a % rows.length
  const withRows = (items: readonly RowValue[]): FormValues => ({ ...values, rows: { items } })
  switch (kind) {
    case 'text':
      return { ...values, fields: { ...values.fields, [`f${a}`]: stamp } }
    case 'clear':
      return {
        ...values,
        fields: Object.fromEntries(Object.entries(values.fields).filter(([key]) => key !== `f${a}`)),
      }
    case 'matrix':
      return { ...values, matrices: { m: { ...values.matrices['m'], [`i${a}`]: b > 1 ? '满意' : '一般' } } }
    case 'addRow':
      return withRows([
        ...rows.slice(0, at),
        { id: `row-${stamp}`, cells: { sku: stamp } },
        ...rows.slice(at),
      ])
    case 'readdRow':
      return rows.some(({ id }) => id === `row-${a}`)
        ? values
        : withRows([...rows, { id: `row-${a}`, cells: { sku: stamp } }])
    case 'cell':
      return withRows(
        rows.map((row, i) => (i === at ? { ...row, cells: { ...row.cells, [`c${b}`]: stamp } } : row)),
      )
    case 'removeRow':
      return withRows(rows.filter((_, i) => i !== at))
    case 'moveRow': {
      const moved = rows[at]
      return moved === undefined ? values : withRows([...rows.filter((_, i) => i !== at), moved])
    }
    case 'unknown':
      return values
  }
}

/** Three devices that hear from each other now and then: every change each of them wrote, in its order. */
export function history(actions: readonly Action[]): readonly (readonly StoredChange[])[] {
  const devices = WRITERS.map((writer) => ({
    writer,
    state: emptyEntity(RECORD),
    known: [] as StoredChange[],
  }))
  const written: StoredChange[][] = WRITERS.map(() => [])
  for (const [i, step] of actions.entries()) {
    const device = devices[step.device]
    const own = written[step.device]
    if (device === undefined || own === undefined) continue
    for (const [other, changes] of written.entries()) {
      if ((step.hears >> other) % 2 === 0) continue
      for (const change of changes) device.state = applyChange(device.state, change)
    }
    const from = valuesOf(device.state).values
    const to = next(from, step, `${device.writer.charAt(0)}${i}`)
    const edits =
      step.kind === 'unknown'
        ? ([{ op: 'sing', note: step.a }] as unknown as readonly Edit[])
        : makeEdits({ state: device.state, seen: seenOf(device.state), from, to })
    const change = stored(device.writer, own.length + 1, edits, step.ms)
    own.push(change)
    device.state = applyChange(device.state, change)
  }
  return written
}

/** One way in which the writers' changes may arrive: each writer's own order is kept. */
export function interleave(
  written: readonly (readonly StoredChange[])[],
  picks: readonly number[],
): readonly StoredChange[] {
  const left = written.map((changes) => [...changes])
  const order: StoredChange[] = []
  for (let i = 0; left.some((changes) => changes.length > 0); i++) {
    const waiting = left.filter((changes) => changes.length > 0)
    const taken = waiting[(picks[i % Math.max(1, picks.length)] ?? 0) % waiting.length]?.shift()
    if (taken !== undefined) order.push(taken)
  }
  return order
}

export const histories = fc.array(action, { maxLength: 30 })
export const picks = fc.array(fc.nat(2), { minLength: 1, maxLength: 60 })

/** Empty matrices and row lists say the same as none. */
export function tidy(values: FormValues): FormValues {
  const filled = <T extends object>(map: { readonly [key: string]: T }) =>
    Object.fromEntries(Object.entries(map).filter(([, child]) => Object.keys(child).length > 0))
  return {
    ...emptyValues,
    fields: values.fields,
    matrices: filled(values.matrices),
    rows: filled(values.rows),
  }
}
