import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Shelf } from './library'

/** Where the person stands in the library; it is the same again after a form was filled in. */
export interface Gallery {
  readonly shelf: Shelf
  readonly query: string
  /** Code of the form that arrows and mouse stand on; null: the first one shown. */
  readonly current: string | null
  /** Codes of the forms that were chosen for one job, in the order of choosing. */
  readonly ticked: readonly string[]
}

export interface GalleryStore {
  readonly store: StoreApi<Gallery>
  /** A new query looks at all forms, and its best hit is the one that Enter fills. */
  readonly search: (query: string) => void
  readonly open: (shelf: Shelf) => void
  readonly moveTo: (code: string) => void
  readonly toggle: (code: string) => void
  readonly tick: (codes: readonly string[]) => void
}

const wholeLibrary: Gallery = { shelf: { shelf: 'all' }, query: '', current: null, ticked: [] }

export function createGallery(): GalleryStore {
  const store = createStore<Gallery>(() => wholeLibrary)
  const { setState } = store
  return {
    store,
    search: (query) => {
      setState(({ query: before, shelf }) => ({
        query,
        current: null,
        shelf: before.trim() === '' && query.trim() !== '' ? wholeLibrary.shelf : shelf,
      }))
    },
    open: (shelf) => {
      setState({ shelf, current: null })
    },
    moveTo: (current) => {
      setState({ current })
    },
    toggle: (code) => {
      setState(({ ticked }) => ({
        current: code,
        ticked: ticked.includes(code) ? ticked.filter((other) => other !== code) : [...ticked, code],
      }))
    },
    tick: (codes) => {
      setState({ ticked: [...new Set(codes)] })
    },
  }
}
