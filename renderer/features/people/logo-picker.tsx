import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n'
import { useNotices } from '../../ui'
import type { Bridge } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'

export type Logo = NonNullable<Letterhead['logo']>

export interface LogoPickerProps {
  readonly label: string
  readonly logo: Logo | undefined
  readonly bridge: Bridge
  readonly onLogo: (logo: Logo | undefined) => void
}

/** The firm's sign for the head of every sheet, from a file. */
export function LogoPicker({ label, logo, bridge, onLogo }: LogoPickerProps) {
  const { t } = useTranslation(['people', 'common'])
  const notices = useNotices()
  const choose = async () => {
    const result = await bridge.call('logo:choose', null)
    if (!result.ok) notices.warn(failureText(result.error))
    else if (result.value) onLogo(result.value)
  }
  return (
    <Box role="group" aria-label={label}>
      <Box
        sx={{ fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1 }}
      >{`${label} · ${t('common:optional')}`}</Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}>
        {logo && (
          <Box
            component="img"
            src={logo.source}
            alt={t('logoNow')}
            sx={{
              height: 32,
              maxWidth: 120,
              objectFit: 'contain',
              backgroundColor: 'var(--zk-paper)',
              borderRadius: 1,
            }}
          />
        )}
        <Button onClick={() => void choose()}>{t(logo ? 'logoOther' : 'logoChoose')}</Button>
        {logo && (
          <Button
            variant="text"
            onClick={() => {
              onLogo(undefined)
            }}
          >
            {t('common:remove')}
          </Button>
        )}
      </Box>
    </Box>
  )
}
