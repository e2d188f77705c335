import i18next from 'i18next'
import { describe, expect, it, vi } from 'vitest'
import { emptyValues } from '../../../../../shared/forms/values'
import type { FormValues } from '../../../../../shared/forms/values'
import type { HistoryStep } from '../../../../../renderer/db'
import { historyLine, toldSteps } from '../../../../../renderer/features/form-editor/history-text'
import { startLanguage } from '../../../../../renderer/i18n'
import { sampleTemplate } from './sheet'

const values: FormValues = { ...emptyValues, rows: { items: [{ id: 'a', cells: { sku: '甲' } }] } }
const template = sampleTemplate()

vi.stubGlobal('document', { documentElement: {} })
startLanguage('zh-CN')

const line = (step: HistoryStep) => {
  const words = { t: i18next.getFixedT(null, 'editor'), state: (state: string) => `〔${state}〕` }
  return historyLine(words, template, values, step)
}

describe('the lines of a history', () => {
  it('say what a field was and became, as printed', () => {
    expect(line({ step: 'set', path: ['on'], before: '2026-01-05', after: '2026-11-21' })).toEqual({
      what: '日期',
      before: '2026年1月5日',
      after: '2026年11月21日',
    })
    expect(line({ step: 'set', path: ['note'], before: '示例', after: null })).toMatchObject({
      after: '（空）',
    })
  })

  it('name a row’s cell by its place', () => {
    expect(line({ step: 'set', path: ['items', 'a', 'sku'], before: null, after: '甲' })).toEqual({
      what: '第 1 行 品名',
      before: null,
      after: '甲',
    })
    expect(line({ step: 'addRow', rows: 'items', row: 'a' })?.what).toContain('明细')
  })

  it('say states in words and keep values of unknown fields readable', () => {
    expect(line({ step: 'set', path: ['@state'], before: 'draft', after: 'void' })).toMatchObject({
      after: '〔void〕',
      before: '〔draft〕',
    })
    expect(line({ step: 'set', path: ['later'], before: null, after: ['甲', '乙'] })?.after).toBe(
      '["甲","乙"]',
    )
    expect(line({ step: 'unknown', edit: { op: 'later' } })).not.toBeNull()
  })

  it('tell of an added row by its cells, and of an empty one by itself', () => {
    const filled: HistoryStep = { step: 'addRow', rows: 'items', row: 'a' }
    const empty: HistoryStep = { step: 'addRow', rows: 'items', row: 'b' }
    const order: HistoryStep = { step: 'set', path: ['items', 'b', '@order'], before: null, after: 'b' }
    const cell: HistoryStep = { step: 'set', path: ['items', 'a', 'sku'], before: null, after: '甲' }
    const gone: HistoryStep = { step: 'removeRow', rows: 'items', row: 'a' }
    expect(toldSteps([filled, empty, order, cell])).toEqual([empty, order, cell])
    expect(toldSteps([filled, gone])).toEqual([filled, gone])
    expect(toldSteps([gone, cell])).toEqual([gone, cell])
  })

  it('leave out what nobody needs to read', () => {
    expect(line({ step: 'set', path: ['@state'], before: null, after: 'draft' })).toBeNull()
    expect(line({ step: 'set', path: ['items', 'a', '@order'], before: 'a', after: 'b' })).toBeNull()
  })
})
