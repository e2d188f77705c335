/** Stands in no text. */
const GAP = '\u0000'

/**
 * A sentence around one name, worked out once: in a list of many lines looking it up costs more than drawing them.
 * `say` puts the name into it, once and as it is.
 */
export function sentenceOf(say: (name: string) => string): (name: string) => string {
  const [before = '', after = ''] = say(GAP).split(GAP)
  return (name) => `${before}${name}${after}`
}
