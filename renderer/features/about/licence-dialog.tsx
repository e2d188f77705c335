import Box from '@mui/material/Box'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadDialog } from '../../ui'
import type { ShippedFont } from './fonts'

export interface LicenceDialogProps {
  readonly font: ShippedFont
  readonly onClose: () => void
}

/** The licence as it lies beside the font. */
export function LicenceDialog({ font, onClose }: LicenceDialogProps) {
  const { t } = useTranslation('about')
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
    <ReadDialog title={font.name} width="sm" long onClose={onClose}>
      <Box
        component="pre"
        data-selectable
        sx={{ m: 0, fontFamily: 'inherit', fontSize: 13, whiteSpace: 'pre-wrap' }}
      >
        {text}
      </Box>
    </ReadDialog>
  )
}
