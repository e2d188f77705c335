import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DifferenceLine } from './difference-line'

export interface SetBackDialogProps {
  /** The moment in words. */
  readonly moment: string
  /** The same without 今天 and the like, for the reason that is kept. */
  readonly lastingMoment: string
  /** The one field that is set back; absent for everything. */
  readonly what?: string
  /** What becomes another, from now to then. */
  readonly lines: readonly DifferenceLine[]
  /** A submitted record: a reason is kept with the correction. */
  readonly correction: boolean
  readonly onSetBack: (reason: string) => void
  readonly onCancel: () => void
}

/** Lines that are listed one by one. */
const LISTED = 12

/** Says what setting back changes, and that nothing is lost by it. */
export function SetBackDialog({
  moment,
  lastingMoment,
  what,
  lines,
  correction,
  onSetBack,
  onCancel,
}: SetBackDialogProps) {
  const { t } = useTranslation(['history', 'common'])
  const id = useId()
  const [reason, setReason] = useState<string>(t('setBack.presetReason', { moment: lastingMoment }))
  const idle = lines.length === 0
  return (
    <Dialog open onClose={onCancel} aria-labelledby={id} maxWidth="sm" fullWidth disableRestoreFocus>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!idle) onSetBack(reason.trim())
        }}
      >
        <DialogTitle id={id}>
          {what === undefined ? t('setBack.title', { moment }) : t('setBack.titleOne', { what, moment })}
        </DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 2 }}>
            {idle ? t('setBack.nothing') : t('setBack.intro', { count: lines.length })}
          </Typography>
          <Box
            component="ul"
            data-selectable
            sx={{ m: 0, mb: 3, pl: 5, fontSize: 13, overflowWrap: 'anywhere' }}
          >
            {lines.slice(0, LISTED).map((line) => (
              <li key={`${line.what} ${line.path.join(' ')}`}>
                {line.what}
                {': '}
                {line.before}
                {' → '}
                <b>{line.after}</b>
              </li>
            ))}
            {lines.length > LISTED && <li>{t('setBack.more', { count: lines.length - LISTED })}</li>}
          </Box>
          {idle ? null : <Typography sx={{ mb: 2 }}>{t('setBack.kept')}</Typography>}
          {correction && !idle ? (
            <>
              <Typography sx={{ mb: 1 }}>{t('setBack.correction')}</Typography>
              <OutlinedInput
                value={reason}
                fullWidth
                inputProps={{ maxLength: 200, 'aria-label': t('setBack.reason') }}
                onChange={(event) => {
                  setReason(event.target.value)
                }}
              />
            </>
          ) : null}
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel} autoFocus>
            {t('common:cancel')}
          </Button>
          <Button type="submit" variant="contained" color="primary" disabled={idle}>
            {t('setBack.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
