import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { Tag } from '../../ui/tag'
import { EarlyFinder } from './early-finder'
import type { FrameStore } from './frame-state'
import type { Inside } from './inside'
import { PersonBar } from './person-bar'

export interface TopBarProps {
  readonly store: FrameStore
  readonly inside: Inside | null
  readonly onHelp: () => void
}

/** What holds on every page: finding, how the team stands, help and who is working here. */
export function TopBar({ store, inside, onHelp }: TopBarProps) {
  const { t } = useTranslation('frame')
  const readOnly = useStore(store, ({ facts }) => facts.readOnly)
  const [busy, setBusy] = useState(false)
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
      {inside && !busy ? inside.finder : <EarlyFinder store={store} onBusy={setBusy} />}
      {readOnly && <Tag tone="amber">{t('readOnly')}</Tag>}
      <Box sx={{ flex: 1 }} />
      {inside?.team}
      <Button variant="text" onClick={onHelp} sx={{ color: 'var(--zk-ink-soft)', gap: 1.5 }}>
        {t('help')}
        <kbd>F1</kbd>
      </Button>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
        <PersonBar store={store} />
        {inside?.people}
      </Box>
    </Box>
  )
}
