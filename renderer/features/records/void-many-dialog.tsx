import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui'

export interface VoidManyDialogProps {
  /** Records that will be voided, and chosen ones that stay as they are (drafts, void ones). */
  readonly count: number
  readonly left: number
  readonly onVoid: (reason: string) => void
  readonly onCancel: () => void
}

/** 作废 of several records with one reason for all. */
export function VoidManyDialog({ count, left, onVoid, onCancel }: VoidManyDialogProps) {
  const { t } = useTranslation(['records', 'editor'])
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
          if (reason.trim() !== '') onVoid(reason.trim())
        }}
      >
        <DialogTitle id={titleId}>{t('voidMany.title', { count })}</DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 3 }}>
            {t('voidMany.intro')}
            {left > 0 && ` ${t('voidMany.left', { count: left })}`}
          </Typography>
          <Field
            label={t('editor:void.reason')}
            value={reason}
            autoFocus
            required
            inputProps={{ maxLength: 200 }}
            problem={missing ? t('editor:void.reasonNeeded') : undefined}
            onChange={(event) => {
              setReason(event.target.value)
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>{t('editor:void.cancel')}</Button>
          <Button type="submit" variant="contained" color="error">
            {t('voidMany.confirm', { count })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
