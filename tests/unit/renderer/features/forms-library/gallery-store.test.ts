import { describe, expect, it } from 'vitest'
import { createGallery } from '../../../../../renderer/features/forms-library/gallery-store'

describe('where a person stands in the library', () => {
  it('is all forms when a search begins, and stays on a shelf that is opened during it', () => {
    const gallery = createGallery()
    const module = { shelf: 'module', module: '客户投诉' } as const
    gallery.open(module)
    gallery.moveTo('KHTS-BD-002')
    gallery.search('d')
    expect(gallery.store.getState()).toMatchObject({ shelf: { shelf: 'all' }, query: 'd', current: null })
    gallery.open(module)
    gallery.search('dj')
    expect(gallery.store.getState()).toMatchObject({ shelf: module, query: 'dj' })
  })

  it('keeps the chosen forms in the order of choosing, each once', () => {
    const gallery = createGallery()
    gallery.toggle('B')
    gallery.toggle('A')
    gallery.tick(['B', 'A', 'C', 'A'])
    expect(gallery.store.getState().ticked).toEqual(['B', 'A', 'C'])
    gallery.toggle('A')
    expect(gallery.store.getState()).toMatchObject({ ticked: ['B', 'C'], current: 'A' })
  })

  it('keeps what was chosen while shelves and queries change', () => {
    const gallery = createGallery()
    gallery.toggle('A')
    gallery.open({ shelf: 'recents' })
    gallery.search('x')
    expect(gallery.store.getState().ticked).toEqual(['A'])
  })
})
