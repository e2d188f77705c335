import { describe, expect, it } from 'vitest'
import { findForms } from '../../../../../renderer/features/forms-library/find-forms'
import { markedParts } from '../../../../../renderer/features/forms-library/marks'
import { inBookOrder } from '../../../../../renderer/features/forms-library/library'
import { findForms as findInFinder } from '../../../../../renderer/features/finder/found'
import { catalogue } from '../../../../../shared/catalogue'
import { libraryForm } from './forms'

const forms = [
  libraryForm('KHXX-BD-001', '客户资料卡', '客户信息', '联系 人'),
  libraryForm('KHGX-BD-004', '客户投诉记录表', '客户关系'),
  libraryForm('KHTS-BD-001', '客户投诉登记表一', '客户投诉'),
  libraryForm('KHTS-BD-008', '投诉处理报告表', '客户投诉', '联系人电话'),
  libraryForm('KHGL-BD-001', '大客户评定表', '大客户（核心客户）'),
]
const codes = (query: string) => findForms(forms, query).map(({ form }) => form.code)

describe('searching the library', () => {
  it.each([
    '资料',
    'zlk',
    'ziliao',
    'KHXX-BD-001',
    'khxx 001',
    'khxx1',
    'xx-001',
    'ｋｈｘｘ００１',
    '客户 zl',
  ])('finds 客户资料卡 alone by “%s”', (query) => {
    expect(codes(query)).toEqual(['KHXX-BD-001'])
  })

  it('finds everything without a query, and nothing where one word is nowhere', () => {
    expect(codes(' ')).toEqual(forms.map(({ code }) => code))
    expect(codes('投诉 火星')).toEqual([])
  })

  it('puts names that begin with the query before names that hold it, pinyin, codes, modules and labels', () => {
    expect(codes('投诉')).toEqual(['KHTS-BD-008', 'KHGX-BD-004', 'KHTS-BD-001'])
    expect(codes('ts')).toEqual(['KHTS-BD-008', 'KHGX-BD-004', 'KHTS-BD-001'])
    expect(codes('客户')).toEqual(['KHXX-BD-001', 'KHGX-BD-004', 'KHTS-BD-001', 'KHGL-BD-001', 'KHTS-BD-008'])
  })

  it('says where a hit comes from', () => {
    const hit = (query: string) => findForms(forms, query).find(({ form }) => form.code === 'KHTS-BD-008')
    expect(hit('clbg')).toMatchObject({ inName: [2, 3, 4, 5], inCode: [], byModule: false, byLabel: [] })
    expect(hit('ts-bd')).toMatchObject({ inName: [], inCode: [2, 3, 4, 5, 6] })
    expect(hit('ts8')).toMatchObject({ inCode: [2, 3, 8, 9, 10] })
    expect(hit('报告 客户投诉')).toMatchObject({ inName: [4, 5], byModule: true })
    expect(hit('联系人')).toMatchObject({ byModule: false, byLabel: ['联系人电话'] })
  })

  it('finds a label however it is spread in print, from two characters on', () => {
    expect(codes('联系人')).toEqual(['KHXX-BD-001', 'KHTS-BD-008'])
    expect(codes('联')).toEqual([])
  })

  it('puts 客户投诉登记表一 first for what a clerk would type', () => {
    for (const query of ['投诉登记', 'tsdj', 'tousudengji', 'kehutousudj', 'KHTS-BD-001', 'ts001']) {
      expect(findForms(inBookOrder(catalogue), query)[0]?.form.code, query).toBe('KHTS-BD-001')
    }
  })
})

describe('marking a hit', () => {
  it('cuts the text into runs that are marked and runs that are not', () => {
    expect(markedParts('客户投诉登记表', [2, 3, 6])).toEqual([
      { from: 0, part: '客户', marked: false },
      { from: 2, part: '投诉', marked: true },
      { from: 4, part: '登记', marked: false },
      { from: 6, part: '表', marked: true },
    ])
  })
})

describe('the finder', () => {
  it('puts forms first whose name begins with what was typed, and finds by module', () => {
    const names = (query: string) => findInFinder(forms, query).map((found) => found.name)
    expect(names('客户投诉')).toEqual(['客户投诉记录表', '客户投诉登记表一', '投诉处理报告表'])
    expect(names('客户信息')).toEqual(['客户资料卡'])
    expect(names('xyz')).toEqual([])
  })
})
