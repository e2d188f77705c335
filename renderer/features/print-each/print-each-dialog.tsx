import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../db'
import { failureText } from '../../i18n'
import { useServices } from '../../stores'
import { fileName, NAME_PARTS, nameValues, type NamePart } from './file-names'
import type { NotWritten } from './print-each'
import { usePrintEach } from './use-print-each'

export interface PrintEachDialogProps {
  readonly ids: readonly string[]
  readonly onClose: () => void
}

/** Each chosen record as a PDF of its own, in a folder: what the files are called, how far it is, and what came of it. */
export function PrintEachDialog({ ids, onClose }: PrintEachDialogProps) {
  const { t } = useTranslation('printEach')
  const id = useId()
  const [parts, setParts] = useState<readonly NamePart[]>(['number', 'form', 'customer'])
  const { standing, begin, stop, showFolder } = usePrintEach(ids, parts)
  const isRunning = standing.phase === 'running'
  const toggle = (part: NamePart) => {
    setParts(NAME_PARTS.filter((each) => parts.includes(each) !== (each === part)))
  }
  return (
    <Dialog open onClose={isRunning ? undefined : onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t('title', { count: ids.length })}</DialogTitle>
      <DialogContent>
        {standing.phase === 'asking' && (
          <>
            <Typography sx={{ textWrap: 'pretty' }}>{t('text')}</Typography>
            <Box role="group" aria-label={t('name')} sx={{ mt: 4 }}>
              <Box sx={{ fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1 }}>{t('name')}</Box>
              {NAME_PARTS.map((part) => (
                <FormControlLabel
                  key={part}
                  label={t(`parts.${part}`)}
                  sx={{ mr: 5 }}
                  control={
                    <Checkbox
                      size="small"
                      checked={parts.includes(part)}
                      onChange={() => {
                        toggle(part)
                      }}
                    />
                  }
                />
              ))}
            </Box>
            <Example id={ids[0] ?? ''} parts={parts} />
          </>
        )}
        {standing.phase === 'running' && (
          <Box role="status">
            <Typography>{t('running', { done: standing.done, count: ids.length })}</Typography>
            <LinearProgress
              aria-label={t('title', { count: ids.length })}
              variant="determinate"
              value={(100 * standing.done) / ids.length}
              sx={{ mt: 3 }}
            />
          </Box>
        )}
        {standing.phase === 'done' && (
          <Box role="status">
            <Typography>
              {t('written', { count: standing.result.written, folder: standing.folder })}
            </Typography>
            {standing.result.gapped > 0 && (
              <Typography sx={{ mt: 2, color: 'var(--zk-amber-text)' }}>
                {t('gapped', { count: standing.result.gapped })}
              </Typography>
            )}
            {standing.result.left > 0 && (
              <Typography sx={{ mt: 2 }}>{t('left', { count: standing.result.left })}</Typography>
            )}
            <Failed failed={standing.result.failed} />
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        {standing.phase === 'asking' && (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button variant="contained" color="primary" autoFocus onClick={() => void begin()}>
              {t('choose')}
            </Button>
          </>
        )}
        {isRunning && (
          <Button autoFocus disabled={standing.stopping} onClick={stop}>
            {t(standing.stopping ? 'stopping' : 'stop')}
          </Button>
        )}
        {standing.phase === 'done' && (
          <>
            <Button onClick={showFolder}>{t('showFolder')}</Button>
            <Button variant="contained" color="primary" autoFocus onClick={onClose}>
              {t('close')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  )
}

/** What the first file would be called. */
function Example({ id, parts }: { readonly id: string; readonly parts: readonly NamePart[] }) {
  const { t } = useTranslation('printEach')
  const { workingCopy } = useServices()
  const view = useLive(() => workingCopy.records.get(id), [workingCopy, id])
  const name = view?.template ? fileName(parts, nameValues(view.template, view)) : null
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 2, overflowWrap: 'anywhere', minHeight: 20 }}>
      {name !== null && t('example', { name })}
    </Typography>
  )
}

/** Failures that are read at once; of more only the number. */
const SHOWN = 20

function Failed({ failed }: { readonly failed: readonly NotWritten[] }) {
  const { t } = useTranslation('printEach')
  if (failed.length === 0) return null
  return (
    <Box sx={{ mt: 3 }}>
      <Typography sx={{ color: 'var(--zk-seal-text)' }}>{t('failed', { count: failed.length })}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 5, fontSize: 13, overflowWrap: 'anywhere' }}>
        {failed.slice(0, SHOWN).map(({ id, name, failure }) => (
          <li key={id}>
            {failure.type === 'NoTemplate' ? t('noTemplate') : t('one', { name, why: failureText(failure) })}
          </li>
        ))}
        {failed.length > SHOWN && <li>{t('more', { count: failed.length - SHOWN })}</li>}
      </Box>
    </Box>
  )
}
