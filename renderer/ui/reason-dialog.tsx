import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from './field'

export interface ReasonDialogProps {
  readonly title: string
  /** A paragraph each. */
  readonly text: readonly string[]
  /** What the words are: 作废原因. */
  readonly label: string
  /** What is said when nothing is typed; without it the words may be left out. */
  readonly needed?: string
  readonly yes: string
  readonly no?: string
  /** A grave step: the button says so in red. */
  readonly final?: boolean
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
}

/** Longest reason in characters: one line of a list. */
const MOST = 200

/** Asks for a few words before something is done; Enter goes on. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, text, label, needed, yes, no, final = false, onReason, onCancel } = props
  const { t } = useTranslation()
  const titleId = useId()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const isMissing = needed !== undefined && reason.trim() === ''
  return (
    <Dialog open onClose={onCancel} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(true)
          if (!isMissing) onReason(reason.trim())
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          {text.map((paragraph) => (
            <Typography key={paragraph} sx={{ mb: 3 }}>
              {paragraph}
            </Typography>
          ))}
          <Field
            label={label}
            mayBeEmpty={needed === undefined}
            required={needed !== undefined}
            value={reason}
            autoFocus
            inputProps={{ maxLength: MOST }}
            problem={asked && isMissing ? needed : undefined}
            onChange={(event) => {
              setReason(event.target.value)
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>{no ?? t('cancel')}</Button>
          <Button type="submit" variant="contained" color={final ? 'error' : 'primary'}>
            {yes}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
