import GlobalStyles from '@mui/material/GlobalStyles'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useAppState, useServices, watchIdle } from '../../stores'
import { goOn } from '../../ui'
import { LockScreen } from './lock-screen'

/** What a person does at a computer. */
const INPUTS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'] as const
const MINUTE_MS = 60_000

/**
 * Nothing but the lock screen is shown, read aloud or reached while the window is locked. The pages stay as they lie, so
 * that whoever unlocks goes on where the work was left.
 */
const onlyTheLock = {
  'html[data-locked] *': { visibility: 'hidden !important' },
  'html[data-locked] [data-lock], html[data-locked] [data-lock] *': { visibility: 'visible !important' },
}

/** Locks the window when nobody is at it, and shows who may go on. */
export function LockGate() {
  const { lock } = useServices()
  const locked = useStore(lock.store, (state) => state.locked)
  useAutoLock()
  useWayBack()
  return (
    <>
      <GlobalStyles styles={onlyTheLock} />
      {locked && <LockScreen />}
    </>
  )
}

/** Whoever unlocks goes on with the keyboard where it was; a hidden page loses it. */
function useWayBack(): void {
  const { lock } = useServices()
  useEffect(() => {
    let left: Element | null = null
    return lock.store.subscribe(({ locked }, before) => {
      if (locked === before.locked) return
      if (locked) left = document.activeElement
      else
        goOn(() => (left instanceof HTMLElement && left !== document.body && left.isConnected ? left : null))
    })
  }, [lock])
}

function useAutoLock(): void {
  const { lock, bridge, clock } = useServices()
  const minutes = useAppState((state) => state.settings.idleLock)
  useEffect(() => {
    if (minutes === undefined) return undefined
    const idle = watchIdle(minutes * MINUTE_MS, {
      clock,
      later: (ms, work) => {
        const timer = setTimeout(work, ms)
        return () => {
          clearTimeout(timer)
        }
      },
      onIdle: lock.lock,
    })
    const stopHearing = bridge.on('computer:left', lock.lock)
    for (const type of INPUTS) window.addEventListener(type, idle.touch, { capture: true, passive: true })
    return () => {
      idle.stop()
      stopHearing()
      for (const type of INPUTS) window.removeEventListener(type, idle.touch, { capture: true })
    }
  }, [minutes, lock, bridge, clock])
}
