import Button from '@mui/material/Button'
import Dialog, { type DialogProps } from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface ReadDialogProps {
  readonly title: string
  readonly width: NonNullable<DialogProps['maxWidth']>
  /** A long text: it takes the whole width, and the keyboard can scroll it. */
  readonly long?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Something to read, and nothing to do but to close it. */
export function ReadDialog({ title, width, long = false, onClose, children }: ReadDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <Dialog open onClose={onClose} maxWidth={width} fullWidth={long} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent {...(long ? { tabIndex: 0 } : {})}>{children}</DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
