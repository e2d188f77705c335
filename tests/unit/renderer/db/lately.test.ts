import { describe, expect, it } from 'vitest'
import { rememberLately } from '../../../../renderer/db/lately'
import { applyChange, emptyEntity, survivorsAt, type StoredChange } from '../../../../shared/store'
import { noted } from '../../../support/store'

const stored = (note: string, seq: number, id = 'r1'): StoredChange => ({
  change: { ...noted(note, id), v: 1, writer: 'a'.repeat(16), seq, hlc: { ms: seq, n: 0 } },
  hash: String(seq).padStart(64, '0'),
  chain: String(seq).padStart(64, '0'),
})

const REF = { kind: 'record', id: 'r1' } as const
const OTHER = { kind: 'record', id: 'r2' } as const
const nothing = () => Promise.resolve(null)

describe('what is remembered of the entity that was asked for last', () => {
  it('follows the first writes of one that was not there', async () => {
    const lately = rememberLately()
    expect(lately.get(REF)).toBeUndefined()
    expect(await lately.read(REF, nothing)).toBeNull()
    expect(lately.get(REF)).toBeNull()
    lately.wrote([stored('示例', 1)])
    expect(lately.get(REF)).toEqual(applyChange(emptyEntity(REF), stored('示例', 1)))
  })

  it('stays none while others are written', async () => {
    const lately = rememberLately()
    await lately.read(REF, nothing)
    lately.wrote([stored('别的', 1, 'r2')])
    expect(lately.get(REF)).toBeNull()
    expect(lately.get(OTHER)).toBeUndefined()
  })

  it('follows the writes of one that was there', async () => {
    const lately = rememberLately()
    const before = applyChange(emptyEntity(REF), stored('先', 1))
    await lately.read(REF, () => Promise.resolve(before))
    lately.wrote([stored('后', 2)])
    const state = lately.get(REF)
    expect(state ? survivorsAt(state, ['note']).map(({ value }) => value) : []).toContain('后')
  })

  it('knows nothing any more once something else was taken in', async () => {
    const lately = rememberLately()
    await lately.read(REF, nothing)
    lately.forget()
    expect(lately.get(REF)).toBeUndefined()
  })

  it('does not remember an answer during which something was written or taken in', async () => {
    for (const meanwhile of ['wrote', 'forget'] as const) {
      const lately = rememberLately()
      await lately.read(REF, () => {
        if (meanwhile === 'wrote') lately.wrote([stored('示例', 1)])
        else lately.forget()
        return nothing()
      })
      expect(lately.get(REF)).toBeUndefined()
    }
  })
})
