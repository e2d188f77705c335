/** Whether somebody types in a field now: a page that comes does not take the keyboard away from there. */
export const isTyping = (): boolean =>
  document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement
