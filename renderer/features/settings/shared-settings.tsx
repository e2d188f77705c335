import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../db'
import { failureText } from '../../i18n'
import { useAppState, usePersonRef, useServices } from '../../stores'
import { Choose, Keys, useNotices } from '../../ui'
import { maskKinds, noMasks, type MaskKind } from '../../../shared/kernel/mask'

const minutes = [5, 10, 15, 30, 60] as const
const maskText = { phone: 'maskPhone', idNumber: 'maskIdNumber' } as const satisfies Record<MaskKind, string>

/** A computer that several people use: when it locks itself, what its lists hide, and what nothing of this prevents. */
export function SharedSettings() {
  const { t } = useTranslation('settings')
  const { app, lock, workingCopy } = useServices()
  const by = usePersonRef()
  const notices = useNotices()
  const idleLock = useAppState((state) => state.settings.idleLock)
  const masks = useLive(() => workingCopy.masks.get(), [workingCopy]) ?? noMasks
  const setMask = async (kind: MaskKind, isMasked: boolean) => {
    const written = await workingCopy.masks.set(kind, isMasked, by)
    if (!written.ok) notices.warn(failureText(written.error))
  }
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'flex-end', gap: 4 }}>
        <Choose
          label={t('idleLock')}
          value={idleLock === undefined ? '' : String(idleLock)}
          choices={[
            { value: '', label: t('idleNever') },
            ...minutes.map((count) => ({ value: String(count), label: t('idleMinutes', { count }) })),
          ]}
          onChange={(value) => void app.setIdleLock(minutes.find((each) => String(each) === value))}
        />
        <Button onClick={lock.lock}>
          {t('lockNow')}
          <Keys keys="Ctrl+L" />
        </Button>
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
        {t('idleText')}
      </Typography>
      <Box role="group" aria-label={t('masks')} sx={{ mt: 5 }}>
        <Box sx={{ fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1 }}>{t('masks')}</Box>
        {maskKinds.map((kind) => (
          <FormControlLabel
            key={kind}
            label={t(maskText[kind])}
            sx={{ mr: 6 }}
            control={
              <Checkbox
                size="small"
                checked={masks[kind]}
                disabled={workingCopy.readOnly}
                onChange={(_event, checked) => void setMask(kind, checked)}
              />
            }
          />
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t('masksText')}
      </Typography>
      <Box
        sx={{ mt: 5, p: 3, borderRadius: 1, bgcolor: 'var(--zk-amber-soft)', color: 'var(--zk-amber-text)' }}
      >
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {t('privacy')}
        </Typography>
        <Typography variant="body2" sx={{ mt: 1 }}>
          {t('privacyText')}
        </Typography>
      </Box>
    </>
  )
}
