/** Full-width letters, digits and signs as half-width ones (Ｎｏ．１２ → No.12); the full-width space becomes a space. */
export function toHalfWidth(text: string): string {
  // Nearly no text has any of them.
  if (!/[\u3000\uFF01-\uFF5E]/.test(text)) return text
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
}

/** Length in characters (code points): 𠮷 counts as one. */
export function lengthOf(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0)
}
