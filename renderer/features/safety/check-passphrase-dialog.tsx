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
import { Field } from '../../ui'

type Verdict = { readonly fits: boolean } | { readonly why: string }

/** Whether a person still knows the passphrase of the backups, while there is still time to set another. */
export function CheckPassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['safety', 'common'])
  const { bridge } = useServices()
  const id = useId()
  const [passphrase, setPassphrase] = useState('')
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const check = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (passphrase === '') return
    const checked = await bridge.call('safety:checkPassphrase', { passphrase })
    setVerdict(checked.ok ? { fits: checked.value.fits === true } : { why: failureText(checked.error) })
  }
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby={id} onClose={onClose}>
      <form noValidate onSubmit={(event) => void check(event)}>
        <DialogTitle id={id}>{t('encrypt.checkTitle')}</DialogTitle>
        <DialogContent>
          <Typography color="textSecondary" sx={{ mb: 3 }}>
            {t('encrypt.checkText')}
          </Typography>
          <Field
            label={t('encrypt.passphrase')}
            type="password"
            autoFocus
            autoComplete="off"
            value={passphrase}
            inputProps={{ maxLength: 200 }}
            onChange={(event) => {
              setVerdict(null)
              setPassphrase(event.target.value)
            }}
          />
          {verdict && <VerdictText verdict={verdict} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common:close')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={passphrase === ''}>
            {t('encrypt.checkYes')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function VerdictText({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('safety')
  const fits = 'fits' in verdict && verdict.fits
  const text = 'why' in verdict ? verdict.why : t(fits ? 'encrypt.fits' : 'encrypt.fitsNot')
  return (
    <Typography
      role={fits ? 'status' : 'alert'}
      sx={{ mt: 2, color: `var(--zk-${fits ? 'green' : 'seal'}-text)`, textWrap: 'pretty' }}
    >
      {text}
    </Typography>
  )
}
