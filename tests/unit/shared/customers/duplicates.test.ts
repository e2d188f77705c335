import { describe, expect, it } from 'vitest'
import { Duplicates, type Likeness } from '../../../../shared/customers/duplicates'
import { listLine } from '../../../support/list-line'
import { CUSTOMERS, type Cells, type ListRow } from '../../../../shared/search/list-row'

const customer = (
  id: string,
  title: string,
  cells: Cells = {},
  state: ListRow['state'] = 'active',
): ListRow => listLine({ id, list: CUSTOMERS, state, title, cells })

const CODE = '91110000MA00000000'
const known = new Duplicates([
  customer('c1', '示例重庆贸易有限公司', { phone: '023-6555 0001', creditCode: CODE }),
  customer('c2', '示例甲', {
    idNumber: '110101199001010010',
    '["contacts","*","mobile"]': '13800000001、13800000002',
  }),
  customer('c3', '示例已销户有限公司', { phone: '13800000009' }, 'closed'),
  customer('c4', '示例已并入有限公司', { phone: '13800000009' }, 'merged'),
])

const likely = (title: string, cells: Cells = {}, except = ''): readonly (readonly [string, Likeness])[] =>
  known.likely({ title, cells }, except).map(({ row, likeness }) => [row.id, likeness])

describe('a customer that may be there already', () => {
  it('is one with the same number, however its digits are written, of its own or of a contact', () => {
    expect(likely('无名', { phone: '02365550001' })).toEqual([['c1', 'samePhone']])
    expect(likely('无名', { mobile: '138-0000-0002' })).toEqual([['c2', 'samePhone']])
    expect(likely('无名', { phone: '8001' })).toEqual([])
  })

  it('is one with the same 统一社会信用代码 or 身份证号码', () => {
    expect(likely('无名', { creditCode: CODE })).toEqual([['c1', 'sameCreditCode']])
    expect(likely('无名', { idNumber: '110101199001010010' })).toEqual([['c2', 'sameIdNumber']])
  })

  it.each([
    ['示例重庆贸易有限公司', 'sameName'],
    ['示例重庆贸易', 'nearName'],
    ['（示例）重庆贸易股份有限公司', 'nearName'],
    ['示例重庆商易有限公司', 'nearName'],
  ] as const)('is one called %s, or nearly so', (name, likeness) => {
    expect(likely(name)).toEqual([['c1', likeness]])
  })

  it.each(['示例成都贸易有限公司', '示例', '有限公司', ''])('is none for %s', (name) => {
    expect(likely(name)).toEqual([])
  })

  it('is told by the surest likeness, never itself, and none that was closed or merged away', () => {
    expect(likely('示例重庆贸易', { creditCode: CODE, phone: '02365550001' })).toEqual([
      ['c1', 'sameCreditCode'],
    ])
    expect(likely('示例重庆贸易有限公司', { creditCode: CODE }, 'c1')).toEqual([])
    expect(likely('无名', { phone: '13800000009' })).toEqual([])
  })
})

describe('the clean-up list', () => {
  const rows = [
    customer('c1', '示例甲有限公司', { phone: '13800000001' }),
    customer('c2', '示例乙商行', { phone: '138 0000 0001', creditCode: CODE }),
    customer('c3', '示例丙公司', { creditCode: CODE }),
    customer('c4', '示例丁贸易公司'),
    customer('c5', '示例丁贸易有限公司'),
    customer('c6', '示例丁贸商公司'),
  ]
  const groups = (apart?: (a: string, b: string) => boolean) =>
    new Duplicates(rows).groups(apart).map((group) => group.map(({ row }) => row.id).sort())

  it('chains what is the same, the largest group first; one letter apart is too little', () => {
    expect(groups()).toEqual([
      ['c1', 'c2', 'c3'],
      ['c4', 'c5'],
    ])
  })

  it('leaves pairs alone of which a person said that they are two', () => {
    const apart = (a: string, b: string) => [a, b].sort().join() === 'c4,c5'
    expect(groups(apart)).toEqual([['c1', 'c2', 'c3']])
  })
})
