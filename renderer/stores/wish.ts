import { useEffect, useEffectEvent } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What a page is to do at once for whoever was led to it: open its import, show one of its parts. */
export type Wish =
  'importCustomers' | 'importRecords' | 'restore' | 'backup' | 'firm' | 'staff' | 'calendar' | 'folder'

const store = createStore<{ readonly wish: Wish | null }>(() => ({ wish: null }))

/** Takes the place of the last wish; said before the way to the page is taken. */
export function makeWish(wish: Wish): void {
  store.setState({ wish })
}

/** Does what was wished for, once: as soon as the page is there. */
export function useWish(wishes: readonly Wish[], act: (wish: Wish) => void): void {
  const wish = useStore(store, (state) => state.wish)
  const mine = wish !== null && wishes.includes(wish) ? wish : null
  const grant = useEffectEvent((granted: Wish) => {
    store.setState({ wish: null })
    act(granted)
  })
  useEffect(() => {
    if (mine !== null) grant(mine)
  }, [mine])
}
