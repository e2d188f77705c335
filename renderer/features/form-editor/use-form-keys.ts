import { useEffect } from 'react'
import type { Events } from '../../../shared/ipc/contract'
import { useServices } from '../../stores'
import { stopKeyOf } from './focus'
import { keyCommand, pressOf } from './keys'
import type { KeyCommand, KeyPlace } from './keys'

/** What the keys do; `move` answers false where there is nowhere to go, so that Tab may leave the sheet. */
export interface FormCommands {
  readonly placeOf: (stopKey: string) => Pick<KeyPlace, 'longText' | 'inRow'>
  readonly move: (stopKey: string, step: 1 | -1, byEnter: boolean) => boolean
  readonly lineBreak: () => void
  readonly run: (
    command: Exclude<KeyCommand, 'next' | 'previous' | 'lineBreak'>,
    stopKey: string | null,
  ) => void
}

/** The form's keys, wherever on the page the focus is; dialogs and menus keep theirs. `paused`: something lies over the form. */
export function useFormKeys(commands: FormCommands, paused: boolean): void {
  const { bridge } = useServices()
  useEffect(() => {
    if (paused) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || inOverlay(event.target)) return
      const stopKey = stopKeyOf(event.target)
      const place =
        stopKey === null
          ? { longText: false, inRow: false, inField: false }
          : { ...commands.placeOf(stopKey), inField: true }
      const command = keyCommand(pressOf(event), place)
      if (command === null) return
      switch (command) {
        case 'next':
        case 'previous': {
          const moved =
            stopKey !== null && commands.move(stopKey, command === 'next' ? 1 : -1, event.key === 'Enter')
          if (moved || event.key === 'Enter') event.preventDefault()
          return
        }
        case 'lineBreak':
          // Shift+Enter is the browser's own line break; Ctrl+Enter is not.
          if (event.shiftKey) return
          event.preventDefault()
          commands.lineBreak()
          return
        default:
          event.preventDefault()
          commands.run(command, stopKey)
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [commands, paused])
  useEffect(() => {
    if (paused) return undefined
    return bridge.on('command:run', ({ command }: Events['command:run']) => {
      if (command !== 'search' && command !== 'about')
        commands.run(command, stopKeyOf(document.activeElement))
    })
  }, [bridge, commands, paused])
}

function inOverlay(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.MuiModal-root') !== null
}
