import { describe, expect, it } from 'vitest'
import type { StaffMember } from '../../../../../renderer/db'
import { orderPeople, personOfDigit } from '../../../../../renderer/features/people/order-people'
import { isPin, pinDigits } from '../../../../../renderer/features/people/pin'

const person = (id: string, active = true): StaffMember => ({ id, name: id, post: '', active, hasPin: false })
const staff = [person('甲'), person('乙'), person('丙', false), person('丁'), person('戊')]
const ids = (people: readonly StaffMember[]) => people.map(({ id }) => id)

describe('who is offered to work here', () => {
  it('is the one who does, then who did last, then the others in their order, without who left', () => {
    expect(ids(orderPeople(staff, ['丁', '丙', '乙'], '乙'))).toEqual(['乙', '丁', '甲', '戊'])
    expect(ids(orderPeople(staff, [], undefined))).toEqual(['甲', '乙', '丁', '戊'])
    expect(ids(orderPeople(staff, ['戊'], '丙'))).toEqual(['戊', '甲', '乙', '丁'])
  })

  it('is picked by the digit of the place', () => {
    expect(personOfDigit(staff, '2')?.id).toBe('乙')
    for (const key of ['0', '6', 'Enter', '12', 'a']) expect(personOfDigit(staff, key)).toBeUndefined()
  })
})

describe('a PIN as it is typed', () => {
  it('keeps digits only, full-width ones too, and no more than twelve', () => {
    expect(pinDigits('１２ a3-4')).toBe('1234')
    expect(pinDigits('12345678901234')).toBe('123456789012')
  })

  it('is one from four to twelve digits', () => {
    expect(['1234', '123456789012'].every(isPin)).toBe(true)
    expect(['', '123', '1234567890123', '12a4'].some(isPin)).toBe(false)
  })
})
