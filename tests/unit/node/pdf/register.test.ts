import { describe, expect, it } from 'vitest'
import { renderJob } from '../../../../node/pdf/render-job'
import type { PdfResult } from '../../../../shared/ipc/contract'
import type { RegisterPrint } from '../../../../shared/print/register-input'
import { testFonts } from '../../../support/pdf-fonts'
import { letterhead, redSquare } from '../../../support/print-samples'
import { readPdf, type PdfPage } from '../../../support/read-pdf'

const NOW = Date.UTC(2026, 10, 21)
const LABELS = ['编号', '日期', '客户', '类型', '投诉缘由', '金额（元）', '状态']
const WEIGHTS = [2, 1.5, 2, 1.5, 5, 1.5, 1]

function register(rows: number, columns = LABELS.length): RegisterPrint {
  return {
    title: '客户投诉登记表一台账',
    letterhead,
    columns: LABELS.slice(0, columns).map((label, i) => ({
      label,
      align: i === 5 ? 'right' : 'left',
      weight: WEIGHTS[i] ?? 1,
    })),
    rows: Array.from({ length: rows }, (_, i) =>
      [
        `TS-2026-${String(i + 1).padStart(4, '0')}`,
        '2026-11-21',
        i % 7 === 0 ? '示例𠮷㛃有限公司' : '示例客户乙',
        '商品、服务',
        '送修后第三天再次不制冷，前台没有登记返修记录。'.repeat(1 + (i % 4)),
        '1,234.00',
        '已登记',
      ].slice(0, columns),
    ),
    footnote: '打印时间 2026-11-21 14:03　示例员工甲',
  }
}

async function paint(input: RegisterPrint): Promise<PdfResult> {
  const done = await renderJob({ job: 'register', register: input }, testFonts(), NOW)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value
}

const textOf = (page: PdfPage | undefined): string =>
  (page?.texts ?? [])
    .map((text) => text.text)
    .join('')
    .replace(/\s/gu, '')

describe('a printed register', () => {
  it('repeats head, firm and title on every page and numbers them', async () => {
    const { bytes, pages } = await paint(register(60))
    const file = await readPdf(bytes)
    expect(file.pages).toHaveLength(pages)
    expect(pages).toBeGreaterThan(2)
    file.pages.forEach((page, index) => {
      const text = textOf(page)
      for (const label of LABELS) expect(text).toContain(label)
      expect(text).toContain('示例电器有限公司')
      expect(text).toContain(index === 0 ? '客户投诉登记表一台账' : '客户投诉登记表一台账（续）')
      expect(text).toContain(`第${index + 1}页共${pages}页`)
      expect(text).toContain('打印时间2026-11-2114:03示例员工甲')
    })
  })

  it('prints every row once, whole, and every character of it', async () => {
    const input = register(60)
    const { bytes } = await paint(input)
    const text = (await readPdf(bytes)).pages.map(textOf).join('')
    for (const [number = ''] of input.rows) expect(text.split(number)).toHaveLength(2)
    expect(text.split('前台没有登记返修记录').length - 1).toBe(
      input.rows.reduce((sum, row) => sum + (row[4] ?? '').split('登记').length - 1, 0),
    )
    expect(text).toContain('示例𠮷㛃有限公司')
  })

  it('keeps text inside the sheet and at 8 pt or more', async () => {
    const file = await readPdf((await paint(register(30))).bytes)
    for (const page of file.pages) {
      for (const text of page.texts) {
        expect(text.x).toBeGreaterThan(18)
        expect(text.x + text.width).toBeLessThan(page.width - 18)
        expect(text.y).toBeLessThan(page.height - 18)
        if (text.text.trim() !== '') expect(text.size).toBeGreaterThanOrEqual(8)
      }
    }
  })

  it('keeps the text of a column inside its lines', async () => {
    const file = await readPdf((await paint(register(12))).bytes)
    const [page] = file.pages
    const verticals = [
      ...new Set(
        (page?.lines ?? [])
          .filter((line) => Math.abs(line.x1 - line.x2) < 0.1)
          .map((line) => Math.round(line.x1)),
      ),
    ]
    expect(verticals).toHaveLength(LABELS.length + 1)
    const bodyTop = Math.min(...(page?.lines ?? []).map((line) => (page?.height ?? 0) - line.y1))
    for (const text of page?.texts ?? []) {
      if (text.y < bodyTop || text.text.trim() === '' || /页|打印/u.test(text.text)) continue
      const crossed = verticals.filter((x) => x > text.x + 1 && x < text.x + text.width - 1)
      expect(crossed, text.text).toEqual([])
    }
  })

  it('lies across for many columns and stands upright for few', async () => {
    const [wide] = (await readPdf((await paint(register(3))).bytes)).pages
    const [narrow] = (await readPdf((await paint(register(3, 4))).bytes)).pages
    expect((wide?.width ?? 0) > (wide?.height ?? 0)).toBe(true)
    expect((narrow?.width ?? 0) < (narrow?.height ?? 0)).toBe(true)
  })

  it('prints an empty register with its head, and the logo', async () => {
    const { bytes, pages } = await paint({ ...register(0), letterhead: { ...letterhead, logo: redSquare } })
    expect(pages).toBe(1)
    expect(textOf((await readPdf(bytes)).pages[0])).toContain('投诉缘由')
    expect(Buffer.from(bytes).includes('/Subtype /Image')).toBe(true)
  })

  it('splits a row that is taller than a page, and loses nothing', async () => {
    const input = register(2)
    const long = Array.from({ length: 400 }, (_, i) => `第${i + 1}次送修记录；`).join('')
    const rows = input.rows.map((row) => row.map((cell, i) => (i === 4 ? long : cell)))
    const { bytes, pages } = await paint({ ...input, rows })
    expect(pages).toBeGreaterThan(2)
    const text = (await readPdf(bytes)).pages.map(textOf).join('')
    for (const i of [1, 57, 199, 200, 201, 400]) expect(text.split(`第${i}次送修记录`)).toHaveLength(3)
  })

  it('names what no font has', async () => {
    const input = register(1)
    const { missing } = await paint({ ...input, rows: [['\u{1f600}'], ...input.rows] })
    expect(missing).toEqual(['\u{1f600}'])
  })

  it('gives the same bytes for the same register and time', async () => {
    const first = await paint(register(20))
    const again = await paint(register(20))
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true)
  })
})
