/** What a key press asks of the form. */
export type KeyCommand =
  | 'next'
  | 'previous'
  | 'lineBreak'
  | 'insertRow'
  | 'deleteRow'
  | 'save'
  | 'submit'
  | 'closeOrReopen'
  | 'nextForm'
  | 'print'
  | 'undo'
  | 'redo'
  | 'leave'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomReset'

/** The parts of a keyboard event that matter here. */
export interface KeyPress {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** An input method is composing: every key belongs to it. */
  readonly composing: boolean
}

/** Where the key was pressed. */
export interface KeyPlace {
  /** A text of several lines. */
  readonly longText: boolean
  /** A row that may be followed by another or taken away. */
  readonly inRow: boolean
  /** A field of the sheet has the focus (not a button of the bar or a panel). */
  readonly inField: boolean
}

/** Key code that browsers send for a key that an input method has taken. */
const PROCESSED_BY_INPUT_METHOD = 229

interface KeyEventLike {
  readonly key: string
  readonly keyCode: number
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

export function pressOf(event: KeyEventLike): KeyPress {
  return {
    key: event.key,
    ctrl: event.ctrlKey || event.metaKey,
    shift: event.shiftKey,
    alt: event.altKey,
    composing: event.isComposing || event.keyCode === PROCESSED_BY_INPUT_METHOD,
  }
}

/** The command of a key press; null leaves the key to whatever has the focus. */
export function keyCommand(press: KeyPress, place: KeyPlace): KeyCommand | null {
  if (press.composing || press.alt) return null
  if (press.ctrl) return withCtrl(press, place)
  switch (press.key) {
    case 'Escape':
      return 'leave'
    case 'F8':
      return 'nextForm'
    case 'F9':
      return press.shift ? 'closeOrReopen' : 'submit'
    case 'Tab':
      return place.inField ? (press.shift ? 'previous' : 'next') : null
    case 'Enter':
      if (!place.inField) return null
      if (press.shift) return place.longText ? 'lineBreak' : 'previous'
      return 'next'
    default:
      return null
  }
}

function withCtrl(press: KeyPress, place: KeyPlace): KeyCommand | null {
  switch (press.key.toLowerCase()) {
    case 's':
      return 'save'
    case 'p':
      return 'print'
    case 'z':
      return press.shift ? 'redo' : 'undo'
    case 'y':
      return 'redo'
    case '+':
    case '=':
      return 'zoomIn'
    case '-':
    case '_':
      return 'zoomOut'
    case '0':
      return 'zoomReset'
    case 'enter':
      if (!place.inField) return null
      return place.inRow ? 'insertRow' : place.longText ? 'lineBreak' : null
    case 'delete':
      return place.inField && place.inRow ? 'deleteRow' : null
    default:
      return null
  }
}

/** The place among the options that a digit names: 1–9, and 0 for the tenth; full-width digits too. Null for other keys. */
export function optionDigit(key: string): number | null {
  const digit = '0123456789'.indexOf(key)
  const wide = '０１２３４５６７８９'.indexOf(key)
  const place = key.length === 1 ? Math.max(digit, wide) : -1
  return place < 0 ? null : place === 0 ? 10 : place
}
