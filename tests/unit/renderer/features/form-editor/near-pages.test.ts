import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../../shared/catalogue'
import { setValue } from '../../../../../shared/forms'
import type { FormValues } from '../../../../../shared/forms/values'
import { layouter } from '../../../../../shared/print'
import { drawnParts, isDrawn } from '../../../../../renderer/features/form-editor/near-pages'
import { deskOf } from '../../../../../renderer/features/form-editor/place'
import { stopFinder, stopsOf } from '../../../../../renderer/features/form-editor/stops'
import { longList } from '../../../../support/long-list'
import { letterhead } from '../../../../support/print-samples'

const template = entryByCode('SHFW-BD-006')?.template
if (!template) throw new Error('no such form')
const values = longList(template, 100)
const layOut = layouter()
const lay = (shown: FormValues) => layOut({ template, values: shown, letterhead, mode: 'filled' })

describe('the pages of a long list', () => {
  const layout = lay(values)
  const stops = stopsOf(layout, template, values)
  const desk = deskOf(layout.pages, 1)
  const last = stops.at(-1)

  const nobody = { held: [], wanted: undefined }

  it('are drawn where they are seen, and no further', () => {
    const third = desk.pages[2]
    if (!third) throw new Error('a short list')
    const parts = drawnParts(desk, { top: third.y + 10, bottom: third.y + 200 }, nobody)
    expect([...parts]).toEqual([[2, { top: 10, bottom: 200 }]])
    const drawn = stops.filter((stop) => isDrawn(stop, parts))
    const seen = stops.filter(({ slots }) =>
      slots.some(({ page, slot: { cell } }) => page === 2 && cell.y <= 200 && cell.y + cell.height >= 10),
    )
    expect(drawn).toEqual(seen)
    expect(drawn.length).toBeGreaterThan(0)
    expect(drawn.length).toBeLessThan(stops.length / 10)
  })

  it('are drawn where the keyboard is, however far away', () => {
    const parts = drawnParts(desk, { top: 0, bottom: 10 }, { held: [last, undefined], wanted: undefined })
    expect([...parts.keys()]).toEqual([0, layout.pages.length - 1])
    expect(last && isDrawn(last, parts)).toBe(true)
    expect(stops.filter((stop) => isDrawn(stop, parts)).length).toBeLessThan(stops.length / 10)
  })

  it('are drawn around the place that the keyboard is to reach, as far as will be seen there', () => {
    const at = stops.findIndex(({ slots }) => slots[0]?.page === 5)
    const wanted = stops[at]
    const before = stops[at - 1]
    const parts = drawnParts(desk, { top: 0, bottom: 300 }, { held: [], wanted })
    expect([...parts.keys()]).toEqual([0, 4, 5])
    expect(wanted && before && isDrawn(wanted, parts) && isDrawn(before, parts)).toBe(true)
  })

  it('are all drawn whole where there are few', () => {
    const few = deskOf(layout.pages.slice(0, 5), 1)
    const parts = drawnParts(few, { top: 0, bottom: 10 }, nobody)
    expect(parts.size).toBe(5)
    const short = stops.filter(({ slots }) => slots.every(({ page }) => page < 5))
    expect(short.every((stop) => isDrawn(stop, parts))).toBe(true)
  })
})

describe('the stops of a long list', () => {
  it('are found again as if for the first time, and are the same objects on pages that stayed', () => {
    const find = stopFinder()
    const before = find(lay(values), template, values)
    const typed = setValue(values, ['items', 'row50', 'product'], '示例产品')
    const layout = lay(typed)
    const after = find(layout, template, typed)
    expect(after).toEqual(stopsOf(layout, template, typed))
    expect(after[0]).toBe(before[0])
    expect(after.filter((stop, at) => stop !== before[at]).length).toBeLessThan(200)
    const removed = { ...typed, rows: { items: typed.rows['items']?.slice(1) ?? [] } }
    const shorter = lay(removed)
    expect(find(shorter, template, removed)).toEqual(stopsOf(shorter, template, removed))
  })
})
