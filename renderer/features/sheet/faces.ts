import type { Face } from '../../../shared/print/page'

/** The CSS family of each shipped font alone. */
export const faceName: Readonly<Record<Face, string>> = {
  serif: "'Zhike Serif'",
  serifBold: "'Zhike Serif Bold'",
  sans: "'Zhike Sans'",
  rare: "'Zhike Rare'",
}

/** The CSS families of the shipped fonts (renderer/ui/fonts.css); characters that a face lacks come from the rare one. */
export const faceFamily: Readonly<Record<Face, string>> = {
  serif: `${faceName.serif}, ${faceName.rare}, serif`,
  serifBold: `${faceName.serifBold}, ${faceName.rare}, serif`,
  sans: `${faceName.sans}, ${faceName.rare}, sans-serif`,
  rare: `${faceName.rare}, sans-serif`,
}
