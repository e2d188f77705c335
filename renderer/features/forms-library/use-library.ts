import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useAppState } from '../../stores'
import { catalogue, entryByCode } from '../../../shared/catalogue'
import type { Template } from '../../../shared/forms/template'
import { findForms } from './find-forms'
import { createGallery, type Gallery, type GalleryStore } from './gallery-store'
import { groupsOf, inBookOrder, onShelf, shelvesOf, type Group, type Remembered, type Shelf } from './library'

/** One for the window: going to a form and back finds the library as it was left. */
const gallery = createGallery()

let ordered: readonly Template[] | null = null

/** All forms in the order of the books; parsed when first asked for. */
const allForms = (): readonly Template[] =>
  (ordered ??= inBookOrder(catalogue.map((entry) => entry.template)))

export interface Library {
  readonly gallery: GalleryStore
  readonly state: Gallery
  readonly count: number
  readonly remembered: Remembered
  readonly shelves: readonly { readonly shelf: Shelf; readonly count: number }[]
  readonly groups: readonly Group[]
  /** Forms of any shelf that the query finds. */
  readonly foundAnywhere: number
  /** The form that the panel shows: the one stood on, otherwise the first. */
  readonly current: Template | undefined
  readonly ticked: readonly Template[]
}

export function useLibrary(): Library {
  const state = useStore(gallery.store)
  const favourites = useAppState(({ settings }) => settings.favourites)
  const recents = useAppState(({ settings }) => settings.recents)
  const remembered = useMemo(() => ({ favourites, recents }), [favourites, recents])
  const templates = allForms()
  const hits = useMemo(() => findForms(templates, state.query), [templates, state.query])
  const shelves = useMemo(
    () => shelvesOf(templates).map((shelf) => ({ shelf, count: onShelf(hits, shelf, remembered).length })),
    [templates, hits, remembered],
  )
  const groups = useMemo(
    () => groupsOf(hits, state.query, state.shelf, remembered),
    [hits, state.query, state.shelf, remembered],
  )
  const shown = groups.flatMap((group) => group.hits)
  const current = shown.find(({ template }) => template.code === state.current) ?? shown[0]
  return {
    gallery,
    state,
    count: templates.length,
    remembered,
    shelves,
    groups,
    foundAnywhere: hits.length,
    current: current?.template,
    ticked: state.ticked.flatMap((code) => entryByCode(code)?.template ?? []),
  }
}
