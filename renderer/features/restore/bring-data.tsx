import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../../stores'
import { RestoreWizard } from './restore-wizard'

/** For the first page: data that are there already come out of a backup, or from another computer. */
export function BringData() {
  const { t } = useTranslation('restore')
  const { bridge, clock } = useServices()
  const [open, setOpen] = useState<'backup' | 'computer' | null>(null)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 3 }}>
      <Typography variant="body2" color="textSecondary" sx={{ flex: 1, textWrap: 'pretty' }}>
        {t('bring.note')}
      </Typography>
      <Button
        sx={{ flex: 'none' }}
        onClick={() => {
          setOpen('backup')
        }}
      >
        {t('bring.backup')}
      </Button>
      <Button
        sx={{ flex: 'none' }}
        onClick={() => {
          setOpen('computer')
        }}
      >
        {t('bring.computer')}
      </Button>
      {open && (
        <RestoreWizard
          bridge={bridge}
          now={clock.now()}
          moved={open === 'computer'}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
    </Box>
  )
}
