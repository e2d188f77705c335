import { useEffect } from 'react'
import { useLocation } from 'wouter'
import type { Bridge } from '../../../shared/ipc/contract'
import type { FrameStore } from './frame-state'

/** What the menu's 帮助 asks for, on every page and before there is one. */
export function useMenuCommands(bridge: Bridge, store: FrameStore, onHelp: () => void): void {
  const [, navigate] = useLocation()
  useEffect(
    () =>
      bridge.on('command:run', ({ command }) => {
        if (command === 'help') onHelp()
        else if (command === 'demo') store.setState({ wantsDemo: true })
        else if (command === 'about') navigate('/about')
      }),
    [bridge, store, navigate, onHelp],
  )
}
