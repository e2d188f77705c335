import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Box from '@mui/material/Box'
import { useId, useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bridge } from '../../../shared/ipc/contract'
import { failureText } from '../../i18n'
import { Field } from '../../ui'
import { TaskProgress } from '../safety'
import { BackupList } from './backup-list'
import { PreviewView } from './preview-view'
import { RefusedBackup, Trouble } from './refused-backup'
import { useRestore, type Restore } from './use-restore'
import { Words } from './words'

export interface RestoreWizardProps {
  /** Given, and not taken from the services: a start that failed has none. */
  readonly bridge: Bridge
  /** Milliseconds since 1970. */
  readonly now: number
  /** Out of a backup that another computer made for this one. */
  readonly moved?: boolean
  readonly onClose: () => void
}

/** 从备份恢复: which backup, what it holds and how it stands beside what is here, and only then a new data folder. */
export function RestoreWizard({ bridge, now, moved = false, onClose }: RestoreWizardProps) {
  const { t } = useTranslation(['restore', 'common'])
  const restore = useRestore(bridge)
  const id = useId()
  const { standing } = restore
  const busy = standing.at === 'reading' || standing.at === 'restoring'
  return (
    <Dialog
      open
      maxWidth="sm"
      fullWidth
      aria-labelledby={id}
      onClose={() => {
        if (!busy) onClose()
      }}
    >
      <DialogTitle id={id}>{t(moved ? 'titleMoved' : 'title')}</DialogTitle>
      <DialogContent sx={{ minHeight: 180 }}>
        <Step restore={restore} bridge={bridge} now={now} moved={moved} />
      </DialogContent>
      <DialogActions>
        <Button onClick={busy ? restore.stop : onClose}>{busy ? t('stop') : t('common:cancel')}</Button>
        <Box sx={{ flex: 1 }} />
        {(standing.at === 'seen' || standing.at === 'refused' || standing.at === 'locked') && (
          <Button onClick={restore.again}>{t('chooseOther')}</Button>
        )}
        {standing.at === 'seen' && (
          <Button variant="contained" color="primary" autoFocus onClick={() => void restore.go()}>
            {t('go')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

interface StepProps extends Pick<RestoreWizardProps, 'bridge' | 'now'> {
  readonly restore: Restore
  readonly moved: boolean
}

function Step({ restore, bridge, now, moved }: StepProps) {
  const { t } = useTranslation('restore')
  const { standing } = restore
  switch (standing.at) {
    case 'choosing':
      return <Choosing restore={restore} now={now} moved={moved} />
    case 'reading':
      return <TaskProgress bridge={bridge} task="restore" label={t('reading')} />
    case 'locked':
      return (
        <Passphrase
          key={standing.archive}
          wrong={standing.wrong}
          onPassphrase={(passphrase) => void restore.look(standing.archive, passphrase)}
        />
      )
    case 'refused':
      return <RefusedBackup now={now} refused={standing} onLook={(archive) => void restore.look(archive)} />
    case 'seen':
      return (
        <>
          <PreviewView
            now={now}
            preview={standing.preview}
            target={standing.target}
            onPlace={() => void restore.choosePlace()}
          />
          {standing.failure && (
            <Trouble>
              {standing.failure.type === 'PlaceInTheWay'
                ? t(`inTheWay.${standing.failure.of}`, { path: standing.failure.path })
                : failureText(standing.failure)}
            </Trouble>
          )}
        </>
      )
    case 'restoring':
      return <TaskProgress bridge={bridge} task="restore" label={t('restoring')} />
  }
}

function Choosing({ restore, now, moved }: Omit<StepProps, 'bridge'>) {
  const { t } = useTranslation('restore')
  return (
    <>
      <Words>{t(moved ? 'movedText' : 'calm')}</Words>
      {moved && <Words>{t('movedTeam')}</Words>}
      {!moved && restore.listed && (
        <BackupList
          now={now}
          listed={restore.listed}
          beside={restore.beside}
          onLook={(archive) => void restore.look(archive)}
        />
      )}
      <Button
        autoFocus
        sx={{ mt: 3 }}
        {...(moved ? { variant: 'contained' as const, color: 'primary' as const } : {})}
        onClick={() => void restore.chooseFile()}
      >
        {t('chooseFile')}
      </Button>
    </>
  )
}

interface PassphraseProps {
  readonly wrong: boolean
  readonly onPassphrase: (passphrase: string) => void
}

function Passphrase({ wrong, onPassphrase }: PassphraseProps) {
  const { t } = useTranslation('restore')
  const [passphrase, setPassphrase] = useState('')
  const open = (event: SyntheticEvent) => {
    event.preventDefault()
    if (passphrase !== '') onPassphrase(passphrase)
  }
  return (
    <form noValidate onSubmit={open}>
      <Words strong>{t('passphraseTitle')}</Words>
      <Words>{t('passphraseText')}</Words>
      <Box sx={{ display: 'flex', alignItems: 'end', gap: 2, mt: 3 }}>
        <Field
          label={t('passphrase')}
          type="password"
          autoFocus
          autoComplete="off"
          value={passphrase}
          inputProps={{ maxLength: 200 }}
          sx={{ flex: 1 }}
          onChange={(event) => {
            setPassphrase(event.target.value)
          }}
        />
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={passphrase === ''}
          sx={{ height: 36 }}
        >
          {t('open')}
        </Button>
      </Box>
      {wrong && <Trouble>{t('wrong')}</Trouble>}
    </form>
  )
}
