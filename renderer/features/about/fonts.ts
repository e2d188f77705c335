/** The fonts that ship with the program. Names are the fonts' own. */
export interface ShippedFont {
  readonly name: string
  readonly family: string
  /** Licence file beside the font. */
  readonly file: string
  readonly licence: string
}

export const fonts: readonly ShippedFont[] = [
  {
    name: 'Noto Serif SC',
    family: 'Zhike Serif',
    file: 'serif-licence.txt',
    licence: 'SIL Open Font License 1.1',
  },
  {
    name: 'Noto Sans SC',
    family: 'Zhike Sans',
    file: 'sans-licence.txt',
    licence: 'SIL Open Font License 1.1',
  },
  {
    name: 'Source Han Sans SC',
    family: 'Zhike Rare',
    file: 'rare-licence.txt',
    licence: 'SIL Open Font License 1.1',
  },
]
