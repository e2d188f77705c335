import i18next from 'i18next'
import { describe, expect, it, vi } from 'vitest'
import type { AuditKey, AuditLine, AuditQuery } from '../../../../../renderer/db'
import type { AuditWords } from '../../../../../renderer/features/audit/audit-text'
import { isWideOpen, noFilter, queryOf } from '../../../../../renderer/features/audit/filter'
import { allLines, auditPrint, filterText } from '../../../../../renderer/features/audit/print'
import { entryByCode } from '../../../../../shared/catalogue'
import { masked } from '../../../../../shared/kernel/mask'
import { startLanguage } from '../../../../../renderer/i18n'
import { sampleTemplate } from '../form-editor/sheet'

// The preview wants a window as soon as it is named.
vi.mock('../../../../../renderer/features/print-preview', () => ({ PreviewDialog: () => null }))
vi.stubGlobal('document', { documentElement: {} })
startLanguage('zh-CN')

const words: AuditWords = {
  t: i18next.getFixedT(null, ['audit', 'history', 'editor', 'common']) as unknown as AuditWords['t'],
  historyT: i18next.getFixedT(null, ['history', 'editor', 'common']) as unknown as AuditWords['historyT'],
  templateOf: () => sampleTemplate(),
  mask: (text) => text,
  writer: 'ab12ffffffffffff',
  now: null,
}

const at = new Date(2026, 10, 21, 14, 3, 26).getTime()

const line = (number: number, steps: AuditLine['steps'] = []): AuditLine => ({
  key: [at, 'ab12ffffffffffff', number],
  dot: `d${number}`,
  at,
  person: { name: '示例员工甲' },
  writer: 'cd34ffffffffffff',
  kind: 'record',
  id: `r${number}`,
  templateCode: 'KHTS-BD-001',
  number: `TS-2026-000${number}`,
  title: '示例甲公司',
  steps,
})

