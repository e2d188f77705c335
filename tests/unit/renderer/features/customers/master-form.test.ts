import { describe, expect, it } from 'vitest'
import { CUSTOMER_FIELDS } from '../../../../../shared/customers/fields'
import { cardGroups, groupNames } from '../../../../../renderer/features/customers/master-form'

describe('the parts of a customer’s card', () => {
  it('hold every field of the master exactly once', () => {
    const keys = cardGroups.flatMap(({ fields, lists }) => [...fields, ...lists].map(({ key }) => key))
    expect([...keys].sort()).toEqual(CUSTOMER_FIELDS.map(({ key }) => key).sort())
  })

  it('begin with the name and keep lists behind their fields', () => {
    expect(cardGroups.map(({ name }) => name)).toEqual(groupNames)
    expect(cardGroups[0]?.fields[0]?.key).toBe('name')
    expect(cardGroups[1]?.lists.map(({ key }) => key)).toEqual(['contacts', 'addresses'])
  })
})
