/** Reads what is typed, as leaving the field would; false where only leaving it can, as while an input method composes. */
type Read = () => boolean

/** How each field that has had the keyboard is read. */
const reads = new WeakMap<Element, Read>()

/** The field has the keyboard: from now on it can be read without taking that away, which draws the sheet twice. */
export function readBy(field: HTMLTextAreaElement, read: Read): void {
  reads.set(field, read)
}

/** What is being typed counts as typed. A field that cannot be read where it stands loses the focus and gets it back at once. */
export function readTyping(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLTextAreaElement) || reads.get(field)?.() === true) return
  const { selectionStart, selectionEnd } = field
  field.blur()
  field.focus({ preventScroll: true })
  field.setSelectionRange(selectionStart, selectionEnd)
}
