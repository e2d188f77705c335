import { describe, expect, it } from 'vitest'
import { emptyValues } from '../../../../../shared/forms/values'
import type { PrintJob } from '../../../../../shared/ipc/contract'
import {
  canSwitchMode,
  copiesOf,
  modeOf,
  safeFileName,
  withMode,
} from '../../../../../renderer/features/print-preview/preview-job'
import { sampleTemplate } from '../form-editor/sheet'

const sheet = {
  template: sampleTemplate(),
  values: { ...emptyValues, fields: { note: '示例' } },
  letterhead: { firm: '示例电器有限公司' },
  mode: 'filled',
} as const
const form: PrintJob = { job: 'form', sheets: [sheet, sheet] }
const register: PrintJob = {
  job: 'register',
  register: { title: '台账', letterhead: sheet.letterhead, columns: [], rows: [], footnote: '' },
}

describe('what a preview prints', () => {
  it('switches every sheet between blank and filled, values untouched', () => {
    const blank = withMode(form, 'blank')
    expect(modeOf(blank)).toBe('blank')
    expect(blank.job === 'form' && blank.sheets.map(({ mode, values }) => [mode, values])).toEqual([
      ['blank', sheet.values],
      ['blank', sheet.values],
    ])
    expect(withMode(blank, 'filled')).toEqual(form)
  })

  it('offers the switch only where there is something filled', () => {
    expect(canSwitchMode(form)).toBe(true)
    expect(canSwitchMode({ job: 'form', sheets: [{ ...sheet, values: emptyValues }] })).toBe(false)
    expect(canSwitchMode(register)).toBe(false)
    expect(modeOf(register)).toBeNull()
    expect(withMode(register, 'blank')).toBe(register)
  })

  it('takes 1 to 999 copies, full-width digits too', () => {
    expect(['1', ' 12 ', '１００', '999'].map(copiesOf)).toEqual([1, 12, 100, 999])
    expect(['', '0', '1000', '-1', '1.5', 'x'].map(copiesOf)).toEqual([null, null, null, null, null, null])
  })

  it('names files as Windows can keep them', () => {
    expect(safeFileName('TS-2026-0001 客户投诉登记表一.pdf')).toBe('TS-2026-0001 客户投诉登记表一.pdf')
    expect(safeFileName('a/b\\c:d*e?"<f>|')).toBe('a-b-c-d-e---f--.pdf')
    expect(safeFileName('. . ')).toBe('知客.pdf')
  })
})
