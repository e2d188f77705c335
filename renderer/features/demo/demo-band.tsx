import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../../stores'
import { AskDialog, useNotices } from '../../ui'
import { demoFailureText } from './failure'

const STRIPES =
  'repeating-linear-gradient(135deg, transparent 0 14px, color-mix(in srgb, var(--zk-amber) 16%, transparent) 14px 28px)'

/** Across the top of the window of the demo data, on every page: what is seen here is not real. */
export function DemoBand({ onTour }: { readonly onTour: () => void }) {
  const { t } = useTranslation('demo')
  const { bridge } = useServices()
  const notices = useNotices()
  const [asked, setAsked] = useState(false)
  const ask = async (call: 'demo:renew' | 'demo:leave') => {
    setAsked(false)
    const done = await bridge.call(call, null)
    if (!done.ok) notices.warn(demoFailureText(done.error))
  }
  return (
    <Box
      component="aside"
      aria-label={t('band')}
      data-region
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        pl: 2.5,
        pr: 2,
        height: 36,
        color: 'var(--zk-amber-text)',
        backgroundColor: 'var(--zk-amber-soft)',
        backgroundImage: STRIPES,
        borderBottom: '2px solid var(--zk-amber)',
      }}
    >
      <Plate>
        <Box component="strong" sx={{ letterSpacing: '.12em' }}>
          {t('band')}
        </Box>
        <Box component="span" sx={{ ml: 3, fontSize: 13 }}>
          {t('bandText')}
        </Box>
      </Plate>
      <Box sx={{ flex: 1 }} />
      <Plate>
        <Act text={t('tour')} onClick={onTour} />
        <Act
          text={t('renew')}
          onClick={() => {
            setAsked(true)
          }}
        />
        <Act text={t('leave')} onClick={() => void ask('demo:leave')} />
      </Plate>
      {asked && (
        <AskDialog
          title={t('renewTitle')}
          text={t('renewText')}
          yes={t('renewYes')}
          onYes={() => void ask('demo:renew')}
          onNo={() => {
            setAsked(false)
          }}
        />
      )}
    </Box>
  )
}

/** Words stand on plain ground, not on the stripes. */
function Plate({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        height: '100%',
        px: 2,
        whiteSpace: 'nowrap',
        backgroundColor: 'var(--zk-amber-soft)',
      }}
    >
      {children}
    </Box>
  )
}

function Act({ text, onClick }: { readonly text: string; readonly onClick: () => void }) {
  return (
    <Button variant="text" onClick={onClick} sx={{ color: 'inherit', minHeight: 28, py: 0 }}>
      {text}
    </Button>
  )
}
