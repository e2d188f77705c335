import i18next from 'i18next'
import { describe, expect, it, vi } from 'vitest'
import type { HistoryStep } from '../../../../../renderer/db'
import { formNames, placeIn, type HistoryT } from '../../../../../renderer/features/history/names'
import {
  computerName,
  fileNames,
  isAbout,
  tellSteps,
  type HistoryLine,
} from '../../../../../renderer/features/history/tell'
import { startLanguage } from '../../../../../renderer/i18n'
import type { FieldValue } from '../../../../../shared/forms/values'
import { sampleTemplate } from '../form-editor/sheet'

vi.stubGlobal('document', { documentElement: {} })
startLanguage('zh-CN')
const t = i18next.getFixedT(null, ['history', 'editor', 'common']) as unknown as HistoryT
const names = formNames(t, sampleTemplate())

const set = (path: readonly string[], before: FieldValue | null, after: FieldValue | null, place?: number) =>
  ({ step: 'set', path, before, after, ...(place === undefined ? {} : { place }) }) satisfies HistoryStep

const tell = (...steps: readonly HistoryStep[]): readonly HistoryLine[] =>
  tellSteps({ t, names, files: fileNames([{ dot: 'd', at: 0, writer: 'w', steps }]) }, steps)

const deeds = (...steps: readonly HistoryStep[]) =>
  tell(...steps).flatMap((line) => (line.line === 'deed' ? [line.text] : []))

describe('the lines of a history', () => {
  it('say what a field was and became, as printed', () => {
    expect(tell(set(['on'], '2026-01-05', '2026-11-21'))).toMatchObject([
      { what: '日期', before: '2026年1月5日', after: '2026年11月21日' },
    ])
    expect(tell(set(['note'], '示例', null))).toMatchObject([{ before: '示例', after: '（空）' }])
  })

  it("name a row's cell by the place that it had, and by the column alone where that is not known", () => {
    expect(tell(set(['items', 'a', 'sku'], null, '甲', 3))).toMatchObject([{ what: '第 3 行 品名' }])
    expect(tell(set(['items', 'a', 'sku'], null, '甲'))).toMatchObject([{ what: '品名' }])
  })

  it('tell of an added row by its cells, and of an empty or removed one by itself', () => {
    const added: HistoryStep = { step: 'addRow', rows: 'items', row: 'a', place: 2 }
    expect(deeds(added, set(['items', 'a', 'sku'], null, '甲', 2))).toEqual([])
    expect(deeds(added)).toEqual(['添加第 2 行 明细'])
    expect(deeds({ step: 'removeRow', rows: 'items', row: 'a', place: 1 })).toEqual(['删除第 1 行 明细'])
  })

  it('tell 登记, 办结, 作废 and 恢复 as sentences', () => {
    expect(deeds(set(['@state'], null, 'draft'))).toEqual([])
    expect(deeds(set(['@state'], 'draft', 'submitted'), set(['@number'], null, 'TS-2026-0001'))).toEqual([
      '登记，编号 TS-2026-0001',
    ])
    expect(deeds(set(['@state'], 'draft', 'submitted'))).toEqual(['登记'])
    expect(deeds(set(['@state'], 'submitted', 'closed'))).toEqual(['办结'])
    expect(deeds(set(['@state'], 'closed', 'submitted'))).toEqual(['取消办结'])
    expect(deeds(set(['@state'], 'submitted', 'void'), set(['@voidReason'], null, '重复'))).toEqual([
      '作废，原因：重复',
    ])
    expect(deeds(set(['@state'], 'void', 'submitted'), set(['@voidReason'], '重复', null))).toEqual([
      '恢复作废的单据',
    ])
  })

  it('tell corrections and attachments by reason and name, and nothing of their other cells', () => {
    expect(
      tell(
        { step: 'addRow', rows: '@corrections', row: 'c1' },
        set(['@corrections', 'c1', 'reason'], null, '填错了'),
      ),
    ).toEqual([{ line: 'deed', text: '更正，原因：填错了' }])
    expect(
      tell(
        { step: 'addRow', rows: '@files', row: 'f1' },
        set(['@files', 'f1', 'name'], null, '现场.jpg'),
        set(['@files', 'f1', 'size'], null, '1024'),
      ),
    ).toEqual([{ line: 'deed', text: '添加附件 现场.jpg' }])
    expect(deeds(set(['@files', 'f1', 'name'], '现场.jpg', '门口.jpg'))).toEqual([
      '附件 现场.jpg 更名为 门口.jpg',
    ])
    const removal: HistoryStep = { step: 'removeRow', rows: '@files', row: 'f1' }
    expect(tellSteps({ t, names, files: new Map([['f1', '现场.jpg']]) }, [removal])).toEqual([
      { line: 'deed', text: '移除附件 现场.jpg' },
    ])
  })

  it('keep values of unknown fields readable and say what a newer version wrote', () => {
    expect(tell(set(['later'], null, ['甲', '乙']))).toMatchObject([{ what: 'later', after: '甲、乙' }])
    expect(deeds({ step: 'unknown', edit: { op: 'later' } })).toEqual(['较新版本写入的内容'])
  })
})

describe('the history of one field', () => {
  it('holds its own values alone, and for a cell the coming and going of its row', () => {
    expect(isAbout(set(['on'], null, '2026-01-05'), ['on'])).toBe(true)
    expect(isAbout(set(['note'], null, '甲'), ['on'])).toBe(false)
    expect(isAbout(set(['items', 'a', 'sku'], null, '甲'), ['items', 'a', 'sku'])).toBe(true)
    expect(isAbout(set(['items', 'b', 'sku'], null, '甲'), ['items', 'a', 'sku'])).toBe(false)
    expect(isAbout({ step: 'removeRow', rows: 'items', row: 'a' }, ['items', 'a', 'sku'])).toBe(true)
    expect(isAbout({ step: 'removeRow', rows: 'items', row: 'b' }, ['items', 'a', 'sku'])).toBe(false)
  })
})

describe('names', () => {
  it('find the place of a row from 1', () => {
    const values = {
      fields: {},
      matrices: {},
      rows: {
        items: [
          { id: 'a', cells: {} },
          { id: 'b', cells: {} },
        ],
      },
    }
    expect(placeIn(values, ['items', 'b', 'sku'])).toBe(2)
    expect(placeIn(values, ['items', 'c', 'sku'])).toBeUndefined()
    expect(placeIn(values, ['on'])).toBeUndefined()
  })

  it('tell this computer from others', () => {
    expect(computerName(t, 'ab12ffffffffffff', '0000ffffffffffff')).toBe('电脑 ab12')
    expect(computerName(t, 'ab12ffffffffffff', 'ab12ffffffffffff')).toBe('本机（电脑 ab12）')
  })
})
