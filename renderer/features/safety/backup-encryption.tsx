import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n'
import { useSafety, useServices } from '../../stores'
import { AskDialog, useNotices } from '../../ui'
import { CheckPassphraseDialog } from './check-passphrase-dialog'
import { SetPassphraseDialog } from './set-passphrase-dialog'

/** Whether backups are encrypted, and with what that stands and falls. */
export function BackupEncryption() {
  const { t } = useTranslation('safety')
  const { safety } = useServices()
  const notices = useNotices()
  const encryption = useSafety((state) => state?.encryption)
  const [open, setOpen] = useState<'set' | 'check' | 'drop' | null>(null)
  if (!encryption) return null
  const { on, failure, guarded } = encryption
  const close = () => {
    setOpen(null)
  }
  const drop = async () => {
    close()
    const dropped = await safety.dropPassphrase()
    if (dropped.ok) notices.tell(t('encrypt.dropped'))
    else notices.warn(failureText(dropped.error))
  }
  return (
    <Box>
      <Box sx={{ fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1 }}>{t('encrypt.title')}</Box>
      <Line>{t(on ? 'encrypt.onText' : 'encrypt.offText')}</Line>
      {failure && <Line tone="seal">{t('encrypt.broken')}</Line>}
      {on && !guarded && <Line tone="amber">{t('encrypt.notGuarded')}</Line>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
        <Opener what="set" onOpen={setOpen}>
          {t(on ? 'encrypt.change' : 'encrypt.set')}
        </Opener>
        {on && !failure && (
          <Opener what="check" onOpen={setOpen}>
            {t('encrypt.check')}
          </Opener>
        )}
        {on && (
          <Opener what="drop" onOpen={setOpen}>
            {t('encrypt.drop')}
          </Opener>
        )}
      </Box>
      {open === 'set' && <SetPassphraseDialog isAnother={on} onClose={close} />}
      {open === 'check' && <CheckPassphraseDialog onClose={close} />}
      {open === 'drop' && (
        <AskDialog
          title={t('encrypt.dropTitle')}
          text={t('encrypt.dropText')}
          yes={t('encrypt.dropYes')}
          onYes={() => void drop()}
          onNo={close}
        />
      )}
    </Box>
  )
}

interface OpenerProps<W extends string> {
  readonly what: W
  readonly onOpen: (what: W) => void
  readonly children: string
}

function Opener<W extends string>({ what, onOpen, children }: OpenerProps<W>) {
  return (
    <Button
      onClick={() => {
        onOpen(what)
      }}
    >
      {children}
    </Button>
  )
}

function Line({ tone, children }: { readonly tone?: 'amber' | 'seal'; readonly children: string }) {
  return (
    <Typography
      variant="body2"
      sx={{ mb: 1, textWrap: 'pretty', color: tone ? `var(--zk-${tone}-text)` : 'var(--zk-ink-soft)' }}
    >
      {children}
    </Typography>
  )
}
