import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bridge, Events } from '../../../shared/ipc/contract'

export interface TaskBarProps {
  readonly bridge: Bridge
  readonly task: Events['task:progress']['task']
  readonly label: string
}

/** How far a check or an export has come, and the way to stop it. */
export function TaskBar({ bridge, task, label }: TaskBarProps) {
  const { t } = useTranslation('recovery')
  const [part, setPart] = useState<number | null>(null)
  useEffect(
    () =>
      bridge.on('task:progress', (progress) => {
        if (progress.task === task && progress.total > 0) setPart((100 * progress.done) / progress.total)
      }),
    [bridge, task],
  )
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 2 }}>
      <Box sx={{ flex: 1 }}>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          {label}
        </Typography>
        <LinearProgress
          aria-label={label}
          {...(part === null ? {} : { variant: 'determinate' as const, value: part })}
        />
      </Box>
      <Button onClick={() => void bridge.call('recovery:stop', null)}>{t('check.stop')}</Button>
    </Box>
  )
}
