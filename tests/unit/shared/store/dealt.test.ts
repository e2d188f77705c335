import { describe, expect, it } from 'vitest'
import { emptyEntity, foldChanges, recordInfo, valuesOf, type Edit } from '../../../../shared/store'
import { dealtEdits, dealtWord, type DueMark } from '../../../../shared/store/dealt'
import { RECORD, stored } from '../../../property/store-arbitrary'

const [A, B] = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb']
const mark: DueMark = { at: 'promisedOn', on: '2026-01-05' }
const cell: DueMark = { at: '["items","r1","next"]', on: '2026-02-01' }
const stateOf = (...edits: readonly (readonly Edit[])[]) =>
  foldChanges(
    RECORD,
    edits.map((each, i) => stored(i % 2 === 0 ? A : B, Math.floor(i / 2) + 1, each, i)),
  )

describe('[ST43] a day that was dealt with', () => {
  it('is so with its word or without, alone of its field, and until that says another day', () => {
    const state = stateOf(dealtEdits(emptyEntity(RECORD), [mark], ' 已联系 下周回访 '))
    expect(dealtWord(state, mark)).toBe('已联系 下周回访')
    expect(dealtWord(state, { ...mark, on: '2026-03-01' })).toBeUndefined()
    expect(dealtWord(state, cell)).toBeUndefined()
    expect(dealtWord(stateOf(dealtEdits(emptyEntity(RECORD), [mark, cell], '')), cell)).toBe('')
  })

  it('is taken back by null, and written anew only with another word', () => {
    const first = dealtEdits(emptyEntity(RECORD), [mark], '已联系')
    const state = stateOf(first)
    expect(dealtEdits(state, [mark], '已联系')).toEqual([])
    expect(dealtEdits(state, [cell], null)).toEqual([])
    const back = dealtEdits(state, [mark], null)
    expect(back).toEqual([
      { op: 'set', path: ['@dealt', 'promisedOn'], value: null, over: [expect.any(String)] },
    ])
    expect(dealtWord(stateOf(first, back), mark)).toBeUndefined()
  })

  it('is one thing where two said so apart: no conflict, nothing filled in, no 更正', () => {
    const edits = (word: string) => dealtEdits(emptyEntity(RECORD), [mark], word)
    const state = stateOf(edits('已联系'), edits(''))
    expect(dealtWord(state, mark)).toBe('')
    expect(valuesOf(state)).toMatchObject({ conflicts: {}, values: { fields: {}, matrices: {}, rows: {} } })
    expect(recordInfo(state).corrections).toBe(0)
    expect(
      dealtWord(
        stateOf(edits('已联系'), [{ op: 'set', path: ['@dealt', 'promisedOn'], value: null, over: [] }]),
        mark,
      ),
    ).toBe('已联系')
  })
})
