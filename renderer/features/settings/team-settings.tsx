import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useTeam } from '../../stores'

/** Whether this computer works with others, and the way to that page. */
export function TeamSettings() {
  const { t } = useTranslation('settings')
  const team = useTeam(({ status }) => status.team)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 4 }}>
      <Typography sx={{ flex: 1, textWrap: 'pretty' }}>
        {team ? t('teamIn', { name: team.name }) : t('teamNone')}
      </Typography>
      <Button component={Link} href="/team" sx={{ flex: 'none' }}>
        {t(team ? 'teamOpen' : 'teamBegin')}
      </Button>
    </Box>
  )
}
