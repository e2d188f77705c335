import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import { useEffect, useState } from 'react'
import type { Bridge, Events } from '../../../shared/ipc/contract'

interface TaskProgressProps {
  readonly bridge: Bridge
  readonly task: Events['task:progress']['task']
  readonly label: string
}

/** How far a long piece of work of the main process has come. */
export function TaskProgress({ bridge, task, label }: TaskProgressProps) {
  const [part, setPart] = useState<number | null>(null)
  useEffect(
    () =>
      bridge.on('task:progress', (progress) => {
        if (progress.task === task && progress.total > 0) setPart((100 * progress.done) / progress.total)
      }),
    [bridge, task],
  )
  return (
    <Box sx={{ mt: 3 }}>
      <Box sx={{ fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1.5 }}>{label}</Box>
      <LinearProgress
        aria-label={label}
        {...(part === null ? {} : { variant: 'determinate' as const, value: part })}
      />
    </Box>
  )
}
