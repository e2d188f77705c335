import type { Face } from '../../../shared/print/page'

/** The CSS families of the shipped fonts (renderer/ui/fonts.css); characters that a face lacks come from the rare one. */
export const faceFamily: Readonly<Record<Face, string>> = {
  serif: "'Zhike Serif', 'Zhike Rare', serif",
  serifBold: "'Zhike Serif Bold', 'Zhike Rare', serif",
  sans: "'Zhike Sans', 'Zhike Rare', sans-serif",
  rare: "'Zhike Rare', sans-serif",
}

/** What the painter does on paper, said in CSS: advances only, no kerning, no ligatures, no squeezed punctuation. */
export const plainSetting = {
  fontKerning: 'none',
  fontVariantLigatures: 'none',
  fontFeatureSettings: "'liga' 0, 'clig' 0, 'calt' 0, 'kern' 0, 'locl' 0, 'palt' 0",
  textSpacingTrim: 'space-all',
} as const
