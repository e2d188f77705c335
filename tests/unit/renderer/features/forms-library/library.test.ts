import { describe, expect, it } from 'vitest'
import { groupForms, modulesOf } from '../../../../../renderer/features/forms-library/library'
import { findForms } from '../../../../../renderer/features/finder/found'
import type { Template } from '../../../../../shared/forms/template'

const form = (code: string, name: string, module: string) => ({ code, name, module }) as Template
const templates = [
  form('KHXX-BD-001', '客户资料卡', '客户信息'),
  form('KHTS-BD-001', '客户投诉登记表一', '客户投诉'),
  form('KHXX-BD-002', '客户调查表', '客户信息'),
]
const codes = (query: string, module = '') =>
  groupForms(templates, query, module).map((group) => [
    group.module,
    ...group.templates.map(({ code }) => code),
  ])

describe('the library of forms', () => {
  it('groups by module in the order of the catalogue', () => {
    expect(codes('')).toEqual([
      ['客户信息', 'KHXX-BD-001', 'KHXX-BD-002'],
      ['客户投诉', 'KHTS-BD-001'],
    ])
    expect(modulesOf(templates)).toEqual([
      { module: '客户信息', count: 2 },
      { module: '客户投诉', count: 1 },
    ])
  })

  it.each(['资料', 'zlk', 'ziliao', 'KHXX-BD-001', 'khxx 001'])('finds 客户资料卡 by “%s”', (query) => {
    expect(codes(query)).toEqual([['客户信息', 'KHXX-BD-001']])
  })

  it('keeps to the chosen module', () => {
    expect(codes('客户', '客户投诉')).toEqual([['客户投诉', 'KHTS-BD-001']])
  })
})

describe('the finder', () => {
  it('puts forms first whose name begins with what was typed, and finds by module', () => {
    const catalogue = [form('A-1', '大客户投诉表', '大客户'), ...templates].map((template) => ({ template }))
    const names = (query: string) =>
      findForms(catalogue, query).map((found) => found.kind === 'form' && found.name)
    expect(names('客户投诉')).toEqual(['客户投诉登记表一', '大客户投诉表'])
    expect(names('客户信息')).toEqual(['客户资料卡', '客户调查表'])
    expect(names('xyz')).toEqual([])
  })
})