describe('the printed audit list', () => {
  it('says who, when, where, about what and what was done, with the filter and the time in its foot', () => {
    const changed = line(1, [
      { step: 'set', path: ['on'], before: '2026-01-05', after: '2026-11-21' },
      { step: 'set', path: ['@state'], before: 'draft', after: 'submitted' },
    ])
    const filter = { ...noFilter, person: '示例员工甲', from: '2026-11-01', text: ' 甲公司 ' }
    const print = auditPrint({
      words,
      filter,
      lines: [changed],
      more: false,
      letterhead: { firm: '示例电器有限公司' },
      printedAt: at,
    })
    expect(print.rows).toHaveLength(1)
    expect(print.rows[0]?.slice(0, 4)).toEqual(['2026年11月21日 14:03:26', '示例员工甲', '电脑 cd34', '单据'])
    expect(print.rows[0]?.[4]).toContain('TS-2026-0001 · 示例甲公司')
    expect(print.rows[0]?.[5]).toBe('登记；日期：2026年1月5日 → 2026年11月21日')
    expect(print.footnote).toBe(
      '筛选：2026年11月1日 至 现在、示例员工甲、“甲公司”  ·  打印时间：2026年11月21日 14:03',
    )
  })

  it('names the first fields of a change and counts all of them', () => {
    const steps = ['a', 'b', 'c', 'd', 'e'].map((key) => ({
      step: 'set' as const,
      path: [key],
      before: null,
      after: key,
    }))
    const { rows } = auditPrint({
      words,
      filter: noFilter,
      lines: [line(1, steps)],
      more: true,
      letterhead: { firm: '' },
      printedAt: at,
    })
    expect(rows[0]?.[5]).toBe('a：a；b：b；c：c；等 5 处')
  })

  it.each(['record', 'customer'] as const)('[ST32] masks what lists mask in a %s', (kind) => {
    const set = (path: readonly string[], before: string, after: string) =>
      ({ step: 'set', path, before, after }) as const
    const steps = [
      set(['phone'], '010-65550001', '010-65550002'),
      set(['contacts', 'row1', 'mobile'], '13800000001', '13800000002'),
      set(['address'], '示例路 1 号', '示例路 65550002 号'),
    ]
    const { rows } = auditPrint({
      words: {
        ...words,
        templateOf: () => entryByCode('KHXX-BD-001')?.template,
        mask: (text, type) => masked(text, type, { phone: true, idNumber: true }),
      },
      filter: noFilter,
      lines: [{ ...line(1, steps), kind }],
      more: false,
      letterhead: { firm: '' },
      printedAt: at,
    })
    const told = rows[0]?.[5] ?? ''
    expect(told).toContain('010-****0001 → 010-****0002')
    expect(told).toContain('138****0001 → 138****0002')
    expect(told).toContain('示例路 65550002 号')
  })

  it('says in words that two customers are two', () => {
    const steps = [{ step: 'set', path: ['apart', 'c1 c2'], before: null, after: 'yes' }] as const
    const { rows } = auditPrint({
      words,
      filter: noFilter,
      lines: [{ ...line(1, steps), kind: 'firm' }],
      more: false,
      letterhead: { firm: '' },
      printedAt: at,
    })
    expect(rows[0]?.[5]).toBe('确认不是同一客户：是')
  })

  it('says so when nothing was left out', () => {
    expect(filterText(words, noFilter)).toBe('筛选：全部')
    expect(isWideOpen({ ...noFilter, text: '  ' })).toBe(true)
    expect(isWideOpen({ ...noFilter, kind: 'staff' })).toBe(false)
  })

  /** Three pages behind the first line, the first of them without a hit; notes where each begins. */
  const pages = (asked: (AuditKey | undefined)[]) => (query: AuditQuery) => {
    asked.push(query.after)
    const key = [at, 'w', asked.length + 1] as const
    if (asked.length === 1) return Promise.resolve({ lines: [], next: key })
    return Promise.resolve(asked.length === 2 ? { lines: [line(2)], next: key } : { lines: [line(3)] })
  }

  it('goes on behind what is listed, also through pages without a hit', async () => {
    const asked: (AuditKey | undefined)[] = []
    const listed = { lines: [line(1)], next: [at, 'w', 1] as const }
    const all = await allLines({ page: pages(asked) }, noFilter, listed, () => true)
    expect(all.lines.map(({ number }) => number)).toEqual(['TS-2026-0001', 'TS-2026-0002', 'TS-2026-0003'])
    expect(all.more).toBe(false)
    expect(asked).toEqual([1, 2, 3].map((place) => [at, 'w', place]))
  })

  it('asks for nothing where all is listed, and stops when nobody wants it any more', async () => {
    const asked: (AuditKey | undefined)[] = []
    const whole = await allLines({ page: pages(asked) }, noFilter, { lines: [line(1)] }, () => true)
    expect(whole).toEqual({ lines: [line(1)], more: false })
    expect(asked).toEqual([])
    const listed = { lines: [line(1)], next: [at, 'w', 1] as const }
    const left = await allLines({ page: pages(asked) }, noFilter, listed, () => asked.length < 2)
    expect(asked).toHaveLength(2)
    expect(left.more).toBe(true)
  })
})

describe('the question of the audit list', () => {
  it('takes whole days of this computer, the last one included', () => {
    const query = queryOf({ ...noFilter, from: '2026-11-21', to: '2026-11-21' }, 10)
    expect(query).toEqual({
      limit: 10,
      from: new Date(2026, 10, 21).getTime(),
      until: new Date(2026, 10, 22).getTime(),
    })
    expect(queryOf({ ...noFilter, from: 'x', kind: 'form', code: 'KHTS-BD-001' }, 10)).toEqual({
      limit: 10,
      kinds: ['form'],
      templateCode: 'KHTS-BD-001',
    })
  })
})
