import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useMemo, useState, type ReactNode } from 'react'
import { makeTheme } from './theme'

/** The content security policy admits styles by the nonce that the main process writes into the page. */
function makeCache() {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
  return createCache({ key: 'zk', ...(nonce ? { nonce } : {}) })
}

export interface AppThemeProps {
  readonly choice: 'light' | 'dark' | 'system'
  readonly children: ReactNode
}

export function AppTheme({ choice, children }: AppThemeProps) {
  const [cache] = useState(makeCache)
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true })
  const mode = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice
  const theme = useMemo(() => makeTheme(mode), [mode])
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme}>
        <CssBaseline enableColorScheme />
        {children}
      </ThemeProvider>
    </CacheProvider>
  )
}
