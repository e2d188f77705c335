import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui'

export interface AloneTeamProps {
  readonly readOnly: boolean
  /** The letter that this computer bore in a team; absent: it was in none. */
  readonly kept: string | undefined
  readonly onFound: () => void
  readonly onJoin: () => void
}

/** Without a team: what it would be, and the two ways into one. */
export function AloneTeam({ readOnly, kept, onFound, onJoin }: AloneTeamProps) {
  const { t } = useTranslation('team')
  return (
    <>
      <Typography variant="h2" sx={{ fontSize: 15, mb: 1 }}>
        {t('alone.title')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 5, textWrap: 'pretty' }}>
        {t('alone.text')}
      </Typography>
      {kept !== undefined && <Typography sx={{ mb: 5 }}>{t('alone.kept', { letter: kept })}</Typography>}
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 5 }}>
        <Way title={t('alone.found')} text={t('alone.foundText')} disabled={readOnly} onGo={onFound} />
        <Way title={t('alone.join')} text={t('alone.joinText')} disabled={false} onGo={onJoin} />
      </Box>
    </>
  )
}

interface WayProps {
  readonly title: string
  readonly text: string
  readonly disabled: boolean
  readonly onGo: () => void
}

function Way({ title, text, disabled, onGo }: WayProps) {
  return (
    <Panel sx={{ p: 5, display: 'flex', flexDirection: 'column', gap: 3 }}>
      <Typography sx={{ flex: 1, textWrap: 'pretty' }}>{text}</Typography>
      <Button sx={{ alignSelf: 'flex-start' }} disabled={disabled} onClick={onGo}>
        {title}
      </Button>
    </Panel>
  )
}
