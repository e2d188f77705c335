import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useOpenDemo } from '../features/demo'
import { useServices } from '../stores'

/** What the menu's 帮助 asks for, on every page. */
export function useMenuCommands(onHelp: () => void): void {
  const { bridge } = useServices()
  const [, navigate] = useLocation()
  const openDemo = useOpenDemo()
  useEffect(
    () =>
      bridge.on('command:run', ({ command }) => {
        if (command === 'help') onHelp()
        else if (command === 'demo') void openDemo()
        else if (command === 'about') navigate('/about')
      }),
    [bridge, navigate, onHelp, openDemo],
  )
}
