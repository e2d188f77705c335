import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CUSTOMERS } from '../../../shared/search/list-row'
import type { ImportNote } from '../../../shared/ipc/import'
import { failureText } from '../../i18n'
import { NoteLine } from './note-line'
import { useUndo, type UndoStanding } from './use-undo'

/** 撤销导入: what it comes to is said before anything is written. */
export function UndoDialog({ note, onClose }: { readonly note: ImportNote; readonly onClose: () => void }) {
  const { t } = useTranslation(['importing', 'common'])
  const id = useId()
  const { standing, run } = useUndo(note)
  const isBusy = standing.phase === 'looking' || standing.phase === 'running'
  const isAsking = standing.phase === 'asking' && standing.view.void + standing.view.setBack > 0
  return (
    <Dialog
      open
      onClose={standing.phase === 'running' ? undefined : onClose}
      aria-labelledby={id}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={id}>{t(standing.phase === 'done' ? 'undone' : 'undoTitle')}</DialogTitle>
      <DialogContent>
        <Told standing={standing} isOfCustomers={note.target === CUSTOMERS} />
        {isBusy && <LinearProgress aria-label={t('undo')} sx={{ mt: 3 }} />}
      </DialogContent>
      <DialogActions>
        <Button autoFocus disabled={standing.phase === 'running'} onClick={onClose}>
          {t(isAsking || isBusy ? 'common:cancel' : 'finish')}
        </Button>
        {isAsking && (
          <Button variant="contained" color="error" onClick={() => void run()}>
            {t('undoYes')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

function Told({
  standing,
  isOfCustomers,
}: {
  readonly standing: UndoStanding
  readonly isOfCustomers: boolean
}) {
  const { t } = useTranslation('importing')
  switch (standing.phase) {
    case 'looking':
      return <Typography role="status">{t('undoLooking')}</Typography>
    case 'asking': {
      const { left, setBack, void: gone } = standing.view
      return (
        <>
          {standing.moved && <NoteLine tone="look">{t('undoMoved')}</NoteLine>}
          {gone + setBack === 0 && <Typography>{t('undoNothing')}</Typography>}
          {gone > 0 && (
            <Typography sx={{ textWrap: 'pretty' }}>
              {t(isOfCustomers ? 'undoVoid.customers' : 'undoVoid.records', { count: gone })}
            </Typography>
          )}
          {setBack > 0 && <Typography sx={{ mt: 2 }}>{t('undoSetBack', { count: setBack })}</Typography>}
          {left > 0 && (
            <Typography sx={{ mt: 2, color: 'var(--zk-amber-text)' }}>
              {t('undoLeft', { count: left })}
            </Typography>
          )}
        </>
      )
    }
    case 'running':
      return (
        <Typography role="status">{t('undoing', { done: standing.done, count: standing.total })}</Typography>
      )
    case 'done':
      return <Typography role="status">{t('undoDone', { count: standing.count })}</Typography>
    case 'failed':
      return <Typography role="alert">{failureText(standing.failure)}</Typography>
    case 'crashed':
      return <Typography role="alert">{t('undoCrashed', { reason: standing.reason })}</Typography>
  }
}
