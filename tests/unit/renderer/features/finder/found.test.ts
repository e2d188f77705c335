import { describe, expect, it } from 'vitest'
import { findCommands } from '../../../../../renderer/features/finder/commands'
import { findDrafts } from '../../../../../renderer/features/finder/find-drafts'
import {
  askedAnew,
  findForms,
  groupsOf,
  keyOf,
  SHOWN,
  waysOf,
  type FoundParts,
} from '../../../../../renderer/features/finder/found'
import { catalogue } from '../../../../../shared/catalogue'
import { noteSearch, recentSearches } from '../../../../../renderer/features/finder/recent-searches'
import { draftTitle } from '../../../../../renderer/features/workbench/draft-title'
import { finder } from '../../../../../renderer/i18n/locales/zh-CN/finder'
import type { RecordRow } from '../../../../../renderer/db'
import type { Draft } from '../../../../../shared/ipc/contract'
import { CUSTOMERS, type ListRow } from '../../../../../shared/search/list-row'

const row = (id: string, list: string, title: string) => ({ id, list, title }) as ListRow
const record = (id: string) => row(id, 'KHTS-BD-001', '示例客户') as RecordRow
const form = { kind: 'form', code: 'KHTS-BD-001', name: '客户投诉登记表一' } as const
const parts = (query: string, records: readonly RecordRow[], count = records.length): FoundParts => ({
  query,
  lines: {
    customers: { count: 1, rows: [row('c', CUSTOMERS, '示例客户')] },
    records: { count, rows: records },
  },
  drafts: [],
  forms: [form],
  commands: [],
})

describe('what the search box offers', () => {
  it('is customers, then records with the way to all of them, then forms; nothing of what was not found', () => {
    const groups = groupsOf(parts('示例', [record('a'), record('b')], 1204))
    expect(groups.map(({ group, count }) => [group, count])).toEqual([
      ['customers', 1],
      ['records', 1204],
      ['forms', 1],
    ])
    expect(groups[1]?.found.map(keyOf)).toEqual(['a', 'b', 'all records'])
    expect(groupsOf(parts('示例', [record('a')]))[1]?.found.map(keyOf)).toEqual(['a'])
  })

  it('leads to all customers where there are more, and never to all of none', () => {
    const { lines, ...others } = parts('示例', [])
    const customers = { count: 9, rows: lines.customers.rows }
    const groups = groupsOf({ ...others, lines: { customers, records: { count: 3, rows: [] } } })
    expect(groups.map(({ group, found }) => [group, found.map(keyOf)])).toEqual([
      ['customers', ['c', 'all customers']],
      ['forms', ['KHTS-BD-001']],
    ])
  })

  it('is a blank form first when one is asked for, or the form is named', () => {
    for (const query of ['新建 投诉', '新建投诉登记', '投诉登记', '投诉 新建', 'new 投诉', '填写 tousu']) {
      const forms = findForms(catalogue, query)
      expect(
        forms.map(({ code }) => code),
        query,
      ).toContain('KHTS-BD-001')
      expect(groupsOf({ ...parts(query, [record('a')]), forms })[0]?.group, query).toBe('forms')
    }
    const commands = [{ name: 'newCustomer', label: '新建 客户' }] as const
    expect(
      groupsOf({ ...parts('新建客户', []), commands, forms: findForms(catalogue, '新建客户') })[0]?.group,
    ).toBe('commands')
    // Two characters stand in many names, and a form may be called 新….
    expect(groupsOf({ ...parts('投诉', [record('a')]), forms: findForms(catalogue, '投诉') })[0]?.group).toBe(
      'customers',
    )
    expect(findForms(catalogue, '新开发客户').map(({ name }) => name)).toEqual(['新开发客户报告表'])
    expect(askedAnew('新建')).toBeNull()
    expect(findForms(catalogue, ' ')).toEqual([])
  })

  it('is the form first when its code is typed', () => {
    expect(groupsOf(parts('khts-bd', [record('a')]))[0]?.group).toBe('forms')
    expect(groupsOf(parts('TS-2026', [record('a')]))[0]?.group).toBe('customers')
  })

  it('leads to a page, and for a form, a record and a customer to a list as well', () => {
    expect(waysOf(form, '')).toEqual({ to: '/fill/KHTS-BD-001', second: '/records/KHTS-BD-001' })
    const all = (of: 'records' | 'customers') => waysOf({ kind: 'all', of, count: 9 }, ' 漏水/a ')
    expect(all('records')).toEqual({ to: '/found/%E6%BC%8F%E6%B0%B4%2Fa' })
    expect(all('customers')).toEqual({ to: '/customers/with/%E6%BC%8F%E6%B0%B4%2Fa' })
    expect(waysOf({ kind: 'customer', row: row('c', CUSTOMERS, '甲') }, '')?.to).toBe('/customer/c')
    expect(waysOf({ kind: 'again', text: '甲' }, '')).toBeNull()
  })
})

