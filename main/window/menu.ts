import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Events } from '../../shared/ipc/contract'
import type { Send } from '../ipc/send'
import type { Texts } from '../text'

export interface MenuParts {
  readonly texts: Texts
  readonly send: Send
  readonly quit: () => void
  /** Whether this window shows the demo data: from there they are not opened. */
  readonly isDemo: boolean
}

type Command = Events['command:run']['command']

/**
 * The menu shows the window's keys but does not take them (`registerAccelerator: false`): the window handles its keys
 * itself, and only a click on the menu sends a command, so nothing is ever done twice.
 */
export function setMenu({ texts, send, quit, isDemo }: MenuParts): void {
  const command = (label: string, name: Command, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => {
      send('command:run', { command: name })
    },
  })
  const template: MenuItemConstructorOptions[] = [
    {
      label: process.platform === 'darwin' ? '知客' : texts.file,
      submenu: [
        command(texts.save, 'save', 'CmdOrCtrl+S'),
        command(texts.print, 'print', 'CmdOrCtrl+P'),
        { type: 'separator' },
        { label: texts.quit, accelerator: 'CmdOrCtrl+Q', click: quit },
      ],
    },
    {
      label: texts.edit,
      submenu: [
        command(texts.undo, 'undo', 'CmdOrCtrl+Z'),
        command(texts.redo, 'redo', 'CmdOrCtrl+Y'),
        { type: 'separator' },
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
        { type: 'separator' },
        command(texts.search, 'search', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: texts.view,
      submenu: [
        command(texts.zoomIn, 'zoomIn', 'CmdOrCtrl+Plus'),
        command(texts.zoomOut, 'zoomOut', 'CmdOrCtrl+-'),
        command(texts.zoomReset, 'zoomReset', 'CmdOrCtrl+0'),
        { type: 'separator' },
        { role: 'togglefullscreen', label: texts.fullScreen },
      ],
    },
    {
      label: texts.help,
      submenu: [
        command(texts.helpHere, 'help', 'F1'),
        ...(isDemo ? [] : [command(texts.openDemo, 'demo')]),
        { type: 'separator' },
        command(texts.about, 'about'),
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
