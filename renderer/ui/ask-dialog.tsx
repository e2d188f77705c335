import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

export interface AskDialogProps {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly onYes: () => void
  readonly onNo: () => void
  /** What is done cannot be taken back: the button says so in red. */
  readonly final?: boolean
}

/** A question before something that a person may not have meant. Enter answers the safe way. */
export function AskDialog({ title, text, yes, onYes, onNo, final = false }: AskDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <Dialog open onClose={onNo} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <Typography>{text}</Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onNo} autoFocus>
          {t('cancel')}
        </Button>
        <Button variant="contained" color={final ? 'error' : 'primary'} onClick={onYes}>
          {yes}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
