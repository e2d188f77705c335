import { createStore, type StoreApi } from 'zustand/vanilla'

export interface LockState {
  /** The pages can be used: before that there is nothing to lock. */
  readonly ready: boolean
  readonly locked: boolean
  /** Somebody locked it before that. */
  readonly asked: boolean
}

/** Whether the window shows only who may go on. */
export interface Lock {
  readonly store: StoreApi<LockState>
  /** From now on the window can be locked; `locked`: it is at once. */
  readonly begin: (locked: boolean) => void
  /** Locks at once; what was being typed is put down at the same time. */
  readonly lock: () => void
  readonly unlock: () => void
}

/** `putDown` writes the drafts of open forms; a failure of theirs is told by them and keeps nothing open. */
export function createLock(putDown: () => Promise<void>): Lock {
  const store = createStore<LockState>(() => ({ ready: false, locked: false, asked: false }))
  return {
    store,
    begin: (locked) => {
      store.setState({ ready: true, locked, asked: false })
    },
    lock: () => {
      const { ready, locked } = store.getState()
      if (!ready) store.setState({ asked: true })
      if (!ready || locked) return
      void putDown().catch(() => undefined)
      store.setState({ locked: true })
    },
    unlock: () => {
      store.setState({ locked: false })
    },
  }
}
