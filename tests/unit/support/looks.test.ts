import { describe, expect, it } from 'vitest'
import { PNG } from 'pngjs'
import { entryByCode } from '../../../shared/catalogue'
import type { FormSheet } from '../../../shared/ipc/contract'
import { comparePages, drawPages } from '../../support/looks'

const entry = entryByCode('KHTS-BD-001')
if (!entry) throw new Error('no form')
const { template, sample: values } = entry
const sheet: FormSheet = { template, values, letterhead: { firm: '示例电器有限公司' }, mode: 'filled' }

const draw = async (changed: Partial<FormSheet> = {}): Promise<Buffer> => {
  const [page] = await drawPages([{ ...sheet, ...changed }])
  if (!page) throw new Error('no page')
  return page
}

describe('comparing pages with approved ones', () => {
  it('takes the same page for alike, and a page that was never approved for new', async () => {
    const page = await draw()
    expect(comparePages(page, await draw())).toEqual({ is: 'alike' })
    expect(comparePages(null, page)).toEqual({ is: 'new' })
  })

  it('sees one character that is missing', async () => {
    const fewer = { ...values, fields: { ...values.fields, phone: '138 0000 000' } }
    expect(comparePages(await draw(), await draw({ values: fewer })).is).toBe('different')
  })

  it('sees a tick in another box, and a row that is a millimetre higher', async () => {
    const other = { ...values, fields: { ...values.fields, decision: '不予受理' } }
    expect(comparePages(await draw(), await draw({ values: other })).is).toBe('different')
    const body = template.body.map((block) =>
      block.block === 'grid'
        ? {
            ...block,
            rows: block.rows.map((row, at) => (at === 3 ? { ...row, height: row.height + 1 } : row)),
          }
        : block,
    )
    expect(comparePages(await draw(), await draw({ template: { ...template, body } })).is).toBe('different')
  })

  it('sees other paper', async () => {
    const paper = { size: 'B5', orientation: 'portrait' } as const
    expect(comparePages(await draw(), await draw({ setup: { paper } })).is).toBe('otherSize')
  })

  it('forgives a few pixels that another rasteriser smooths differently', async () => {
    const page = await draw()
    const picture = PNG.sync.read(page)
    for (let i = 0; i < 6; i++) picture.data.fill(90, i * 4000, i * 4000 + 3)
    expect(comparePages(page, PNG.sync.write(picture)).is).toBe('alike')
  })
})
