import { describe, expect, it } from 'vitest'
import type { FoundLines } from '../../../../../renderer/db'
import { createFinding, type FindOthers } from '../../../../../renderer/features/finder/finding'
import type { ListRow } from '../../../../../shared/search/list-row'

const customer = (title: string) => ({ id: title, title, number: '', list: '@customers' }) as ListRow
const found = (...titles: readonly string[]): FoundLines => ({
  customers: { count: titles.length, rows: titles.map(customer) },
  records: { count: 0, rows: [] },
})
const findOthers: FindOthers = (query) => ({
  drafts: [],
  forms: query === '投诉' ? [{ kind: 'form', code: 'KHTS-BD-001', name: '客户投诉登记表' }] : [],
  commands: [],
})

/** Lists that answer when the test says so. */
function slowLists() {
  const waiting: {
    readonly text: string
    readonly answer: (lines: FoundLines) => void
    readonly fail: () => void
  }[] = []
  const find = (text: string) =>
    new Promise<FoundLines>((resolve, reject) => {
      waiting.push({
        text,
        answer: resolve,
        fail: () => {
          reject(new Error('not read'))
        },
      })
    })
  return { waiting, find }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('what the search box finds', () => {
  it('is asked for at once, once for each text', () => {
    const lists = slowLists()
    const finding = createFinding(lists, findOthers)
    finding.ask('示')
    finding.ask('示')
    finding.ask('示例')
    expect(lists.waiting.map(({ text }) => text)).toEqual(['示', '示例'])
  })

  it('stays until the next answer is whole', async () => {
    const lists = slowLists()
    const finding = createFinding(lists, findOthers)
    finding.ask('示')
    lists.waiting[0]?.answer(found('示例甲公司'))
    await settled()
    const before = finding.store.getState()
    expect(before).toMatchObject({ query: '示', failed: false })
    finding.ask('示例')
    await settled()
    expect(finding.store.getState()).toBe(before)
  })

  it('is what the newest text means, in whatever order answers come', async () => {
    const lists = slowLists()
    const finding = createFinding(lists, findOthers)
    finding.ask('示')
    finding.ask('示例')
    lists.waiting[1]?.answer(found('示例乙公司'))
    await settled()
    lists.waiting[0]?.answer(found('示例甲公司'))
    await settled()
    const { query, groups } = finding.store.getState()
    expect(query).toBe('示例')
    expect(groups.flatMap((group) => group.found)).toMatchObject([{ row: { title: '示例乙公司' } }])
  })

  it('drops an answer that comes after the text was cleared', async () => {
    const lists = slowLists()
    const finding = createFinding(lists, findOthers)
    finding.ask('示')
    finding.ask('')
    lists.waiting[0]?.answer(found('示例甲公司'))
    await settled()
    expect(finding.store.getState()).toMatchObject({ query: '', groups: [] })
  })

  it('is forms and commands where the lists cannot be read, and says so', async () => {
    const lists = slowLists()
    const finding = createFinding(lists, findOthers)
    finding.ask('投诉')
    lists.waiting[0]?.fail()
    await settled()
    const { groups, failed } = finding.store.getState()
    expect(failed).toBe(true)
    expect(groups.map(({ group }) => group)).toEqual(['forms'])
    finding.ask('投诉登')
    lists.waiting[1]?.answer(found('示例甲公司'))
    await settled()
    expect(finding.store.getState().failed).toBe(false)
  })

  it('is looked for anew when what else can be found has changed, unless nothing is asked', async () => {
    const lists = slowLists()
    const finding = createFinding(lists, findOthers)
    const others: FindOthers = () => ({
      drafts: [],
      forms: [],
      commands: [{ name: 'forms', label: '表单' }],
    })
    finding.renew(others)
    expect(lists.waiting).toHaveLength(0)
    finding.ask('表单')
    finding.renew(findOthers)
    finding.renew(others)
    expect(lists.waiting).toHaveLength(3)
    lists.waiting[2]?.answer(found())
    await settled()
    expect(finding.store.getState().groups.map(({ group }) => group)).toEqual(['commands'])
  })
})
