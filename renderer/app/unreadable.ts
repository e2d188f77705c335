import { unreadable } from '../i18n/locales/unreadable'

/** A part of the program's own code cannot be read: nothing of it can draw a page that says so, in whichever language. */
export function tellUnreadable(root: HTMLElement, error: unknown): void {
  const { ownerDocument: document } = root
  const alert = document.createElement('div')
  alert.setAttribute('role', 'alert')
  alert.style.padding = '48px'
  for (const [language, text] of Object.entries(unreadable)) {
    const line = document.createElement('p')
    line.lang = language
    line.textContent = text
    alert.append(line)
  }
  const reason = document.createElement('p')
  reason.textContent = String(error)
  alert.append(reason)
  root.replaceChildren(alert)
}
