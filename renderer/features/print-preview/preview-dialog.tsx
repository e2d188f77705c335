import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useCallback, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintJob } from '../../../shared/ipc/contract'
import type { ExtraPage } from '../../../shared/print/extra-page'
import { failureText } from '../../i18n'
import { useAppState, useServices } from '../../stores'
import { useNotices } from '../../ui/notices'
import { useSaveExcel } from '../excel-export'
import { fitZoom, pxPerPoint, useElementSize, useZoomWheel, zoomStep } from '../sheet'
import type { ElementSize, ZoomMove } from '../sheet'
import { PdfPage } from './pdf-page'
import { PreviewBar } from './preview-bar'
import { canSwitchMode, copiesOf, modeOf, safeFileName, withMode } from './preview-job'
import type { SheetMode } from './preview-job'
import { withSetups } from './setup-job'
import { SetupPanel } from './setup-panel'
import { useExtras, withExtras } from './use-extras'
import { usePdf } from './use-pdf'
import { usePrintSetup } from './use-print-setup'

export interface PreviewDialogProps {
  readonly job: PrintJob
  /** File name without folder, e.g. `TS-2026-0001 客户投诉登记表一.pdf`. */
  readonly suggestedName: string
  /** Copies to begin with; those of the last time when absent. */
  readonly copies?: number
  /** What may be printed behind the form, if wanted; drawn only then. */
  readonly attachments?: PrintedAttachments
  readonly onClose: () => void
}

export interface PrintedAttachments {
  readonly count: number
  readonly pages: () => Promise<readonly ExtraPage[]>
}

/** Points: what is assumed before the PDF is there. */
const A4 = { width: 595, height: 842 }
/** Pixels of desk around the paper. */
const DESK_MARGIN = 96
const LARGEST_FIT = 1.25

/** As wide as the desk, but no larger than life unless the whole page can be seen. */
function fitDesk(sizes: readonly ElementSize[], desk: ElementSize | null): number {
  const width = Math.max(...sizes.map((size) => size.width))
  const height = Math.max(...sizes.map((size) => size.height))
  const whole = ((desk?.height ?? 700) - DESK_MARGIN / 2) / (height * pxPerPoint(1))
  return fitZoom(width, (desk?.width ?? 900) - DESK_MARGIN, Math.min(LARGEST_FIT, Math.max(1, whole)))
}

