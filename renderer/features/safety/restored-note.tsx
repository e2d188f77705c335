import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { failureText, isoDayText } from '../../i18n'
import { useSafety, useServices } from '../../stores'
import { useNotices } from '../../ui'

/** Where the present data came from, with the way back; and that they went to another computer. */
export function RestoredNote() {
  const { t } = useTranslation(['safety', 'restore'])
  const { bridge, safety } = useServices()
  const notices = useNotices()
  const status = useSafety((state) => state)
  if (!status || (status.restored === null && status.movedOn === null)) return null
  const { restored, movedOn } = status
  const goBack = async (path: string) => {
    const result = await bridge.call('folder:use', { path })
    if (!result.ok) notices.warn(failureText(result.error))
  }
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {restored && (
        <Box>
          <Note>{t('restoredFrom', { day: isoDayText(restored.day), before: restored.before })}</Note>
          <Button sx={{ mt: 2 }} onClick={() => void goBack(restored.before)}>
            {t('goBack')}
          </Button>
        </Box>
      )}
      {movedOn !== null && (
        <Box>
          <Note>{t('restore:move.movedOn', { day: isoDayText(movedOn) })}</Note>
          <Button sx={{ mt: 2 }} onClick={() => void safety.stay()}>
            {t('restore:move.stay')}
          </Button>
        </Box>
      )}
    </Box>
  )
}

function Note({ children }: { readonly children: string }) {
  return (
    <Typography
      data-selectable
      sx={{ color: 'var(--zk-amber-text)', overflowWrap: 'anywhere', textWrap: 'pretty' }}
    >
      {children}
    </Typography>
  )
}
