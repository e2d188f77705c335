import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui'

export interface CorrectDialogProps {
  /** Number or name of the record. */
  readonly name: string
  readonly onCorrect: (reason: string) => void
  readonly onCancel: () => void
}

/** 更正 asks for a short reason before it is saved; Enter goes on, with one or without. */
export function CorrectDialog({ name, onCorrect, onCancel }: CorrectDialogProps) {
  const { t } = useTranslation('editor')
  const titleId = useId()
  const [reason, setReason] = useState('')
  return (
    <Dialog open onClose={onCancel} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onCorrect(reason.trim())
        }}
      >
        <DialogTitle id={titleId}>{t('correct.title', { name })}</DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 3 }}>{t('correct.intro')}</Typography>
          <Field
            label={t('correct.reason')}
            mayBeEmpty
            value={reason}
            autoFocus
            inputProps={{ maxLength: 200 }}
            onChange={(event) => {
              setReason(event.target.value)
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>{t('correct.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary">
            {t('correct.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
