import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { StartReport } from '../../db'
import { findingIsSerious, toldText } from '../../i18n'
import { useServices } from '../../stores'
import type { Told, ToldByWindow } from '../../../shared/ipc/recovery'
import type { StartInfo } from '../../../shared/ipc/contract'

export interface StartNewsProps {
  readonly info: StartInfo
  readonly report: StartReport
  /** What was decided at this start about changes that only the working copy had. */
  readonly decided?: 'broughtBack' | 'leftAside' | undefined
}

/** What this start found and did, above every page until it is dismissed. Nothing when all was well. */
export function StartNews({ info, report, decided }: StartNewsProps) {
  const { t } = useTranslation(['start', 'common'])
  const { bridge } = useServices()
  const [dismissed, setDismissed] = useState(false)
  const news = useMemo(() => newsOf(info, report, decided), [info, report, decided])
  useEffect(() => {
    const own = news.filter((told) => told.told !== 'found')
    if (own.length > 0) void bridge.call('recovery:tell', { told: own })
  }, [bridge, news])
  if (dismissed || news.length === 0) return null
  const serious = news.some(isSerious)
  return (
    <Box
      role={serious ? 'alert' : 'status'}
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'flex-start',
        gap: 3,
        px: 5.5,
        py: 2,
        maxHeight: '40vh',
        overflow: 'auto',
        borderBottom: '1px solid var(--zk-hairline)',
        backgroundColor: serious ? 'var(--zk-seal-soft)' : 'var(--zk-amber-soft)',
        color: serious ? 'var(--zk-seal-text)' : 'var(--zk-amber-text)',
      }}
    >
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', flex: 1, py: 1 }}>
        {news.map((told) => (
          <Typography
            component="li"
            variant="body2"
            data-selectable
            key={JSON.stringify(told)}
            sx={{ overflowWrap: 'anywhere' }}
          >
            {toldText(told)}
          </Typography>
        ))}
      </Box>
      <Button variant="text" component={Link} href="/recovery">
        {t('news.details')}
      </Button>
      <Button
        variant="text"
        onClick={() => {
          setDismissed(true)
        }}
      >
        {t('common:dismiss')}
      </Button>
    </Box>
  )
}

const isSerious = (told: Told): boolean => told.told === 'found' && findingIsSerious(told.finding)

function newsOf(
  { recovered, settingsDamaged }: StartInfo,
  { ahead, rebuilt, caughtUp, aside, findings }: StartReport,
  decided: StartNewsProps['decided'],
): readonly Told[] {
  const own: readonly (ToldByWindow | false)[] = [
    recovered === true && { told: 'recovered' },
    decided !== undefined && { told: decided, count: ahead.length },
    rebuilt !== undefined && decided === undefined && { told: 'rebuilt', why: rebuilt },
    caughtUp > 0 && rebuilt === undefined && { told: 'caughtUp', count: caughtUp },
    aside > 0 && { told: 'aside', count: aside },
    settingsDamaged !== undefined && { told: 'settingsDamaged', kept: settingsDamaged.kept },
  ]
  return [
    ...own.flatMap((told) => (told === false ? [] : [told])),
    ...findings.map((finding): Told => ({ told: 'found', finding })),
  ]
}
