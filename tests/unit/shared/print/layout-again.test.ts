import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import { setValue } from '../../../../shared/forms'
import { pathKey } from '../../../../shared/forms/field'
import { layouter } from '../../../../shared/print'
import { longList } from '../../../support/long-list'

const template = entryByCode('SHFW-BD-006')?.template
if (!template) throw new Error('no such form')
const page = { template, letterhead: { firm: '' }, mode: 'filled' } as const

describe('a form that is laid out again', () => {
  it('keeps every cell, slot and run of its table that a key did not change as the very same object', () => {
    const lay = layouter()
    const values = longList(template, 60)
    const path = ['items', 'row3', 'product']
    const before = lay({ ...page, values }).pages[0]
    const after = lay({ ...page, values: setValue(values, path, '示例9') }).pages[0]
    expect(after).not.toBe(before)
    const isOwn = (at: { readonly path?: readonly string[] }) =>
      at.path !== undefined && pathKey(at.path) === pathKey(path)
    const changed = (now: readonly object[] = [], then: readonly object[] = []) =>
      now.filter((each) => !then.includes(each))
    // What stands around the table is little, and set anew with its page.
    const top = after?.cells[0]?.y ?? 0
    const inTable = after?.runs.filter(({ role, y }) => role !== 'chrome' && y > top)
    expect(changed(inTable, before?.runs)).toEqual(after?.runs.filter(isOwn))
    const slots = after?.slots.filter(({ y }) => y > top)
    expect(changed(slots, before?.slots)).toEqual(after?.slots.filter(isOwn))
    expect(changed(after?.cells, before?.cells)).toHaveLength(1)
    expect(after?.runs.filter(isOwn).map(({ text }) => text)).toEqual(['示例9'])
  })

  it('names a character that no font has as long as it stands there, in cells that are not drawn again too', () => {
    const lay = layouter()
    const rare = setValue(longList(template, 20), ['items', 'row2', 'product'], '示\u{10FFFD}')
    expect(lay({ ...page, values: rare }).missing).toEqual(['\u{10FFFD}'])
    const typed = setValue(rare, ['items', 'row3', 'product'], '示例')
    expect(lay({ ...page, values: typed }).missing).toEqual(['\u{10FFFD}'])
    const gone = setValue(typed, ['items', 'row2', 'product'], '示')
    expect(lay({ ...page, values: gone }).missing).toEqual([])
  })
})
