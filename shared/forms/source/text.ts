import { isEscaped, trimSpaces } from './lines'

/** Stands for a space that a backslash keeps while the ends of a text are trimmed; a source cannot contain it. */
const KEPT_SPACE = '\u0000'

/** Takes the backslashes away: each makes the character after it an ordinary one. Half-width spaces at the ends go. */
export function unescapeText(raw: string): string {
  return raw
    .replace(/\\([^])/gu, (_, char: string) => (char === ' ' ? KEPT_SPACE : char))
    .replace(/^ +| +$/g, '')
    .replaceAll(KEPT_SPACE, ' ')
}

/** The parts of a text between separators that no backslash precedes, with the offset of each. */
export function splitUnescaped(
  raw: string,
  separator: string,
): readonly { readonly raw: string; readonly at: number }[] {
  const parts: { raw: string; at: number }[] = []
  let from = 0
  for (let at = raw.indexOf(separator); at !== -1; at = raw.indexOf(separator, at)) {
    if (isEscaped(raw, at)) {
      at++
      continue
    }
    parts.push({ raw: raw.slice(from, at), at: from })
    at += separator.length
    from = at
  }
  parts.push({ raw: raw.slice(from), at: from })
  return parts
}

/** A part without the spaces around it, and the offset of what is left. */
export function trimPart(part: { readonly raw: string; readonly at: number }): {
  readonly raw: string
  readonly at: number
} {
  const lead = part.raw.length - part.raw.replace(/^ +/, '').length
  return { raw: trimSpaces(part.raw), at: part.at + lead }
}
