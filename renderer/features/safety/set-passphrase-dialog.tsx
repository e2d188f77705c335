import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n'
import { useServices } from '../../stores'
import { useNotices } from '../../ui'
import { LEAST, PassphraseFields } from '../team'

export interface SetPassphraseDialogProps {
  /** One was set before. */
  readonly isAnother: boolean
  readonly onClose: () => void
}

/** A passphrase for the backups, twice, with what hangs on it said before it is set. */
export function SetPassphraseDialog({ isAnother, onClose }: SetPassphraseDialogProps) {
  const { t } = useTranslation(['safety', 'common'])
  const { safety } = useServices()
  const notices = useNotices()
  const id = useId()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [busy, setBusy] = useState(false)
  const fits = Array.from(passphrase.trim()).length >= LEAST && again === passphrase
  const set = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!fits || busy) return
    setBusy(true)
    const done = await safety.setPassphrase(passphrase)
    setBusy(false)
    if (!done.ok) notices.warn(failureText(done.error))
    else {
      notices.tell(t('encrypt.done'))
      onClose()
    }
  }
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby={id} onClose={onClose}>
      <form noValidate onSubmit={(event) => void set(event)}>
        <DialogTitle id={id}>{t('encrypt.setTitle')}</DialogTitle>
        <DialogContent>
          <Typography color="textSecondary" sx={{ mb: 3, textWrap: 'pretty' }}>
            {t('encrypt.setText')} {isAnother && t('encrypt.changeText')}
          </Typography>
          <PassphraseFields
            passphrase={passphrase}
            again={again}
            onPassphrase={setPassphrase}
            onAgain={setAgain}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={!fits || busy}>
            {t('encrypt.setYes')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
