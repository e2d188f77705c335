import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formsWorkbook } from '../../../../node/excel'
import { entryByCode } from '../../../../shared/catalogue'
import { emptyValues } from '../../../../shared/forms/values'
import type { FormSheet } from '../../../../shared/ipc/contract'
import { layoutForm } from '../../../../shared/print'
import { renderInLibreOffice, type Rendered } from '../../../support/libreoffice'
import { letterhead } from '../../../support/print-samples'

/** Portrait and landscape, A3, several tables, three pages, vertical labels, diagonal heads, cases side by side, snaking rows. */
const CODES = [
  'KHTS-BD-001',
  'KHXX-BD-001',
  'KHXX-BD-020',
  'KHZX-BD-008',
  'KHZX-BD-009',
  'KHGX-BD-017',
  'KHGL-BD-011',
  'KHTS-BD-010',
  'KHKF-BD-006',
  'SHFW-BD-012',
]

const forms = CODES.flatMap((code): readonly FormSheet[] => {
  const entry = entryByCode(code)
  if (!entry) throw new Error(`no form ${code}`)
  const { template, sample } = entry
  return [
    { template, values: emptyValues, letterhead, mode: 'blank' },
    { template, values: sample, letterhead, mode: 'filled' },
  ]
})

/** Our own pages, and from which page of the workbook each form stands. */
const laidOut = forms.map(layoutForm)
const firstPage = laidOut.map((_, index) =>
  laidOut.slice(0, index).reduce((sum, { pages }) => sum + pages.length, 0),
)

const closed = (text: string): string => text.replace(/\s/gu, '')

describe('a workbook in LibreOffice', () => {
  let printed: Rendered
  beforeAll(async () => {
    const written = await formsWorkbook(forms, Date.UTC(2026, 10, 21))
    if (!written.ok) throw new Error(JSON.stringify(written.error))
    printed = renderInLibreOffice(written.value)
  }, 300_000)
  afterAll(() => {
    printed.remove()
  })

  it('prints as many pages as the program does', () => {
    expect(printed.pages).toHaveLength(laidOut.reduce((sum, { pages }) => sum + pages.length, 0))
  })

  it.each(forms.map(({ template, mode }, index) => [template.code, mode, index] as const))(
    'prints %s (%s) one page wide, in its size and proportions',
    (code, _mode, index) => {
      const form = forms[index]
      const page = laidOut[index]?.pages[0]
      const at = firstPage[index] ?? 0
      if (!form || !page) throw new Error(code)
      const [width = 0, height = 0] = printed.sizes[at] ?? []
      expect(width).toBeCloseTo(page.width, -0.5)
      expect(height).toBeCloseTo(page.height, -0.5)
      // The code stands at the right end of the letterhead: as far right as on paper, within a fiftieth.
      const own = page.runs.find(({ role, text }) => role === 'chrome' && text.includes(code))
      const word = printed.words(at).find(({ text }) => text.endsWith(code))
      if (!own || !word) throw new Error(`no ${code} on the sheet`)
      expect(Math.abs(word.right - own.x - own.width)).toBeLessThan(page.width / 50)
      // What ends the sheet ends it at the same height, too.
      const bottom = Math.max(
        ...printed.words(at).flatMap((each) => (each.bottom < page.height - 35 ? [each.bottom] : [])),
      )
      const ownBottom = Math.max(...page.runs.flatMap(({ y }) => (y < page.height - 35 ? [y] : [])))
      expect(Math.abs(bottom - ownBottom)).toBeLessThan(page.height / 40)
    },
  )

  it.each(forms.map(({ template, mode }, index) => [template.code, mode, index] as const))(
    'shows all that is printed on %s (%s)',
    (_code, _mode, index) => {
      const pages = laidOut[index]?.pages ?? []
      pages.forEach((page, place) => {
        const shown = closed(
          printed
            .words((firstPage[index] ?? 0) + place)
            .map(({ text }) => text)
            .join(''),
        )
        // Single characters of every label and value: where the lines end is each program's own affair.
        const wanted = page.runs.filter(({ role }) => role !== 'chrome').map(({ text }) => closed(text))
        for (const text of wanted) {
          for (const character of text.replace(/[︵︶︱︴]/gu, '')) expect(shown, text).toContain(character)
        }
      })
    },
  )
})
