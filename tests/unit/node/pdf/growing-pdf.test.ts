import { describe, expect, it } from 'vitest'
import { joined } from '../../../../node/pdf/collect'
import { BadImage, GrowingPdf } from '../../../../node/pdf/growing-pdf'
import { entryByCode } from '../../../../shared/catalogue'
import type { FormSheet } from '../../../../shared/ipc/contract'
import { testFonts } from '../../../support/pdf-fonts'
import { letterhead, redSquare } from '../../../support/print-samples'
import { readPdf } from '../../../support/read-pdf'

const NOW = Date.UTC(2026, 10, 22)

function sheetOf(code: string, more: Partial<FormSheet> = {}): FormSheet {
  const entry = entryByCode(code)
  if (!entry) throw new Error('no such form')
  return { template: entry.template, values: entry.sample, letterhead, mode: 'filled', ...more }
}

/** One page, and two. */
const single = sheetOf('KHTS-BD-001')
const noted = { page: 'note', title: '附件', lines: ['示例'] } as const
const numbered = (number: string): FormSheet => ({
  ...single,
  values: { ...single.values, fields: { ...single.values.fields, customer: { name: number } } },
})

function growing() {
  const chunks: Uint8Array[] = []
  const pdf = new GrowingPdf(testFonts(), { title: '示例', firm: '示例电器有限公司', now: NOW }, (chunk) =>
    chunks.push(chunk),
  )
  const read = async () => {
    await pdf.end()
    return readPdf(joined(chunks))
  }
  return { pdf, chunks, read }
}

const isEmpty = (page: { readonly texts: readonly unknown[]; readonly lines: readonly unknown[] }) =>
  page.texts.length === 0 && page.lines.length === 0

describe('a PDF that grows', () => {
  it('hands on each page when the next one is begun, and cuts the fonts once, at the end', async () => {
    const { pdf, chunks, read } = growing()
    const sizes: number[] = []
    for (let at = 0; at < 6; at++) {
      pdf.add(numbered(`客户${String(at)}`))
      await new Promise(setImmediate)
      sizes.push(chunks.reduce((sum, { length }) => sum + length, 0))
    }
    // From the second page on there is something more each time, and all alike little: no font.
    const steps = sizes.slice(1).map((size, at) => size - (sizes[at] ?? 0))
    for (const step of steps) expect(step).toBeGreaterThan(1000)
    expect(sizes.at(-1)).toBeLessThan(60_000)
    const file = await read()
    expect(file.pages).toHaveLength(6)
    file.pages.forEach((page, at) => {
      expect(page.texts.map(({ text }) => text).join('')).toContain(`客户${String(at)}`)
    })
    expect(joined(chunks).length).toBeGreaterThan((sizes.at(-1) ?? 0) + 20_000)
  })

  it('begins every sheet on a front side where that is wanted, copies too, with nothing on the pages between', async () => {
    const { pdf, read } = growing()
    // Three pages, then one page twice, then two pages.
    const added = [
      pdf.add(single, [noted, noted], true),
      pdf.add({ ...single, copies: 2 }, [], true),
      pdf.add(single, [noted], true),
    ]
    expect(added.map(({ start }) => start)).toEqual([0, 4, 8])
    const file = await read()
    expect(file.pages.map(isEmpty)).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      false,
    ])
    expect(pdf.alike).toEqual([0, 1, 2, 3, 4, 5, 4, 7, 8, 9])
    expect(pdf.pages).toBe(10)
  })

  it('goes on without a gap where fronts do not matter', async () => {
    const { pdf, read } = growing()
    pdf.add(single)
    expect(pdf.add({ ...single, copies: 3 }).pages).toBe(3)
    expect((await read()).pages.map(isEmpty)).toEqual([false, false, false, false])
  })

  it('is as before when a sheet cannot be painted, though some of its pages were', async () => {
    const { pdf, read } = growing()
    pdf.add(numbered('甲方'))
    const damaged = {
      page: 'picture',
      bytes: new Uint8Array([0xff, 0xd8, 0xff]),
      width: 9,
      height: 9,
      caption: '',
    } as const
    expect(() => pdf.add(numbered('乙方'), [noted, damaged], true)).toThrow()
    const bad = { ...redSquare, source: 'data:image/png;base64,AAAA' }
    expect(() => pdf.add({ ...single, letterhead: { ...letterhead, logo: bad } })).toThrow(BadImage)
    expect(pdf.pages).toBe(1)
    pdf.add(numbered('丙方'))
    const file = await read()
    const texts = file.pages.map(({ texts }) => texts.map(({ text }) => text).join(''))
    expect(texts).toHaveLength(2)
    expect(texts[0]).toContain('甲方')
    expect(texts[1]).toContain('丙方')
    expect([...pdf.papers.values()].map(({ pages }) => pages)).toEqual([2])
  })

  it('counts the pages of each paper', () => {
    const { pdf } = growing()
    pdf.add({ ...single, copies: 2 })
    pdf.add({ ...single, setup: { paper: { size: 'A3', orientation: 'landscape' } } }, [noted])
    const papers = [...pdf.papers.values()].map(({ width, pages }) => [Math.round(width), pages])
    expect(papers).toEqual([
      [595, 3],
      [1191, 1],
    ])
  })
})
