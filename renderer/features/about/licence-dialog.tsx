import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShippedFont } from './fonts'

export interface LicenceDialogProps {
  readonly font: ShippedFont
  readonly onClose: () => void
}

/** The licence as it lies beside the font. */
export function LicenceDialog({ font, onClose }: LicenceDialogProps) {
  const { t } = useTranslation(['about', 'common'])
  const [text, setText] = useState('')
  useEffect(() => {
    let current = true
    const read = async () => {
      const response = await fetch(`app://zhike/fonts/${font.file}`)
      const body = response.ok ? await response.text() : t('licenceMissing')
      if (current) setText(body)
    }
    read().catch(() => {
      if (current) setText(t('licenceMissing'))
    })
    return () => {
      current = false
    }
  }, [font, t])
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="licence">
      <DialogTitle id="licence">{font.name}</DialogTitle>
      <DialogContent tabIndex={0}>
        <Box
          component="pre"
          data-selectable
          sx={{ m: 0, fontFamily: 'inherit', fontSize: 13, whiteSpace: 'pre-wrap' }}
        >
          {text}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('common:close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
