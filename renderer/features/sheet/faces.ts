import type { Face } from '../../../shared/print/page'

/** The CSS families of the shipped fonts (renderer/ui/fonts.css); characters that a face lacks come from the rare one. */
export const faceFamily: Readonly<Record<Face, string>> = {
  serif: "'Zhike Serif', 'Zhike Rare', serif",
  serifBold: "'Zhike Serif Bold', 'Zhike Rare', serif",
  sans: "'Zhike Sans', 'Zhike Rare', sans-serif",
  rare: "'Zhike Rare', sans-serif",
}
