import { describe, expect, it } from 'vitest'
import { validateValues } from '../../../../../shared/forms'
import { emptyValues } from '../../../../../shared/forms/values'
import { layoutForm } from '../../../../../shared/print'
import { boxProblems, typeArea } from '../../../../../shared/print/check/boxes'
import { pageShape } from '../../../../../shared/print/style'
import { checkSheet } from '../../../../../shared/print/check/check-sheet'
import { inputProblems } from '../../../../../shared/print/check/inputs'
import { longestValues } from '../../../../../shared/print/check/longest'
import { breakInsideWord } from '../../../../../shared/print/check/labels'
import type { SheetFault } from '../../../../../shared/print/check/problem'
import type { LaidOutForm, LaidOutPage } from '../../../../../shared/print/page'
import { changed, SMALL } from '../../forms/source/sources'
import { templateOf } from '../../../../support/print-samples'

const faultsOf = (source: string): readonly SheetFault[] => [
  ...new Set(checkSheet(templateOf(source)).map(({ fault }) => fault)),
]

const small = templateOf(SMALL)
const blank = layoutForm({ template: small, values: emptyValues, letterhead: { firm: '' }, mode: 'blank' })
const [page] = blank.pages
if (!page) throw new Error('no page')

/** The small form's page with something on it changed. */
const spoilt = (change: Partial<LaidOutPage>): LaidOutPage => ({ ...page, ...change })
const faultsOn = (laid: LaidOutPage): readonly SheetFault[] => [
  ...new Set(boxProblems(laid, 1, typeArea(pageShape(small.paper)), 'blank').map(({ fault }) => fault)),
]
const inputFaults = (laid: LaidOutPage): readonly SheetFault[] => {
  const form: LaidOutForm = { pages: [laid], missing: [] }
  return [...new Set(inputProblems(small, form).map(({ fault }) => fault))]
}

describe('the checker of laid-out sheets', () => {
  it('finds nothing wrong with a form that is in order', () => {
    expect(checkSheet(small)).toEqual([])
  })

  it.each<readonly [string, string, SheetFault]>([
    ['more pages than declared', changed('rows printed 2 max 20', 'rows printed 60 max 60'), 'pages'],
    ['fewer pages than declared', changed('kind     record', 'kind     record\npages    2'), 'pages'],
    ['a label broken inside a word', changed('| 期限 |', '| 承诺办//理期限 |'), 'brokenLabel'],
    ['a character that no font has', changed('| 期限 |', '| 期限😀 |'), 'missingGlyph'],
    [
      'an option that does not fit into its cell',
      changed('table 25 25 25 25', 'table 10 40 25 25')
        .replace('| 编号 | [no]', '| [kind:服务于客户的全部过程] | [no]')
        .replace('商品 | 服务 | 其他', '服务于客户的全部过程 | 其他')
        .replace('line 种类：[kind]', 'line 种类：[kind:其他]'),
      'clipped',
    ],
    [
      'a blank too narrow for a pen',
      changed('审核：[sign]', '审核：[sign] | [memo~1]').replace('rules', '  memo "记" text max 3\nrules'),
      'narrow',
    ],
  ])('finds %s', (_, source, fault) => {
    expect(faultsOf(source)).toContain(fault)
  })

  it('fills every field to its declared length, and no further', () => {
    for (const rows of ['printed', 'all'] as const) {
      const values = longestValues(small, rows)
      expect(validateValues(small, values).filter(({ severity }) => severity === 'refuse')).toEqual([])
      expect(values.rows.items).toHaveLength(rows === 'all' ? 20 : 2)
    }
    const [row] = longestValues(small, 'printed').rows.items ?? []
    expect(row?.cells.name).toHaveLength(20)
    expect(row?.cells.price).toHaveLength(18)
  })

  it('finds text that leaves its cell, lies on other text, or is too small to read', () => {
    const run = page.runs.find(({ text }) => text === '品名')
    if (!run) throw new Error('no label')
    const rest = page.runs.filter((other) => other !== run)
    expect(faultsOn(page)).toEqual([])
    expect(faultsOn(spoilt({ runs: [...rest, { ...run, width: 400 }] }))).toContain('clipped')
    expect(faultsOn(spoilt({ runs: [...page.runs, { ...run, x: run.x + 2 }] }))).toContain('overlap')
    expect(faultsOn(spoilt({ runs: [...rest, { ...run, size: 7.5 }] }))).toContain('small')
  })

  it('finds a cell outside the paper and a place to write in on another', () => {
    const [cell] = page.cells
    const [slot] = page.slots.filter(({ kind }) => kind === 'text')
    if (!cell || !slot) throw new Error('no cell')
    expect(faultsOn(spoilt({ cells: [...page.cells, { ...cell, x: page.width - 20 }] }))).toContain('outside')
    expect(
      faultsOn(spoilt({ slots: [...page.slots, { ...slot, x: slot.x + 5, path: ['other'] }] })),
    ).toContain('overlap')
  })

  it('finds inputs that are missing, doubled, or too low for a pen', () => {
    const [slot] = page.slots.filter(({ kind }) => kind === 'text')
    if (!slot) throw new Error('no slot')
    const rest = page.slots.filter((other) => other !== slot)
    expect(inputFaults(page)).toEqual([])
    expect(inputFaults(spoilt({ slots: rest }))).toEqual(['undrawn'])
    expect(inputFaults(spoilt({ slots: [...page.slots, slot] }))).toContain('drawnTwice')
    expect(inputFaults(spoilt({ ticks: page.ticks.slice(1) }))).toEqual(['undrawn'])
    const low = { ...slot, cell: { ...slot.cell, height: 18 } }
    expect(inputFaults(spoilt({ slots: [...rest, low] }))).toEqual(['low'])
  })
})

describe('a label broken inside a word', () => {
  it.each([
    [['客户名', '称'], '名称'],
    [['承诺办', '理期限'], '办理'],
    [['客户', '名称'], null],
    [['电', '话'], null],
    [['10', '月'], null],
    [['合计'], null],
  ])('%j is said of %s', (lines, word) => {
    const found = breakInsideWord(lines, false)
    if (word === null) expect(found).toBeNull()
    else expect(found).toContain(word.slice(0, 1))
  })

  it('trusts the break that the template chooses where only a dictionary would read another word', () => {
    expect(breakInsideWord(['组织', '员工人数'], true)).toBeNull()
    expect(breakInsideWord(['客户名', '称'], true)).not.toBeNull()
  })
})
