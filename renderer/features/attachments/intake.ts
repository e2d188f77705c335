/** What a paste or a drop brings: only files; a folder among them is found out when it is read. */
export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return transfer ? [...transfer.files] : []
}

/** Whether a drag brings files: what they are is told only when they are dropped. */
export const bringsFiles = (transfer: DataTransfer | null): boolean =>
  transfer?.types.includes('Files') === true

/** The name that browsers give to every picture from the clipboard. */
const CLIPBOARD_NAME = /^image\.(png|jpe?g|gif|webp|bmp)$/i

/** A picture from the clipboard is called by `name` (without ending), so that several of them can be told apart. */
export function nameOf(file: Pick<File, 'name'>, name: string): string {
  const ending = CLIPBOARD_NAME.exec(file.name)?.[1]
  return ending === undefined ? file.name : `${name}.${ending.toLowerCase()}`
}

/** Whether a paste belongs to what is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, [contenteditable=true], .MuiModal-root') !== null
  )
}
