import { describe, expect, it } from 'vitest'
import { newsOf } from '../../../../../renderer/features/form-editor/told'

const full = { type: 'DiskFull' }
const fullAgain = { type: 'DiskFull' }

describe('what is told of saving', () => {
  it('is every failure once, each new one again', () => {
    expect(newsOf(null, { failure: full, doneAt: 1 })).toBe('failed')
    expect(newsOf({ failure: full, doneAt: 1 }, { failure: full, doneAt: 1 })).toBeNull()
    expect(newsOf({ failure: full, doneAt: 1 }, { failure: fullAgain, doneAt: 1 })).toBe('failed')
  })

  it('is a success after a failure, even in the same millisecond', () => {
    expect(newsOf({ failure: full, doneAt: 1 }, { failure: undefined, doneAt: 1 })).toBe('worked')
    expect(newsOf({ failure: undefined, doneAt: 1 }, { failure: undefined, doneAt: 2 })).toBe('worked')
  })

  it('is nothing when a form is opened, so that what failed before stays told', () => {
    expect(newsOf(null, { failure: undefined, doneAt: 1 })).toBeNull()
    expect(newsOf({ failure: undefined, doneAt: 1 }, { failure: undefined, doneAt: 1 })).toBeNull()
  })
})
