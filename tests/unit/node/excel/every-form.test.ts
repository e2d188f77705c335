import { describe, expect, it } from 'vitest'
import { formsWorkbook } from '../../../../node/excel'
import { catalogue } from '../../../../shared/catalogue'
import { expandGrid } from '../../../../shared/forms'
import { emptyValues } from '../../../../shared/forms/values'
import type { FormSheet } from '../../../../shared/ipc/contract'
import { letterhead } from '../../../support/print-samples'
import { placeOf, readXlsx, type ReadSheet } from '../../../support/read-xlsx'

const NOW = Date.UTC(2026, 10, 21)
const DIGIT_POINTS = 6

const known = new Map<FormSheet, Promise<ReadSheet>>()

/** The sheet as it is read back; each is written once for all its tests. */
function written(form: FormSheet): Promise<ReadSheet> {
  const sheet = known.get(form) ?? writeAndRead(form)
  known.set(form, sheet)
  return sheet
}

async function writeAndRead(form: FormSheet): Promise<ReadSheet> {
  const workbook = await formsWorkbook([form], NOW)
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.error))
  const [read] = readXlsx(workbook.value).sheets
  if (!read) throw new Error('no sheet')
  return read
}

/** Text without the spaces and line ends that only set it. */
const closed = (text: string): string => text.replace(/\s/gu, '')

const textsOf = (sheet: ReadSheet): string =>
  closed([...sheet.cells.values()].map(({ text }) => text).join('|'))

describe.each(catalogue.map(({ code }) => code))('%s as an Excel sheet', (code) => {
  const entry = catalogue.find((each) => each.code === code)
  if (!entry) throw new Error(code)
  const { template, sample } = entry
  const blank: FormSheet = { template, values: emptyValues, letterhead, mode: 'blank' }
  const filled: FormSheet = { template, values: sample, letterhead, mode: 'filled' }

  it.each([blank, filled])('keeps within its columns and merges nothing twice ($mode)', async (form) => {
    const sheet = await written(form)
    const taken = new Set<string>()
    const twice: string[] = []
    for (const merge of sheet.merges) {
      const [from = '', to = ''] = merge.split(':')
      const [top, left] = placeOf(from)
      const [bottom, right] = placeOf(to)
      expect(right).toBeLessThan(sheet.widths.length)
      expect(bottom).toBeLessThan(sheet.heights.length)
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          const square = `${row},${column}`
          if (taken.has(square)) twice.push(`${merge} overlaps another merge`)
          taken.add(square)
        }
      }
    }
    expect(twice).toEqual([])
    expect(Math.max(...sheet.heights)).toBeLessThanOrEqual(409.5)
  })

  it('is as wide as the paper leaves room', async () => {
    const { widths, xml } = await written(blank)
    const inches = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(xml)?.[1])
    const { size, orientation } = template.paper
    const [shorter, longer] = { A3: [297, 420], A4: [210, 297], B5: [176, 250], '16K': [184, 260] }[size]
    const paper = ((orientation === 'portrait' ? (shorter ?? 0) : (longer ?? 0)) / 25.4) * 72
    const room = paper - (inches('left') + inches('right')) * 72
    const width = widths.reduce((sum, each) => sum + each, 0) * DIGIT_POINTS
    expect(Math.abs(width - room)).toBeLessThan(1)
  })

  it('has the cells of every table, with lines around them', async () => {
    const sheet = await written(filled)
    const count = template.body.reduce(
      (sum, block) => sum + (block.block === 'grid' ? expandGrid(template, block, sample).cells.length : 0),
      0,
    )
    const merged = new Set<string>()
    const places = [...sheet.cells.values()].map((cell) => [cell, placeOf(cell.ref)] as const)
    for (const merge of sheet.merges) {
      const [from = '', to = ''] = merge.split(':')
      const [top, left] = placeOf(from)
      const [bottom, right] = placeOf(to)
      for (const [cell, [row, column]] of places) {
        const isFirst = row === top && column === left
        if (!isFirst && row >= top && row <= bottom && column >= left && column <= right) merged.add(cell.ref)
      }
    }
    const bordered = [...sheet.cells.values()].filter(
      ({ ref, border }) => !merged.has(ref) && border.top !== '' && border.left !== '',
    )
    expect(bordered).toHaveLength(count)
  })

  it('says every label of the form', async () => {
    const sheet = await written(blank)
    const texts = textsOf(sheet)
    const numbers = [...sheet.cells.values()].flatMap(({ number }) => number ?? [])
    const lacking: string[] = []
    for (const block of template.body) {
      if (block.block !== 'grid') continue
      for (const { lines, diagonal = [] } of expandGrid(template, block, emptyValues).cells) {
        const labels = [
          ...lines.flat().flatMap((piece) => (piece.piece === 'text' ? [piece.text] : [])),
          ...diagonal,
        ]
        for (const label of labels) {
          const text = closed(label)
          if (!texts.includes(text) && !numbers.includes(Number(text))) lacking.push(label)
        }
      }
    }
    expect(lacking).toEqual([])
    expect(texts).toContain(closed(template.title))
    expect(texts).toContain(template.code)
    expect(texts).toContain(letterhead.firm)
  })

  it.each([blank, filled])('has no formula and no error in it ($mode)', async (form) => {
    const { xml, cells } = await written(form)
    expect(xml).not.toMatch(/<f[\s>/]/)
    for (const { type } of cells.values()) expect([undefined, 's', 'inlineStr']).toContain(type)
  })
})
