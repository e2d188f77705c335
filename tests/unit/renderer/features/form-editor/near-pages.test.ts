import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../../shared/catalogue'
import { setValue } from '../../../../../shared/forms'
import type { FormValues } from '../../../../../shared/forms/values'
import { layouter } from '../../../../../shared/print'
import { drawnPages, isDrawn } from '../../../../../renderer/features/form-editor/near-pages'
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

  it('are drawn where they are seen', () => {
    const third = desk.pages[2]
    if (!third) throw new Error('a short list')
    expect([...drawnPages(desk, { top: third.y + 10, bottom: third.y + 20 }, [])]).toEqual([2])
  })

  it('are drawn where the keyboard is, however far away', () => {
    const pages = drawnPages(desk, { top: 0, bottom: 10 }, [last, undefined])
    expect([...pages]).toEqual([0, layout.pages.length - 1])
    expect(last && isDrawn(last, pages)).toBe(true)
    expect(stops.filter((stop) => isDrawn(stop, pages)).length).toBeLessThan(stops.length / 2)
  })

  it('are all drawn where there are few', () => {
    const few = deskOf(layout.pages.slice(0, 5), 1)
    expect(drawnPages(few, { top: 0, bottom: 10 }, []).size).toBe(5)
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