describe('commands', () => {
  const find = (query: string) =>
    findCommands(query, (name) => ({ label: finder.command[name], also: finder.also[name] })).map(
      ({ name }) => name,
    )
  it('are found by words and pinyin, not by a single letter', () => {
    expect(find('深色')).toEqual(['dark'])
    expect(find('beifen')).toEqual(['backup', 'restore'])
    expect(find('dqyyq')).toEqual(['dues'])
    expect(find('d')).toEqual([])
    expect(find('')).toEqual([])
    expect(find('新建 客户')).toEqual(['newCustomer'])
  })

  it('lead to every page and every main act by Chinese words, pinyin and initials', () => {
    const asked: readonly (readonly [queries: string, name: string])[] = [
      ['工作台 gongzuotai gzt', 'workbench'],
      ['到期 逾期 daoqi dq', 'dues'],
      ['表单库 biaodanku bdk', 'forms'],
      ['台账 taizhang tz', 'records'],
      ['客户 kehu kh', 'customers'],
      ['团队 tuandui td 恢复码', 'team'],
      ['同步 立即同步 tongbu tb ljtb', 'syncNow'],
      ['导入 导入客户 daoru dr drkh', 'importCustomers'],
      ['导入 导入单据 daoru dr drdj', 'importRecords'],
      ['恢复 还原 从备份恢复 huifu hf', 'restore'],
      ['备份 beifen bf', 'backup'],
      ['检查 数据检查 jiancha jc sjjc', 'check'],
      ['疑似重复 查重 合并 yscf', 'duplicates'],
      ['作废 zuofei zf', 'voided'],
      ['冲突 待选定 chongtu ct', 'conflicts'],
      ['新变更 xinbiangeng xbg', 'arrived'],
      ['操作记录 日志 czjl', 'audit'],
      ['设置 shezhi sz', 'settings'],
      ['单位 danwei dw', 'firm'],
      ['人员 员工 renyuan ry', 'staff'],
      ['日历 节假日 rili rl', 'calendar'],
      ['数据目录 shujumulu sjml', 'folder'],
      ['关于 版本 guanyu gy', 'about'],
      ['锁定 suoding sd', 'lock'],
      ['帮助 bangzhu bz', 'help'],
      ['快捷键 kuaijiejian kjj', 'keys'],
      ['演示 yanshi ys', 'demo'],
    ]
    for (const [queries, name] of asked)
      for (const query of queries.split(' '))
        expect(find(query).slice(0, SHOWN.commands), query).toContain(name)
  })
})

describe('drafts', () => {
  it('are found by what was typed into them and by their form', () => {
    const draft = {
      id: 'd',
      templateCode: 'KHTS-BD-001',
      values: { fields: { customer: { name: '单小明' }, reason: '水管漏水' }, matrices: {}, rows: {} },
    } as unknown as Draft
    for (const query of ['漏水', '登记 漏', 'sxm', 'tousu']) {
      expect(findDrafts([draft], query, draftTitle).map(({ title }) => title)).toEqual(['单小明'])
    }
    expect(findDrafts([draft], '制冷', draftTitle)).toEqual([])
    expect(findDrafts([draft], ' ', draftTitle)).toEqual([])
  })
})

describe('recent searches', () => {
  it('are kept once each, the latest first, a few', () => {
    for (const text of ['a', 'b', ' ', 'c', 'd', 'e', 'f', 'b ', 'g']) noteSearch(text)
    expect(recentSearches()).toEqual(['g', 'b', 'f', 'e', 'd', 'c'])
  })
})
