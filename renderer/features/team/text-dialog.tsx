import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui'

export interface TextDialogProps {
  readonly title: string
  readonly text?: string
  readonly label: string
  readonly before: string
  readonly most: number
  /** Answers whether it was done: then the dialog closes. */
  readonly onText: (text: string) => Promise<boolean>
  readonly onClose: () => void
}

/** One line that a person is asked for: a name, a code. */
export function TextDialog({ title, text, label, before, most, onText, onClose }: TextDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState(before)
  const [busy, setBusy] = useState(false)
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (typed.trim() === '' || busy) return
    setBusy(true)
    const done = await onText(typed.trim()).finally(() => {
      setBusy(false)
    })
    if (done) onClose()
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={id}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          {text !== undefined && <Typography sx={{ mb: 3, textWrap: 'pretty' }}>{text}</Typography>}
          <Field
            label={label}
            value={typed}
            autoFocus
            autoComplete="off"
            inputProps={{ maxLength: most }}
            onChange={(event) => {
              setTyped(event.target.value)
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={typed.trim() === '' || busy}>
            {t('ok')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
