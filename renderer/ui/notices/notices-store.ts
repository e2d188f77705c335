import { createStore, type StoreApi } from 'zustand/vanilla'

/** One message at the foot of the window. */
export interface Notice {
  readonly id: number
  /** done: goes by itself; wrong: stays until it is dismissed. */
  readonly kind: 'done' | 'wrong'
  readonly text: string
  /** What it is about: of one topic only the newest failure is shown, and a success takes it away. */
  readonly topic?: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export interface Notices {
  readonly store: StoreApi<{ readonly notices: readonly Notice[] }>
  readonly tell: (text: string, action?: Notice['action']) => void
  readonly warn: (text: string, topic?: string, action?: Notice['action']) => void
  readonly dismiss: (id: number) => void
  /** What went wrong before has worked now: its failure is no longer shown. */
  readonly settle: (topic: string) => void
  /** Dismisses the topmost failure; false where there is none. */
  readonly dismissTop: () => boolean
}

export function createNotices(): Notices {
  const store = createStore<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }))
  let last = 0
  const add = (said: Omit<Notice, 'id'>) => {
    last += 1
    const notice: Notice = { id: last, ...said }
    const { kind, text, topic } = notice
    // The same message twice is one message; of those that go by themselves the newest is enough.
    const stays = (other: Notice) =>
      other.text !== text &&
      (topic === undefined || other.topic !== topic) &&
      (kind === 'wrong' || other.kind === 'wrong')
    store.setState(({ notices }) => ({ notices: [...notices.filter(stays), notice] }))
  }
  const keep = (stays: (notice: Notice) => boolean) => {
    const { notices } = store.getState()
    if (!notices.every(stays)) store.setState({ notices: notices.filter(stays) })
  }
  return {
    store,
    tell: (text, action) => {
      add({ kind: 'done', text, ...(action ? { action } : {}) })
    },
    warn: (text, topic, action) => {
      add({ kind: 'wrong', text, ...(topic === undefined ? {} : { topic }), ...(action ? { action } : {}) })
    },
    dismiss: (id) => {
      keep((notice) => notice.id !== id)
    },
    settle: (topic) => {
      keep((notice) => notice.topic !== topic)
    },
    dismissTop: () => {
      const top = store.getState().notices.find(({ kind }) => kind === 'wrong')
      if (top) keep((notice) => notice !== top)
      return top !== undefined
    },
  }
}
