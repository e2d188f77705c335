import { createTheme, type Theme } from '@mui/material/styles'
import { dark, light, type Tokens } from './tokens'
import { componentStyles } from './components'

declare module '@mui/material/styles' {
  interface Theme {
    readonly tokens: Tokens
  }
  interface ThemeOptions {
    readonly tokens?: Tokens
  }
}

export type ThemeMode = 'light' | 'dark'

/** The program's sans first; system fonts stand in until it is read; the last one has the rare characters. */
const uiFont = "'Zhike UI', 'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans CJK SC', 'Zhike Rare', sans-serif"
export const serifBoldFont =
  "'Zhike Serif Bold', 'SimSun', 'Songti SC', 'Noto Serif CJK SC', 'Zhike Rare', serif"

/** Made for 1366 × 768 at 125 %: 14 px text, 32 px controls. */
export function makeTheme(mode: ThemeMode): Theme {
  const tokens = mode === 'light' ? light : dark
  return createTheme({
    tokens,
    palette: {
      mode,
      primary: { main: tokens.blue, dark: tokens.blueHover, contrastText: tokens.onBlue },
      error: {
        main: tokens.seal,
        dark: tokens.sealText,
        contrastText: mode === 'light' ? '#FFFFFF' : '#2A0F0C',
      },
      warning: { main: tokens.amber, dark: tokens.amberText },
      success: { main: tokens.green, dark: tokens.greenText },
      info: { main: tokens.blue },
      text: { primary: tokens.ink, secondary: tokens.inkSoft },
      background: { default: tokens.desk, paper: tokens.surface },
      divider: tokens.hairline,
      action: { hover: tokens.hover, selected: tokens.blueSoft },
    },
    shape: { borderRadius: 8 },
    spacing: 4,
    typography: {
      fontFamily: uiFont,
      htmlFontSize: 14,
      fontSize: 14,
      fontWeightMedium: 500,
      fontWeightBold: 600,
      h1: { fontSize: 20, fontWeight: 600, lineHeight: 1.4 },
      h2: { fontSize: 16, fontWeight: 600, lineHeight: 1.5 },
      h3: { fontSize: 14, fontWeight: 600, lineHeight: 1.5 },
      body1: { fontSize: 14, lineHeight: 1.5 },
      body2: { fontSize: 13, lineHeight: 1.5 },
      caption: { fontSize: 12, lineHeight: 1.5 },
      button: { fontSize: 14, fontWeight: 400, textTransform: 'none', letterSpacing: 0 },
    },
    transitions: { duration: { shortest: 80, shorter: 100, short: 120, standard: 150 } },
    components: componentStyles(tokens),
  })
}
