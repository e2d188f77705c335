import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormHelperText from '@mui/material/FormHelperText'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface VoidDialogProps {
  /** Number or name of the record. */
  readonly name: string
  /** Something is typed that is not saved. */
  readonly dirty: boolean
  readonly onVoid: (reason: string) => void
  readonly onCancel: () => void
}

/** 作废 asks for the reason; it is kept with the record for ever. */
export function VoidDialog({ name, dirty, onVoid, onCancel }: VoidDialogProps) {
  const { t } = useTranslation('editor')
  const titleId = useId()
  const reasonId = useId()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = asked && reason.trim() === ''
  return (
    <Dialog open onClose={onCancel} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (reason.trim() !== '') onVoid(reason.trim())
        }}
      >
        <DialogTitle id={titleId}>{t('void.title', { name })}</DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 3 }}>{t('void.intro')}</Typography>
          {dirty && <Typography sx={{ mb: 3 }}>{t('void.typed')}</Typography>}
          <Typography component="label" htmlFor={reasonId} variant="body2">
            {t('void.reason')}
          </Typography>
          <OutlinedInput
            id={reasonId}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value)
            }}
            autoFocus
            fullWidth
            required
            error={missing}
            inputProps={{ maxLength: 200, 'aria-describedby': `${reasonId}-help` }}
          />
          <FormHelperText id={`${reasonId}-help`} error role={missing ? 'alert' : undefined}>
            {missing ? t('void.reasonNeeded') : ' '}
          </FormHelperText>
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>{t('void.cancel')}</Button>
          <Button type="submit" variant="contained" color="error">
            {t('void.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
