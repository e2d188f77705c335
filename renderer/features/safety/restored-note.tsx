import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText, isoDayText } from '../../i18n'
import { useAppState, useSafety, useServices } from '../../stores'
import { AskDialog, useNotices } from '../../ui'

interface Way {
  readonly to: 'goBack' | 'goInto'
  readonly path: string
}

/** Where the present data came from, with the way back; and that they went to another computer. */
export function RestoredNote() {
  const { t } = useTranslation(['safety', 'restore'])
  const { bridge, safety } = useServices()
  const notices = useNotices()
  const [asking, setAsking] = useState<Way | null>(null)
  const here = useAppState((state) => state.start.folder.path)
  const status = useSafety((state) => state)
  if (!status) return null
  const { restored, restoredInto, movedOn } = status
  if (restored === null && restoredInto === null && movedOn === null) return null
  const go = async (path: string) => {
    setAsking(null)
    const result = await bridge.call('folder:use', { path })
    if (!result.ok) notices.warn(failureText(result.error))
  }
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {restored && (
        <Box>
          <Note>{t('restoredFrom', { day: isoDayText(restored.day), before: restored.before })}</Note>
          <Button
            sx={{ mt: 2 }}
            onClick={() => {
              setAsking({ to: 'goBack', path: restored.before })
            }}
          >
            {t('goBack')}
          </Button>
        </Box>
      )}
      {restoredInto && (
        <Box>
          <Note>{t('restoredInto', { day: isoDayText(restoredInto.day), after: restoredInto.after })}</Note>
          <Button
            sx={{ mt: 2 }}
            onClick={() => {
              setAsking({ to: 'goInto', path: restoredInto.after })
            }}
          >
            {t('goInto')}
          </Button>
        </Box>
      )}
      {asking && (
        <AskDialog
          title={t(`${asking.to}Title`)}
          text={t(`${asking.to}Text`, { path: asking.path, here })}
          yes={t('goBackYes')}
          onYes={() => void go(asking.path)}
          onNo={() => {
            setAsking(null)
          }}
        />
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
