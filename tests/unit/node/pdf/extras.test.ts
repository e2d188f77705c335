import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { renderJob } from '../../../../node/pdf/render-job'
import { emptyValues } from '../../../../shared/forms/values'
import type { FormSheet, PrintJob } from '../../../../shared/ipc/contract'
import { parseCall } from '../../../../shared/ipc/schema'
import { layoutExtra, type ExtraPage } from '../../../../shared/print/extra-page'
import { testFonts } from '../../../support/pdf-fonts'
import { hardForm, letterhead } from '../../../support/print-samples'
import { readPdf } from '../../../support/read-pdf'
import { must } from '../../../support/store'

const bytes = new Uint8Array(PNG.sync.write(new PNG({ width: 40, height: 20 })))
const picture: ExtraPage = {
  page: 'picture',
  bytes,
  width: 40,
  height: 20,
  caption: 'TS-2026-0001 · 现场照片.png',
}
const note: ExtraPage = {
  page: 'note',
  title: '附件清单',
  lines: ['合同.docx（请另行打印）', '长'.repeat(200)],
}

const sheet: FormSheet = { template: hardForm(), values: emptyValues, letterhead, mode: 'filled' }
const jobOf = (extras: readonly ExtraPage[]): PrintJob => ({ job: 'form', sheets: [sheet], extras })

describe('pages behind a form', () => {
  it('are its pictures, fitted and named, and its notes', async () => {
    const job = jobOf([picture, note])
    expect(parseCall('pdf:bytes', job).ok).toBe(true)
    const result = must(await renderJob(job, testFonts(), 0))
    const { pages } = await readPdf(result.bytes)
    expect(result.pages).toBe(pages.length)
    const [across, listed] = pages.slice(-2)
    expect([across!.width > across!.height, listed!.width < listed!.height]).toEqual([true, true])
    const textOf = (page: typeof across) => page!.texts.map(({ text }) => text).join('')
    expect(textOf(across)).toContain('现场照片.png')
    expect(textOf(listed)).toContain('附件清单')
    expect(textOf(listed)).toContain('合同.docx')
  })

  it('keep a picture within the margins and never blow it up', () => {
    const [small] = layoutExtra(picture)
    expect(small?.picture).toMatchObject({ width: 30, height: 15 })
    const [large] = layoutExtra({ ...picture, width: 3000, height: 9000 })
    const { x, y, width, height } = large!.picture!
    expect(x).toBeGreaterThan(40)
    expect(x + width).toBeLessThan(595 - 40)
    expect(y + height).toBeLessThanOrEqual(842 - 42)
    expect(width / height).toBeCloseTo(1 / 3)
  })

  it('break long notes over lines and pages, and lose none', () => {
    const lines = Array.from({ length: 120 }, (_, i) => `附件${i}`)
    const pages = layoutExtra({ page: 'note', title: '附件清单', lines })
    const said = pages.flatMap(({ page }) => page.runs.map(({ text }) => text))
    expect(pages.length).toBeGreaterThan(1)
    expect(said.filter((text) => text !== '附件清单')).toEqual(lines)
    for (const { page } of pages) for (const run of page.runs) expect(run.y).toBeLessThan(800)
  })

  it('are refused when they are no picture', () => {
    const bad = jobOf([{ ...picture, bytes: new TextEncoder().encode('<svg>') }])
    expect(parseCall('pdf:bytes', bad).ok).toBe(false)
  })
})
