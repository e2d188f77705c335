import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { NoteCard } from './note-card'

export interface OfferProps {
  readonly onBegin: () => void
  readonly onNotNow: () => void
}

/** In the corner of the first page: whoever wants it is led through. */
export function Offer({ onBegin, onNotNow }: OfferProps) {
  const { t } = useTranslation('tour')
  return (
    <Box sx={{ position: 'fixed', right: 24, bottom: 24, zIndex: 1200 }}>
      <NoteCard title={t('offerTitle')} text={t('offerText')} onEscape={onNotNow}>
        <Button variant="text" onClick={onNotNow}>
          {t('notNow')}
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button variant="contained" color="primary" autoFocus onClick={onBegin}>
          {t('begin')}
        </Button>
      </NoteCard>
    </Box>
  )
}
