import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StartReport } from '../../db'
import { findingIsSerious, findingText } from '../../i18n'
import type { StartInfo } from '../../../shared/ipc/contract'

interface News {
  readonly text: string
  readonly serious: boolean
}

export interface StartNewsProps {
  readonly info: StartInfo
  readonly report: StartReport
  /** What was decided at this start about changes that only the working copy had. */
  readonly decided?: 'broughtBack' | 'leftAside' | undefined
}

/** What this start found and did, above every page until it is dismissed. Nothing when all was well. */
export function StartNews({ info, report, decided }: StartNewsProps) {
  const { t } = useTranslation(['start', 'common'])
  const [dismissed, setDismissed] = useState(false)
  const news: readonly News[] = [
    ...(info.recovered ? [{ text: t('news.recovered'), serious: false }] : []),
    ...(decided ? [{ text: t(`news.${decided}`, { count: report.ahead.length }), serious: false }] : []),
    ...(report.rebuilt && !decided ? [{ text: t(`news.rebuilt.${report.rebuilt}`), serious: false }] : []),
    ...(report.caughtUp > 0 && !report.rebuilt
      ? [{ text: t('news.caughtUp', { count: report.caughtUp }), serious: false }]
      : []),
    ...(report.aside > 0 ? [{ text: t('news.aside', { count: report.aside }), serious: false }] : []),
    ...report.findings.map((finding) => ({ text: findingText(finding), serious: findingIsSerious(finding) })),
    ...(info.settingsDamaged
      ? [{ text: t('news.settingsDamaged', { kept: info.settingsDamaged.kept }), serious: false }]
      : []),
  ]
  if (dismissed || news.length === 0) return null
  const serious = news.some((item) => item.serious)
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
        {news.map((item) => (
          <Typography
            component="li"
            variant="body2"
            data-selectable
            key={item.text}
            sx={{ overflowWrap: 'anywhere' }}
          >
            {item.text}
          </Typography>
        ))}
      </Box>
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
