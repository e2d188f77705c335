import Box from '@mui/material/Box'

/** The keys that do the same, quietly behind a button's word. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <Box component="span" aria-hidden="true" sx={{ ml: 1, fontSize: 12, opacity: 0.75 }}>
      {keys}
    </Box>
  )
}
