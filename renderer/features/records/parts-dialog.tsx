import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choose } from '../../ui'
import { PRINT_PART } from './limits'

export interface PartsDialogProps {
  readonly count: number
  /** Place of the first line of the part. */
  readonly onPrint: (from: number) => void
  readonly onCancel: () => void
}

/** A list that is too long for one job is printed in parts, and nothing is left out silently. */
export function PartsDialog({ count, onPrint, onCancel }: PartsDialogProps) {
  const { t } = useTranslation(['records', 'common'])
  const titleId = useId()
  const [part, setPart] = useState('0')
  const parts = Array.from({ length: Math.ceil(count / PRINT_PART) }, (_, at) => at)
  return (
    <Dialog open onClose={onCancel} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{t('parts.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 3 }}>{t('parts.intro', { count, part: PRINT_PART })}</Typography>
        <Choose
          label={t('parts.which')}
          value={part}
          width={240}
          choices={parts.map((at) => ({
            value: String(at),
            label: t('parts.range', {
              from: at * PRINT_PART + 1,
              to: Math.min(count, (at + 1) * PRINT_PART),
            }),
          }))}
          onChange={setPart}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        <Button
          variant="contained"
          color="primary"
          onClick={() => {
            onPrint(Number(part) * PRINT_PART)
          }}
        >
          {t('parts.print')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
