/**
 * Every colour of the window and its job. Seal red only for what is final, overdue or wrong; amber for "look here";
 * green for saved and in sync; blue for focus, selection, the primary action and ticks.
 */
export interface Tokens {
  readonly ink: string
  readonly inkSoft: string
  /** What the sheets lie on. */
  readonly desk: string
  /** Rail and bars. */
  readonly rail: string
  /** Menus, dialogs, fields and buttons. */
  readonly surface: string
  readonly hairline: string
  readonly blue: string
  readonly blueHover: string
  readonly blueSoft: string
  /** Text on the soft blue ground. */
  readonly blueText: string
  readonly onBlue: string
  readonly seal: string
  readonly sealSoft: string
  readonly sealText: string
  readonly amber: string
  readonly amberSoft: string
  readonly amberText: string
  readonly green: string
  readonly greenSoft: string
  readonly greenText: string
  /** The paper itself: the same in both themes, only dimmed a little in the dark one. */
  readonly paper: string
  readonly paperLabel: string
  readonly paperInk: string
  readonly paperInkSoft: string
  readonly paperLine: string
  readonly paperShadow: string
  readonly hover: string
  readonly scrollbar: string
  /** A passing message. */
  readonly notice: string
  readonly onNotice: string
}

export const light: Tokens = {
  ink: '#1F2A37',
  inkSoft: '#56616E',
  desk: '#EDEBE6',
  rail: '#F7F5F1',
  surface: '#FFFFFF',
  hairline: '#D9D5CC',
  blue: '#1E4E79',
  blueHover: '#17405F',
  blueSoft: '#E6EEF5',
  blueText: '#1E4E79',
  onBlue: '#FFFFFF',
  seal: '#B3392F',
  sealSoft: '#F7E9E7',
  sealText: '#A03127',
  amber: '#A86B16',
  amberSoft: '#F6EEDF',
  amberText: '#7F4F0C',
  green: '#3B7A57',
  greenSoft: '#E5EFE9',
  greenText: '#2C6546',
  paper: '#FFFFFF',
  paperLabel: '#FAF9F6',
  paperInk: '#1F2A37',
  paperInkSoft: '#5B6673',
  paperLine: '#2B3440',
  paperShadow: '0 1px 2px rgba(0,0,0,.13), 0 8px 28px rgba(0,0,0,.08)',
  hover: 'rgba(31,42,55,.05)',
  scrollbar: '#C4BFB4',
  notice: '#1F2A37',
  onNotice: '#F7F5F1',
}

export const dark: Tokens = {
  ink: '#E4E1DA',
  inkSoft: '#A9A79F',
  desk: '#23262B',
  rail: '#1B1E22',
  surface: '#2B2F35',
  hairline: '#3D4249',
  blue: '#8DB8DE',
  blueHover: '#A6C8E6',
  blueSoft: '#26394B',
  blueText: '#A9CBE9',
  onBlue: '#10202F',
  seal: '#D9685D',
  sealSoft: '#43292A',
  sealText: '#F0A39B',
  amber: '#D29A4A',
  amberSoft: '#3D3222',
  amberText: '#E5BA7C',
  green: '#6CB38C',
  greenSoft: '#22372C',
  greenText: '#8FCBA9',
  paper: '#F1EFEA',
  paperLabel: '#EAE7E0',
  paperInk: '#1F2A37',
  paperInkSoft: '#535D69',
  paperLine: '#2B3440',
  paperShadow: '0 1px 2px rgba(0,0,0,.5), 0 10px 32px rgba(0,0,0,.35)',
  hover: 'rgba(255,255,255,.06)',
  scrollbar: '#555B63',
  notice: '#E4E1DA',
  onNotice: '#1F2A37',
}
