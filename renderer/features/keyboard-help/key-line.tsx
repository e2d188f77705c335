import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { KeyEntry } from './keys'

/** A key and what it does: a pair in a `dl` of two columns. */
export function KeyLine({ press, does }: KeyEntry) {
  const { t } = useTranslation('keys')
  return (
    <Box sx={{ display: 'contents' }}>
      <Box component="dt" sx={{ display: 'flex', gap: 1 }}>
        {press.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </Box>
      <Box component="dd" sx={{ m: 0, fontSize: 13 }}>
        {t(`does.${does}`)}
      </Box>
    </Box>
  )
}
