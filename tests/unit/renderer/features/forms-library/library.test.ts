import { describe, expect, it } from 'vitest'
import { findForms } from '../../../../../renderer/features/forms-library/find-forms'
import {
  firstOf,
  groupsOf,
  inBookOrder,
  onShelf,
  shelfKey,
  shelvesOf,
  type Remembered,
  type Shelf,
} from '../../../../../renderer/features/forms-library/library'
import { catalogue } from '../../../../../shared/catalogue'
import { bookForms } from '../../../../../shared/catalogue/check'
import { libraryForm } from './forms'

const forms = [
  libraryForm('KHXX-BD-001', '客户资料卡', '客户信息'),
  libraryForm('KHXX-BD-002', '客户调查表', '客户信息'),
  libraryForm('KHTS-BD-001', '客户投诉登记表一', '客户投诉'),
]
const remembered: Remembered = {
  favourites: ['KHTS-BD-001', 'GONE-BD-001', 'KHXX-BD-001'],
  recents: ['KHXX-BD-002'],
}
const shown = (shelf: Shelf, query = '') =>
  groupsOf(findForms(forms, query), query, shelf, remembered).map(({ module, hits }) => [
    module,
    ...hits.map(({ form }) => form.code),
  ])

describe('the shelves of the library', () => {
  it('are all, favourites, recents, and the modules in the order of the books', () => {
    const modules = [...new Set(bookForms.map(({ module }) => module))]
    const shelves = shelvesOf(inBookOrder(catalogue)).map(shelfKey)
    expect(shelves.slice(0, 3)).toEqual(['all', 'favourites', 'recents'])
    expect(shelves.slice(3)).toEqual(
      modules
        .filter((module) => catalogue.some(({ head }) => head.module === module))
        .map((module) => `module:${module}`),
    )
  })

  it('hold every form of the catalogue once, each in its module', () => {
    const hits = findForms(inBookOrder(catalogue), '')
    const modules = shelvesOf(inBookOrder(catalogue)).filter(({ shelf }) => shelf === 'module')
    const found = modules.flatMap((shelf) => onShelf(hits, shelf, remembered).map(({ form }) => form.code))
    expect([...found].sort()).toEqual(catalogue.map(({ code }) => code).sort())
  })

  it('show all forms by module, a single module without a head', () => {
    expect(shown({ shelf: 'all' })).toEqual([
      ['客户信息', 'KHXX-BD-001', 'KHXX-BD-002'],
      ['客户投诉', 'KHTS-BD-001'],
    ])
    expect(shown({ shelf: 'module', module: '客户投诉' })).toEqual([['', 'KHTS-BD-001']])
  })

  it('show favourites as they were chosen and recents with the latest first, without forms that are gone', () => {
    expect(shown({ shelf: 'favourites' })).toEqual([['', 'KHTS-BD-001', 'KHXX-BD-001']])
    expect(shown({ shelf: 'recents' })).toEqual([['', 'KHXX-BD-002']])
    expect(shown({ shelf: 'recents' }, '登记')).toEqual([])
  })

  it('show the best hit first where something is searched, without heads', () => {
    expect(shown({ shelf: 'all' }, '客户投诉')).toEqual([['', 'KHTS-BD-001']])
  })

  it('read no template to list and name the forms', () => {
    const unread = libraryForm('KHXX-BD-003', '客户统计表', '客户信息')
    groupsOf(findForms([unread], ''), '', { shelf: 'all' }, remembered)
    findForms([unread], '统计')
    expect(unread.read()).toBe(0)
  })
})

describe('the first screenful', () => {
  it('is cut out of the groups in order', () => {
    const groups = groupsOf(findForms(forms, ''), '', { shelf: 'all' }, remembered)
    const codes = (most: number) => firstOf(groups, most).map(({ hits }) => hits.map(({ form }) => form.code))
    expect(codes(1)).toEqual([['KHXX-BD-001']])
    expect(codes(3)).toEqual([['KHXX-BD-001', 'KHXX-BD-002'], ['KHTS-BD-001']])
  })
})
