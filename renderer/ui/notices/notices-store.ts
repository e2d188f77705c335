import { createStore, type StoreApi } from 'zustand/vanilla'

/** One message at the foot of the window. */
export interface Notice {
  readonly id: number
  /** done: goes by itself; wrong: stays until it is dismissed. */
  readonly kind: 'done' | 'wrong'
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export interface Notices {
  readonly store: StoreApi<{ readonly notices: readonly Notice[] }>
  readonly tell: (text: string, action?: Notice['action']) => void
  readonly warn: (text: string, action?: Notice['action']) => void
  readonly dismiss: (id: number) => void
}

export function createNotices(): Notices {
  const store = createStore<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }))
  let last = 0
  const add = (kind: Notice['kind'], text: string, action?: Notice['action']) => {
    last += 1
    const notice: Notice = { id: last, kind, text, ...(action ? { action } : {}) }
    store.setState(({ notices }) => ({
      // The same message twice is one message; of those that go by themselves the newest is enough.
      notices: [
        ...notices.filter((other) => other.text !== text && (kind === 'wrong' || other.kind === 'wrong')),
        notice,
      ],
    }))
  }
  return {
    store,
    tell: (text, action) => {
      add('done', text, action)
    },
    warn: (text, action) => {
      add('wrong', text, action)
    },
    dismiss: (id) => {
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
    },
  }
}
