import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui'

export interface CloseDialogProps {
  readonly name: string
  readonly onClose: (reason: string) => void
  readonly onCancel: () => void
}

/** 销户 asks for the reason; it is kept with the customer. */
export function CloseDialog({ name, onClose, onCancel }: CloseDialogProps) {
  const { t } = useTranslation(['customers', 'common'])
  const titleId = useId()
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
          if (reason.trim() !== '') onClose(reason.trim())
        }}
      >
        <DialogTitle id={titleId}>{t('closing.title', { name })}</DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 3 }}>{t('closing.text')}</Typography>
          <Field
            label={t('closing.reason')}
            value={reason}
            autoFocus
            inputProps={{ maxLength: 200 }}
            problem={missing ? t('closing.needed') : undefined}
            onChange={(event) => {
              setReason(event.target.value)
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>{t('common:cancel')}</Button>
          <Button type="submit" variant="contained" color="error">
            {t('closing.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
