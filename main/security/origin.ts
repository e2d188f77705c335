/** The program's own address. Everything that the window shows comes from here, and nothing from anywhere else. */
export const SCHEME = 'app'
const HOST = 'zhike'
export const ORIGIN = `${SCHEME}://${HOST}`

/** Whether an address belongs to the program itself. */
export function isOwn(address: string): boolean {
  try {
    const url = new URL(address)
    return url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === ''
  } catch {
    return false
  }
}

/** Whether a request may be carried out at all: the program's own files, and data that a page has made itself. */
export function mayLoad(address: string, alsoOrigins: readonly string[]): boolean {
  if (isOwn(address) || address.startsWith('data:') || address.startsWith(`blob:${ORIGIN}/`)) return true
  return alsoOrigins.some((origin) => address.startsWith(origin))
}
