import { describe, expect, it } from 'vitest'
import { foldChanges, type Edit, type StoredChange } from '../../../../shared/store'
import { correctionEdits } from '../../../../shared/store/record-edits'

const RECORD = { kind: 'record', id: 'r1' } as const

const correction = (row: string, order: string): Edit => ({ op: 'addRow', rows: '@corrections', row, order })

function stateOf(...edits: readonly Edit[]) {
  const hash = 'f'.repeat(64)
  const change = {
    v: 1,
    writer: 'a'.repeat(16),
    seq: 1,
    hlc: { ms: 1, n: 0 },
    entity: RECORD,
    edits,
  } as const
  return foldChanges(RECORD, [{ change, hash, chain: hash } satisfies StoredChange])
}

describe('a correction', () => {
  it('stands behind those that are there, with its reason if there is one', () => {
    const before = stateOf(correction('1', 'a0'), correction('2', 'a1'))
    expect(correctionEdits(before, { row: '3', reason: ' 数量写错 ' })).toEqual([
      correction('3', 'a2'),
      { op: 'set', path: ['@corrections', '3', 'reason'], value: '数量写错', over: [] },
    ])
    expect(correctionEdits(null, { row: '1', reason: ' ' })).toEqual([correction('1', 'a0')])
  })

  it('[TF23] is written also where an earlier one has a place that is none, or one as long as a name', () => {
    const before = stateOf(correction('1', 'a0'), correction('2', '客'), correction('3', 'z'.repeat(200)))
    expect(correctionEdits(before, { row: '4', reason: '' })).toEqual([correction('4', 'a1')])
  })
})
