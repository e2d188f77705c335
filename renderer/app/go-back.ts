/** Entries that the window's history had when the program began; going back never leaves the program. */
const begun = window.history.length

/** To where one came from; to 工作台 when one began here. */
export function goBack(navigate: (to: string) => void): void {
  if (window.history.length > begun) window.history.back()
  else navigate('/')
}
