import { describe, expect, it } from 'vitest'
import { inOrder } from '../../../../shared/search/list-order'

const sorted = (states: readonly string[], direction: 'up' | 'down') => {
  const places = Uint32Array.from(states.keys())
  const column = {
    bound: states.length,
    numberAt: (place: number) => place,
    textOf: (at: number) => states[at] ?? '',
  }
  const order = inOrder(places, { column: '@state', as: 'state', direction }, column)
  return Array.from(order, (place) => states[place])
}

describe('the order of states', () => {
  it('is that of a record’s life, not of its words', () => {
    expect(sorted(['void', 'closed', 'draft', 'submitted'], 'up')).toEqual([
      'draft',
      'submitted',
      'closed',
      'void',
    ])
    expect(sorted(['void', 'closed', 'draft', 'submitted'], 'down')).toEqual([
      'void',
      'closed',
      'submitted',
      'draft',
    ])
  })

  it('puts customers that are open before closed ones', () => {
    expect(sorted(['merged', 'closed', 'active'], 'up')).toEqual(['active', 'closed', 'merged'])
  })
})
