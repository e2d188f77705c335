import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Bridge } from '../../../shared/ipc/contract'
import type { RecoveryWork } from '../../../shared/ipc/recovery'
import { TaskProgress } from '../safety'

export interface TaskBarProps {
  readonly bridge: Bridge
  readonly task: RecoveryWork
  readonly label: string
}

/** How far a check or an export has come, and the way to stop it. */
export function TaskBar({ bridge, task, label }: TaskBarProps) {
  const { t } = useTranslation('recovery')
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-end', gap: 3 }}>
      <Box sx={{ flex: 1 }}>
        <TaskProgress bridge={bridge} task={task} label={label} />
      </Box>
      <Button onClick={() => void bridge.call('recovery:stop', { work: task })}>{t('check.stop')}</Button>
    </Box>
  )
}
