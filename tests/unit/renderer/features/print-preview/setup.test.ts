import { describe, expect, it } from 'vitest'
import { formsOf, sheetOfPage, withSetups } from '../../../../../renderer/features/print-preview/setup-job'
import {
  bindingChoice,
  marginChoice,
  paperChoice,
  readMm,
  stepMm,
  withBinding,
  withLarger,
  withLetterhead,
  withMargins,
  withOrientation,
  withPaper,
} from '../../../../../renderer/features/print-preview/setup-values'
import { setupOf } from '../../../../../renderer/stores/print-setups'
import { emptyValues } from '../../../../../shared/forms/values'
import type { Paper, Template } from '../../../../../shared/forms/template'
import type { FormSheet, PrintJob } from '../../../../../shared/ipc/contract'
import { parseCall } from '../../../../../shared/ipc/schema'
import { entryByCode } from '../../../../../shared/catalogue'
import { usualMargins } from '../../../../../shared/print/setup'

const upright: Paper = { size: 'A4', orientation: 'portrait' }
const sheet = (code: string, more: Partial<FormSheet> = {}): FormSheet => ({
  template: { code } as Template,
  values: emptyValues,
  letterhead: { firm: '' },
  mode: 'filled',
  ...more,
})
const job = (...sheets: readonly FormSheet[]): PrintJob => ({ job: 'form', sheets })
const setupsIn = (made: PrintJob) => (made.job === 'form' ? made.sheets.map(({ setup }) => setup) : [])

describe('the set-up of the forms of a job', () => {
  const over = { overprint: { right: 1, down: 0 } }

  it('is that of each form by itself, and none where nothing is remembered', () => {
    const setups = { 'A-BD-001': { larger: 1 }, 'B-BD-001': { letterhead: false } } as const
    const made = withSetups(job(sheet('B-BD-001'), sheet('C-BD-001'), sheet('A-BD-001')), setups)
    expect(setupsIn(made)).toEqual([{ letterhead: false }, undefined, { larger: 1 }])
    expect(setupOf(setups, 'constructor')).toEqual({})
  })

  it('leaves 套打 out on blank sheets and on those that say what they are', () => {
    const setups = { 'A-BD-001': { ...over, binding: 10 } }
    const made = withSetups(
      job(sheet('A-BD-001'), sheet('A-BD-001', { mode: 'blank' }), sheet('A-BD-001', { stamp: '作废' })),
      setups,
    )
    expect(setupsIn(made)).toEqual([{ ...over, binding: 10 }, { binding: 10 }, { binding: 10 }])
    const corrected = withSetups(job(sheet('A-BD-001', { stamp: '已更正 1 次' })), setups)
    expect(setupsIn(corrected)).toEqual([{ ...over, binding: 10 }])
    expect(setupsIn(withSetups(job(sheet('A-BD-001', { mode: 'blank' })), { 'A-BD-001': over }))).toEqual([
      undefined,
    ])
  })

  it('belongs to the form whose page is shown', () => {
    const starts = [0, 2, 3]
    expect([0, 1, 2, 3, 9].map((page) => sheetOfPage(starts, page))).toEqual([0, 0, 1, 2, 2])
    expect(sheetOfPage(undefined, 4)).toBe(0)
  })

  it('lists each form of the job once', () => {
    const codes = formsOf(job(sheet('B-BD-001'), sheet('A-BD-001'), sheet('B-BD-001'))).map(
      ({ code }) => code,
    )
    expect(codes).toEqual(['B-BD-001', 'A-BD-001'])
  })
})

describe('what is chosen in 打印设置', () => {
  it('is nothing where it is what the form is drawn for', () => {
    const other = withOrientation({}, upright, 'landscape')
    expect(other).toEqual({ paper: { size: 'A4', orientation: 'landscape' } })
    expect(withOrientation(other, upright, 'portrait')).toEqual({})
    expect(withPaper(withPaper({}, upright, 'B5'), upright, 'design')).toEqual({})
    expect(withLetterhead(withLetterhead({}, false), true)).toEqual({})
    expect(withLarger(withLarger({}, 2), 0)).toEqual({})
    expect(withBinding(withBinding({}, 12), 0)).toEqual({})
    expect(
      withMargins(withMargins({}, 'wide', usualMargins(upright)), 'usual', usualMargins(upright)),
    ).toEqual({})
  })

  it('keeps how the paper lies when another size is chosen', () => {
    const turned = withOrientation({}, upright, 'landscape')
    expect(withPaper(turned, upright, 'A3').paper).toEqual({ size: 'A3', orientation: 'landscape' })
    expect(paperChoice(withPaper({}, upright, 'A4'))).toBe('A4')
    expect(paperChoice({})).toBe('design')
  })

  it('is recognised again when it was remembered', () => {
    for (const choice of ['usual', 'narrow', 'wide'] as const) {
      expect(marginChoice(withMargins({}, choice, usualMargins(upright)))).toBe(choice)
    }
    expect(marginChoice({ margins: { top: 10, right: 10, bottom: 10, left: 12 } })).toBe('own')
    expect([0, 10, 15, 12].map((binding) => bindingChoice({ binding }))).toEqual(['none', '10', '15', 'own'])
  })

  it('is read in millimetres, full-width digits too, by half millimetres and within its bounds', () => {
    const limits = { least: -50, most: 50 }
    const read = ['1.5', '１２', '-50', '+3', '−2', '0.3', '50.5', '', '1e1', '100', 'a', '-0'].map((typed) =>
      readMm(typed, limits),
    )
    expect(read).toEqual([1.5, 12, -50, 3, -2, null, null, null, null, null, null, 0])
    expect(readMm('4.5', { least: 5, most: 50 })).toBeNull()
    expect([stepMm(49.5, 1, limits), stepMm(50, 1, limits), stepMm(-50, -1, limits)]).toEqual([50, 50, -50])
  })

  it('is remembered in the settings of this computer only within the bounds', () => {
    const settings = {
      language: 'zh-CN',
      theme: 'light',
      zoom: 1,
      copies: 1,
      favourites: [],
      recents: [],
    } as const
    const put = (setup: object) =>
      parseCall('settings:put', { ...settings, printSetups: { 'KHTS-BD-001': setup } }).ok
    expect(
      put({ paper: upright, margins: { top: 5, right: 50, bottom: 7.5, left: 10 }, binding: 40, larger: 2 }),
    ).toBe(true)
    expect(put({ overprint: { right: -50, down: 50 }, letterhead: false })).toBe(true)
    for (const bad of [{ binding: 41 }, { larger: 3 }, { overprint: { right: 51, down: 0 } }, { other: 1 }]) {
      expect(put(bad)).toBe(false)
    }
  })
})

describe('how a form lies on other paper', () => {
  it('is said: pages, and whether everything fits', async () => {
    const { setupFit } = await import('../../../../../shared/print/check/check-setup')
    const template = entryByCode('KHTS-BD-001')?.template
    if (!template) throw new Error('no form')
    const fit = (setup: Parameters<typeof setupFit>[2]) => setupFit(template, { firm: '示例' }, setup)
    expect(fit({})).toEqual({ pages: 1, fits: true })
    expect(fit({ paper: { size: 'B5', orientation: 'portrait' } }).fits).toBe(true)
    const tight = fit({
      paper: { size: 'B5', orientation: 'portrait' },
      margins: { top: 50, right: 50, bottom: 50, left: 50 },
      binding: 40,
      larger: 2,
    })
    expect(tight.fits && tight.pages === 1).toBe(false)
  })
})
