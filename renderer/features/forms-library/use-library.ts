import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { whenIdle } from '../sheet'
import { useAppState } from '../../stores'
import { catalogue } from '../../../shared/catalogue'
import { useCurrentForms } from './current-forms'
import { findForms } from './find-forms'
import { createGallery, type Gallery, type GalleryStore } from './gallery-store'
import {
  groupsOf,
  inBookOrder,
  onShelf,
  shelvesOf,
  type Group,
  type LibraryForm,
  type Remembered,
  type Shelf,
} from './library'

/** One for the window: going to a form and back finds the library as it was left. */
const gallery = createGallery()

let ordered: readonly LibraryForm[] | null = null

/** All forms in the order of the books. */
const allForms = (): readonly LibraryForm[] => (ordered ??= inBookOrder(catalogue))

/** The same list while no form is the firm's own. */
function asUsed(
  forms: readonly LibraryForm[],
  currentOf: (code: string) => LibraryForm | undefined,
): readonly LibraryForm[] {
  const used = forms.map((form) => currentOf(form.code) ?? form)
  return used.every((form, i) => form === forms[i]) ? forms : used
}

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
  readonly current: LibraryForm | undefined
  readonly ticked: readonly LibraryForm[]
}

export function useLibrary(): Library {
  const state = useStore(gallery.store)
  const favourites = useAppState(({ settings }) => settings.favourites)
  const recents = useAppState(({ settings }) => settings.recents)
  const remembered = useMemo(() => ({ favourites, recents }), [favourites, recents])
  const currentOf = useCurrentForms()
  const forms = useMemo(() => asUsed(allForms(), currentOf), [currentOf])
  useEffect(() => {
    // Before somebody searches for a label or opens the panel; whatever is to be seen is read first.
    const stops = forms.map((form) => whenIdle.add(() => form.template))
    return () => {
      for (const stop of stops) stop()
    }
  }, [forms])
  const hits = useMemo(() => findForms(forms, state.query), [forms, state.query])
  const shelves = useMemo(
    () => shelvesOf(forms).map((shelf) => ({ shelf, count: onShelf(hits, shelf, remembered).length })),
    [forms, hits, remembered],
  )
  const groups = useMemo(
    () => groupsOf(hits, state.query, state.shelf, remembered),
    [hits, state.query, state.shelf, remembered],
  )
  const shown = groups.flatMap((group) => group.hits)
  const current = shown.find(({ form }) => form.code === state.current) ?? shown[0]
  return {
    gallery,
    state,
    count: forms.length,
    remembered,
    shelves,
    groups,
    foundAnywhere: hits.length,
    current: current?.form,
    ticked: state.ticked.flatMap((code) => currentOf(code) ?? []),
  }
}
