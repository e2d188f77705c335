import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { QuickFinder } from '../features/finder'
import { PersonSwitch } from '../features/people'
import { TeamIndicator } from '../features/team'
import { useServices } from '../stores'
import { Tag } from '../ui'

/** Finding, help, and who is working here. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useTranslation('frame')
  const { workingCopy } = useServices()
  return (
    <Box
      component="header"
      data-region
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4.5,
        minWidth: 0,
        backgroundColor: 'var(--zk-rail)',
        borderBottom: '1px solid var(--zk-hairline)',
      }}
    >
      <QuickFinder />
      {workingCopy.readOnly && <Tag tone="amber">{t('readOnly')}</Tag>}
      <Box sx={{ flex: 1 }} />
      <TeamIndicator />
      <Button variant="text" onClick={onHelp} sx={{ color: 'var(--zk-ink-soft)', gap: 1.5 }}>
        {t('help')}
        <kbd>F1</kbd>
      </Button>
      <PersonSwitch />
    </Box>
  )
}
