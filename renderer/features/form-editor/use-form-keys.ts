import { useEffect } from 'react'
import { useServices } from '../../stores'
import { stopKeyOf } from './focus'
import { keyCommand, pressOf } from './keys'
import type { KeyCommand, KeyPlace } from './keys'

/** What the keys do. */
export interface FormCommands {
  readonly placeOf: (stopKey: string) => Pick<KeyPlace, 'longText' | 'inRow'>
  /** False where there is nowhere to go, so that Tab may leave the sheet. */
  readonly move: (stopKey: string, step: 1 | -1, byEnter: boolean) => boolean
  readonly run: (command: Exclude<KeyCommand, 'next' | 'previous' | 'lineBreak'>) => void
}

/** The form's keys, wherever on the page the focus is; dialogs and menus keep theirs. `paused`: a dialog lies over the form. */
export function useFormKeys(commands: FormCommands, paused: boolean): void {
  const { bridge } = useServices()
  useEffect(() => {
    if (paused) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      onKey(event, commands)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [commands, paused])
  useEffect(() => {
    if (paused) return undefined
    return bridge.on('command:run', ({ command }) => {
      if (command !== 'search' && command !== 'help' && command !== 'demo' && command !== 'about')
        commands.run(command)
    })
  }, [bridge, commands, paused])
}

function onKey(event: KeyboardEvent, commands: FormCommands): void {
  const { target } = event
  if (event.defaultPrevented || (target instanceof Element && target.closest('.MuiModal-root'))) return
  const stopKey = stopKeyOf(target)
  const place =
    stopKey === null
      ? { longText: false, inRow: false, inField: false }
      : { ...commands.placeOf(stopKey), inField: true }
  const command = keyCommand(pressOf(event), place)
  if (command === null) return
  if (command === 'next' || command === 'previous') {
    const byEnter = event.key === 'Enter'
    const moved = stopKey !== null && commands.move(stopKey, command === 'next' ? 1 : -1, byEnter)
    if (moved || byEnter) event.preventDefault()
  } else if (command === 'lineBreak') {
    // Shift+Enter is the browser's own line break; Ctrl+Enter is not.
    if (event.shiftKey) return
    event.preventDefault()
    if (target instanceof HTMLTextAreaElement) breakLine(target)
  } else {
    event.preventDefault()
    commands.run(command)
  }
}

/** Types a line break where the caret stands, as if by key: React hears the input event. */
function breakLine(text: HTMLTextAreaElement): void {
  text.setRangeText('\n', text.selectionStart, text.selectionEnd, 'end')
  text.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertLineBreak' }))
}
