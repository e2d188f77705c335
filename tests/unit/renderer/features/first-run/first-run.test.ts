import { describe, expect, it } from 'vitest'
import {
  firstRunProblem,
  namedPeople,
  placeOfHere,
  type FirstRunEntry,
} from '../../../../../renderer/features/first-run/first-run'

const person = (key: string, name: string) => ({ key, name, post: '' })
const entry = (change: Partial<FirstRunEntry>): FirstRunEntry => ({
  firm: '示例电器有限公司',
  department: '',
  people: [person('1', '示例员工甲')],
  here: '1',
  ...change,
})

describe('the first page', () => {
  it('can be finished with a firm and one name', () => {
    expect(firstRunProblem(entry({}))).toBeNull()
  })

  it('needs the name of the firm first', () => {
    expect(firstRunProblem(entry({ firm: ' ', people: [] }))).toEqual({ problem: 'firmMissing' })
  })

  it('needs somebody, and points at the first line', () => {
    expect(firstRunProblem(entry({ people: [person('4', ' '), person('5', '')] }))).toEqual({
      problem: 'staffMissing',
      key: '4',
    })
  })

  it('tells two people of the same name apart', () => {
    const people = [person('1', '示例员工甲'), person('2', ''), person('3', ' 示例员工甲 ')]
    expect(firstRunProblem(entry({ people }))).toEqual({ problem: 'twice', key: '3', name: '示例员工甲' })
  })

  it('leaves empty lines out and finds who sits here among the others', () => {
    const people = [person('1', ''), person('2', ' 示例员工甲 '), person('3', '示例员工乙')]
    expect(namedPeople(people).map(({ name }) => name)).toEqual(['示例员工甲', '示例员工乙'])
    expect(placeOfHere(entry({ people, here: '3' }))).toBe(1)
    expect(placeOfHere(entry({ people, here: '1' }))).toBe(0)
  })
})
