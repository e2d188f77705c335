import Box from '@mui/material/Box'
import { serifBoldFont } from './theme/theme'

/** The program's seal. A sign, not a text: the same in every language. */
export function Chop({ size }: { readonly size: number }) {
  const sign = '知'
  return (
    <Box
      aria-hidden
      sx={{
        width: size,
        height: size,
        flex: 'none',
        borderRadius: '20%',
        display: 'grid',
        placeItems: 'center',
        backgroundColor: '#B3392F',
        color: '#FFFFFF',
        fontFamily: serifBoldFont,
        fontSize: size / 2,
        lineHeight: 1,
      }}
    >
      {sign}
    </Box>
  )
}
