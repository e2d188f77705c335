import { describe, expect, it } from 'vitest'
import {
  COALESCE_MS,
  emptyHistory,
  noteStep,
  stepBack,
  stepForward,
} from '../../../../renderer/stores/edit-history'
import { emptyValues, type FormValues } from '../../../../shared/forms/values'

const at = (text: string): FormValues => ({ ...emptyValues, fields: { note: text } })

describe('the history of an editing session', () => {
  it('takes typing in one field without a long pause as one step', () => {
    let history = noteStep(emptyHistory, at(''), 'note', 0)
    history = noteStep(history, at('a'), 'note', COALESCE_MS - 1)
    history = noteStep(history, at('ab'), 'note', 2 * COALESCE_MS - 2)
    expect(stepBack(history, at('abc'))?.values).toEqual(at(''))
  })

  it('begins a new step after a pause, in another field, and for a step that stands alone', () => {
    const first = noteStep(emptyHistory, at(''), 'note', 0)
    expect(noteStep(first, at('a'), 'note', COALESCE_MS).past).toHaveLength(2)
    expect(noteStep(first, at('a'), 'other', 1).past).toHaveLength(2)
    expect(noteStep(noteStep(emptyHistory, at(''), null, 0), at('a'), null, 1).past).toHaveLength(2)
  })

  it('goes back and forward over the same values', () => {
    const history = noteStep(noteStep(emptyHistory, at('1'), 'a', 0), at('2'), 'b', 0)
    const back = stepBack(history, at('3'))
    const further = back && stepBack(back.history, back.values)
    expect([back?.values, further?.values]).toEqual([at('2'), at('1')])
    const forth = further && stepForward(further.history, further.values)
    const again = forth && stepForward(forth.history, forth.values)
    expect([forth?.values, again?.values]).toEqual([at('2'), at('3')])
    expect(again && stepForward(again.history, again.values)).toBeNull()
  })

  it('forgets what could be redone once something new is typed', () => {
    const back = stepBack(noteStep(emptyHistory, at('1'), 'a', 0), at('2'))
    if (!back) throw new Error('nothing to undo')
    expect(stepForward(noteStep(back.history, back.values, 'a', 1), at('9'))).toBeNull()
  })

  it('does not take typing after an undo for a part of the step before it', () => {
    const history = noteStep(noteStep(emptyHistory, at(''), 'note', 0), at('a'), 'note', 5000)
    const back = stepBack(history, at('ab'))
    if (!back) throw new Error('nothing to undo')
    expect(noteStep(back.history, back.values, 'note', 100).past).toHaveLength(2)
  })
})
