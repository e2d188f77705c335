import type { Mirror } from '../../mirror'
import type { keys as zh } from '../zh-CN/keys'

export const keys: Mirror<typeof zh> = {
  title: 'Keyboard',
  group: {
    everywhere: 'Everywhere',
    form: 'Filling in a form',
    list: 'Lists',
  },
  does: {
    find: 'Search forms and records',
    workbench: 'Workbench',
    forms: 'Forms',
    records: 'Records',
    settings: 'Settings',
    region: 'Move between rail, bar and page',
    back: 'Go back',
    help: 'This page',
    next: 'Next field',
    previous: 'Field before',
    lineBreak: 'New line in a long text',
    tick: 'Tick the option of that place',
    insertRow: 'Insert a row',
    deleteRow: 'Delete this row',
    undo: 'Undo',
    redo: 'Redo',
    save: 'Save',
    print: 'Print',
    zoom: 'Zoom in, out, reset',
    move: 'Record before, next record',
    page: 'A screen up, down',
    ends: 'First, last record',
    open: 'Open',
  },
}