/** The real PDF, drawn page by page, with saving and printing. */
export function PreviewDialog(props: PreviewDialogProps) {
  const { job, suggestedName, copies: asked, attachments, onClose } = props
  const { t } = useTranslation('preview')
  const { bridge } = useServices()
  const notices = useNotices()
  const titleId = useId()
  const [mode, setMode] = useState<SheetMode | null>(() => modeOf(job))
  const setups = useAppState((state) => state.settings.printSetups)
  const moded = useMemo(() => withMode(job, mode), [job, mode])
  const extras = useExtras(attachments, mode)
  const shownJob = useMemo(
    () => withExtras(withSetups(moded, setups), extras.pages),
    [moded, setups, extras.pages],
  )
  const pdf = usePdf(bridge, shownJob)
  const saveExcel = useSaveExcel()
  const remembered = useAppState((state) => state.settings.copies)
  const [typedCopies, setTypedCopies] = useState(String(asked ?? remembered))
  const copies = copiesOf(typedCopies)
  const [working, setWorking] = useState(false)
  const [deskSize, setDesk, desk] = useElementSize()
  const [zoom, setZoom] = useState<number | null>(null)

  const setup = usePrintSetup(moded, pdf, desk)

  const sizes = pdf.state === 'ready' ? pdf.view.sizes : [A4]
  const shownZoom = zoom ?? fitDesk(sizes, deskSize)
  const onZoom = useCallback(
    (move: ZoomMove | 'fit') => {
      setZoom(move === 'fit' ? null : zoomStep(shownZoom, move))
    },
    [shownZoom],
  )
  useZoomWheel(desk, onZoom)

  const ready = pdf.state === 'ready' && !working && extras.button?.busy !== true
  const save = async () => {
    if (!ready) return
    setWorking(true)
    const result = await bridge.call('pdf:save', {
      job: shownJob,
      suggestedName: safeFileName(suggestedName),
    })
    setWorking(false)
    if (!result.ok) notices.warn(failureText(result.error))
    else if (result.value.path !== null) notices.tell(t('saved', { path: result.value.path }))
  }
  const print = async () => {
    if (!ready || copies === null) return
    setWorking(true)
    const result = await bridge.call('pdf:print', { job: shownJob, copies })
    setWorking(false)
    if (!result.ok) notices.warn(failureText(result.error))
    else if (result.value.printed) notices.tell(t('printed'))
  }

  const onKeyDown = (event: React.KeyboardEvent) => {
    const ctrl = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const onControl = event.target instanceof HTMLButtonElement || event.target instanceof HTMLInputElement
    const run = (action: () => unknown) => {
      event.preventDefault()
      event.stopPropagation()
      action()
    }
    if (ctrl && key === 's') run(() => void save())
    else if (ctrl && key === 'p') run(() => void print())
    else if (ctrl && (key === '+' || key === '='))
      run(() => {
        onZoom('in')
      })
    else if (ctrl && key === '-')
      run(() => {
        onZoom('out')
      })
    else if (ctrl && key === '0')
      run(() => {
        onZoom('reset')
      })
    else if (key === 'enter' && !onControl) run(() => void print())
  }

  return (
    <Dialog open fullScreen onClose={onClose} onKeyDown={onKeyDown} aria-labelledby={titleId}>
      <PreviewBar
        titleId={titleId}
        pages={pdf.state === 'ready' ? pdf.view.sizes.length : null}
        mode={canSwitchMode(job) ? mode : null}
        onMode={setMode}
        {...(setup ? { setup: setup.button } : {})}
        {...(extras.button ? { attachments: extras.button } : {})}
        zoom={shownZoom}
        onZoom={onZoom}
        copies={typedCopies}
        copiesBad={copies === null}
        onCopies={setTypedCopies}
        busy={!ready}
        onSave={() => void save()}
        onExcel={
          moded.job === 'form'
            ? () => void saveExcel(moded.sheets, suggestedName.replace(/\.pdf$/i, ''))
            : null
        }
        onPrint={() => void print()}
        onClose={onClose}
      />
      {pdf.state === 'ready' && pdf.missing.length > 0 ? (
        <Box
          role="alert"
          sx={{ px: 5, py: 2, bgcolor: 'var(--zk-amber-soft)', color: 'var(--zk-amber-text)' }}
        >
          {t('missing', { characters: pdf.missing.join(' ') })}
        </Box>
      ) : null}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box
          ref={setDesk}
          tabIndex={0}
          role="region"
          aria-label={t('title')}
          autoFocus
          sx={{
            flex: 1,
            minWidth: 0,
            position: 'relative',
            overflow: 'auto',
            display: 'flex',
            flexDirection: 'column',
            gap: 6,
            p: 6,
            bgcolor: 'var(--zk-desk)',
            '&:focus-visible': { outline: 'none' },
            '& > *': { mx: 'auto' },
          }}
        >
          {pdf.state === 'loading' ? <Typography role="status">{t('loading')}</Typography> : null}
          {pdf.state === 'failed' ? (
            <Box
              role="alert"
              sx={{ maxWidth: 640, p: 6, bgcolor: 'var(--zk-seal-soft)', color: 'var(--zk-seal-text)' }}
            >
              {failureText(pdf.failure)}
            </Box>
          ) : null}
          {pdf.state === 'ready'
            ? pdf.view.sizes.map((size, page) => (
                <PdfPage key={page} view={pdf.view} page={page} width={size.width * pxPerPoint(shownZoom)} />
              ))
            : null}
        </Box>
        {setup?.panel ? <SetupPanel {...setup.panel} /> : null}
      </Box>
    </Dialog>
  )
}
