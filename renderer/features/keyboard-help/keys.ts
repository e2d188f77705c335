/** What is printed on the keys is the same in every language; what they do is told by the texts `keys:does.*`. */
export const keyGroups = [
  {
    group: 'everywhere',
    keys: [
      { press: ['Ctrl', 'K'], does: 'find' },
      { press: ['Alt', '1'], does: 'workbench' },
      { press: ['Alt', '2'], does: 'forms' },
      { press: ['Alt', '3'], does: 'records' },
      { press: ['Alt', '4'], does: 'settings' },
      { press: ['Alt', '5'], does: 'dues' },
      { press: ['Alt', '6'], does: 'customers' },
      { press: ['Alt', 'P'], does: 'person' },
      { press: ['Ctrl', 'L'], does: 'lock' },
      { press: ['F6'], does: 'region' },
      { press: ['Esc'], does: 'back' },
      { press: ['F1'], does: 'help' },
    ],
  },
  {
    group: 'library',
    keys: [
      { press: ['Ctrl', 'F'], does: 'search' },
      { press: ['←', '→', '↑', '↓'], does: 'walk' },
      { press: ['Enter'], does: 'fill' },
      { press: ['Space'], does: 'choose' },
      { press: ['Ctrl', 'D'], does: 'favourite' },
      { press: ['Ctrl', 'P'], does: 'printBlank' },
    ],
  },
  {
    group: 'form',
    keys: [
      { press: ['Enter'], does: 'next' },
      { press: ['Shift', 'Tab'], does: 'previous' },
      { press: ['Shift', 'Enter'], does: 'lineBreak' },
      { press: ['1', '…', '9'], does: 'tick' },
      { press: ['Ctrl', 'Enter'], does: 'insertRow' },
      { press: ['Ctrl', 'Delete'], does: 'deleteRow' },
      { press: ['Ctrl', 'Z'], does: 'undo' },
      { press: ['Ctrl', 'Y'], does: 'redo' },
      { press: ['Ctrl', 'S'], does: 'save' },
      { press: ['F9'], does: 'submit' },
      { press: ['Shift', 'F9'], does: 'closeOrReopen' },
      { press: ['F8'], does: 'nextForm' },
      { press: ['Ctrl', 'P'], does: 'print' },
      { press: ['Ctrl', '+', '−', '0'], does: 'zoom' },
    ],
  },
  {
    group: 'list',
    keys: [
      { press: ['↑', '↓'], does: 'move' },
      { press: ['PgUp', 'PgDn'], does: 'page' },
      { press: ['Home', 'End'], does: 'ends' },
      { press: ['Enter'], does: 'open' },
    ],
  },
  {
    group: 'tour',
    keys: [
      { press: ['Alt', '→'], does: 'tourNext' },
      { press: ['Alt', '←'], does: 'tourBack' },
    ],
  },
] as const

export type KeyEntry = (typeof keyGroups)[number]['keys'][number]
export type KeyName = KeyEntry['does']

const entries: readonly KeyEntry[] = keyGroups.flatMap((group): readonly KeyEntry[] => group.keys)

export function keyNamed(name: KeyName): KeyEntry {
  const found = entries.find(({ does }) => does === name)
  if (!found) throw new Error(`no key ${name}`)
  return found
}
