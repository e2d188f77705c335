import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StartProgress } from '../../db'
import { StartCard } from './start-card'

/** A start that is over sooner shows nothing, so that the window does not flicker. Milliseconds. */
const PATIENCE_MS = 400

export interface StartingPageProps {
  readonly progress?: StartProgress | undefined
  readonly inFrame?: boolean
}

/** While the working copy is opened, catches up with the data folder or is built anew. */
export function StartingPage({ progress, inFrame = false }: StartingPageProps) {
  const { t } = useTranslation('start')
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setWaited(true)
    }, PATIENCE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  if (!waited) return null
  const phase = progress?.phase ?? 'opening'
  const known = progress !== undefined && progress.total > 0
  return (
    <StartCard title={t(`phase.${phase}.title`)} inFrame={inFrame}>
      <LinearProgress
        aria-label={t(`phase.${phase}.title`)}
        {...(known ? { variant: 'determinate' as const, value: (100 * progress.done) / progress.total } : {})}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
        {t(`phase.${phase}.text`)}
        {known && t('progress', { done: progress.done, total: progress.total })}
      </Typography>
    </StartCard>
  )
}
