import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SystemPrinter } from '../../../shared/ipc/print-run'
import { unknownParts } from '../../../shared/print/name-pattern'
import { failureText } from '../../i18n'
import { useAppState, useServices } from '../../stores'
import { copiesOf } from '../print-preview'
import { chosenPrinter, usualChoices, type Choices } from './choices'
import type { PrintSource } from './prepare'
import { RunChoices } from './run-choices'
import { RunSummary } from './run-summary'
import { useExample } from './use-example'
import { usePrintRun, type RunStanding } from './use-print-run'

export interface PrintRunDialogProps {
  readonly source: PrintSource
  /** Of the file, without ending. */
  readonly title: string
  readonly onClose: () => void
}

/** 批量打印: where many sheets go and how, how far they are, and what came of them. */
export function PrintRunDialog({ source, title, onClose }: PrintRunDialogProps) {
  const { t, i18n } = useTranslation('printRun')
  const { bridge } = useServices()
  const id = useId()
  const last = useAppState((state) => state.settings.printRun) ?? usualChoices(i18n.language)
  const [choices, setChoices] = useState<Choices>({
    ...last,
    copies: 1,
    reversed: false,
    overprint: 'asSetUp',
    attachments: false,
  })
  const [copies, setCopies] = useState('1')
  const [printers, setPrinters] = useState<readonly SystemPrinter[] | null>(null)
  const { standing, begin, stop, show } = usePrintRun(source, title)
  const example = useExample(source)
  const count = source.ids.length
  const read = copiesOf(copies)
  const copiesBad = read === null || read > 99
  useEffect(() => {
    let isCurrent = true
    void bridge.call('printRun:printers', null).then((found) => {
      if (isCurrent) setPrinters(found)
    })
    return () => {
      isCurrent = false
    }
  }, [bridge])
  const isReady =
    !copiesBad &&
    (choices.into !== 'folder' || unknownParts(choices.pattern).length === 0) &&
    (choices.into !== 'printer' || chosenPrinter(printers ?? [], choices.printer) !== undefined)
  const isThere = standing.phase === 'done' && (standing.done?.path ?? null) !== null
  const start = () => {
    if (isReady) void begin({ ...choices, copies: read })
  }
  return (
    <Dialog
      open
      onClose={standing.phase === 'running' ? undefined : onClose}
      aria-labelledby={id}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={id}>
        {source.source === 'records'
          ? t(source.whole ? 'titleWhole' : 'title', { count })
          : t('titleCustomers', { count, form: source.form.name })}
      </DialogTitle>
      <DialogContent>
        {standing.phase === 'asking' && (
          <>
            {standing.failure !== null && (
              <Typography role="alert" sx={{ mb: 3, color: 'var(--zk-seal-text)' }}>
                {failureText(standing.failure)}
              </Typography>
            )}
            {source.source === 'customers' && <Typography sx={{ mb: 3 }}>{t('customersText')}</Typography>}
            <RunChoices
              choices={choices}
              copies={copies}
              copiesBad={copiesBad}
              onCopies={setCopies}
              printers={printers}
              example={example}
              mayAttach={source.source === 'records'}
              onChange={(part) => {
                setChoices({ ...choices, ...part })
              }}
            />
          </>
        )}
        {standing.phase === 'running' && <Running standing={standing} count={count} />}
        {standing.phase === 'done' && <RunSummary standing={standing} />}
      </DialogContent>
      <DialogActions>
        {standing.phase === 'asking' && (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button variant="contained" color="primary" autoFocus disabled={!isReady} onClick={start}>
              {t(`begin.${choices.into}`)}
            </Button>
          </>
        )}
        {standing.phase === 'running' && (
          <Button autoFocus disabled={standing.stopping} onClick={stop}>
            {t(standing.stopping ? 'stopping' : 'stop')}
          </Button>
        )}
        {standing.phase === 'done' && (
          <>
            {standing.into !== 'printer' && isThere && (
              <Button onClick={show}>{t(`show.${standing.into}`)}</Button>
            )}
            <Button variant="contained" color="primary" autoFocus onClick={onClose}>
              {t('close')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  )
}

interface RunningProps {
  readonly standing: Extract<RunStanding, { readonly phase: 'running' }>
  readonly count: number
}

function Running({ standing: { done, seconds }, count }: RunningProps) {
  const { t } = useTranslation('printRun')
  const minutes = seconds === null ? null : Math.round(seconds / 60)
  return (
    <Box>
      <Typography role="status">{t('running', { done, count })}</Typography>
      <LinearProgress
        aria-label={t('progress')}
        variant="determinate"
        value={(100 * done) / count}
        sx={{ mt: 3 }}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 2, minHeight: 20 }}>
        {seconds !== null &&
          (minutes !== null && minutes > 1
            ? t('minutesLeft', { count: minutes })
            : t('secondsLeft', { count: seconds }))}
      </Typography>
    </Box>
  )
}
