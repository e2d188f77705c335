import { describe, expect, it } from 'vitest'
import { deskOf, onDesk } from '../../../../../renderer/features/form-editor/place'
import { visibleHeights } from '../../../../../renderer/features/sheet/visible-height'
import { drawSheet } from './sheet'

describe('pages on the desk', () => {
  it('stands pages under each other, centred, with desk between them', () => {
    const desk = deskOf(
      [
        { width: 600, height: 800 },
        { width: 500, height: 300 },
      ],
      2,
    )
    expect(desk).toMatchObject({ width: 1200, height: 2224 })
    expect(desk.pages).toEqual([
      { x: 0, y: 0, height: 800 },
      { x: 100, y: 1624, height: 300 },
    ])
    expect(onDesk(desk, 1, { x: 10, y: 20, width: 30, height: 40 })).toEqual({
      x: 120,
      y: 1664,
      width: 60,
      height: 80,
    })
  })

  it('crops only the empty rest of the last page', () => {
    const { layout } = drawSheet()
    const page = layout.pages[0]
    if (!page) throw new Error('no page')
    expect(visibleHeights(layout, false)).toEqual([page.height])
    const [cropped = 0] = visibleHeights(layout, true)
    expect(cropped).toBeLessThan(page.height)
    expect(cropped).toBeGreaterThan(page.contentBottom)
    const two = { ...layout, pages: [page, page] }
    expect(visibleHeights(two, true)).toEqual([page.height, cropped])
    // Never through the page number.
    const full = { ...layout, pages: [{ ...page, contentBottom: page.height - 70 }] }
    expect(visibleHeights(full, true)).toEqual([page.height])
  })
})
