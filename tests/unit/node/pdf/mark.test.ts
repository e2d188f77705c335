import { expect, it } from 'vitest'
import { renderJob } from '../../../../node/pdf/render-job'
import { entryByCode } from '../../../../shared/catalogue'
import { testFonts } from '../../../support/pdf-fonts'
import { letterhead } from '../../../support/print-samples'
import { readPdf, type PdfPage } from '../../../support/read-pdf'

const MARK = '演示数据，不作凭证'
const complaint = entryByCode('KHTS-BD-001')
if (!complaint) throw new Error('no such form')
const { template, sample } = complaint

const pagesOf = async (mark?: string): Promise<readonly PdfPage[]> => {
  const fonts = { ...testFonts(), ...(mark === undefined ? {} : { mark }) }
  const sheet = { template, values: sample, letterhead, mode: 'filled', copies: 2 } as const
  const note = { page: 'note', title: '附件', lines: ['一'] } as const
  const done = await renderJob({ job: 'form', sheets: [sheet], extras: [note] }, fonts, 0)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return (await readPdf(done.value.bytes)).pages
}
const wordsOf = (page: PdfPage) => page.texts.map(({ text }) => text).join('')

it('stands small at the foot of every page, copies and attachments too', async () => {
  const pages = await pagesOf(MARK)
  expect(pages).toHaveLength(3)
  for (const page of pages) {
    expect(wordsOf(page)).toContain(MARK)
    const mark = page.texts.find(({ text }) => text.startsWith('演示'))
    expect(mark?.size).toBe(8)
    expect(mark?.y).toBeGreaterThan(page.height - 30)
    expect(mark?.y).toBeLessThan(page.height - 18)
  }
})

it('is nowhere without being asked for', async () => {
  for (const page of await pagesOf()) expect(wordsOf(page)).not.toContain('演示')
})
