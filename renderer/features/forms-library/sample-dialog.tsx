import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useCallback, useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogBar, Keys } from '../../ui'
import { fitZoom, PaperPage, pxPerPoint, useElementSize, useZoomWheel, ZoomControl, zoomStep } from '../sheet'
import type { ZoomMove } from '../sheet'
import type { FormSheet } from '../../../shared/ipc/contract'
import { layoutForm } from '../../../shared/print'
import { PageTurner } from './form-panel'

export interface SampleDialogProps {
  readonly sheet: FormSheet
  readonly onPrint: () => void
  readonly onClose: () => void
}

/** Pixels of desk around the page. */
const DESK_MARGIN = 48
const LARGEST_FIT = 1.25

/** The hand-made example of a form, to look at and to print: nothing in it can be typed into or saved. */
export function SampleDialog({ sheet, onPrint, onClose }: SampleDialogProps) {
  const { t } = useTranslation(['forms', 'common'])
  const id = useId()
  const layout = useMemo(() => layoutForm(sheet), [sheet])
  const [turned, setPage] = useState(0)
  const [chosenZoom, setZoom] = useState<number | null>(null)
  const [size, setDesk, desk] = useElementSize()
  const pages = layout.pages.length
  const at = Math.max(0, Math.min(pages - 1, turned))
  const page = layout.pages[at]
  const whole = ((size?.height ?? 640) - DESK_MARGIN) / ((page?.height ?? 842) * pxPerPoint(1))
  const fit = fitZoom(
    page?.width ?? 595,
    (size?.width ?? 1000) - DESK_MARGIN,
    Math.min(LARGEST_FIT, Math.max(0.85, whole)),
  )
  const zoom = chosenZoom ?? fit
  const onZoom = useCallback(
    (move: ZoomMove | 'fit') => {
      setZoom(move === 'fit' ? null : zoomStep(zoom, move))
    },
    [zoom],
  )
  useZoomWheel(desk, onZoom)
  useEffect(() => {
    desk?.focus()
  }, [desk])
  const turnTo = (next: number) => {
    setPage(Math.max(0, Math.min(pages - 1, next)))
    desk?.scrollTo({ top: 0 })
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const ctrl = event.ctrlKey || event.metaKey
    if (event.key === 'PageDown' || event.key === 'ArrowRight') turnTo(at + 1)
    else if (event.key === 'PageUp' || event.key === 'ArrowLeft') turnTo(at - 1)
    else if (ctrl && event.key.toLowerCase() === 'p') onPrint()
    else if (ctrl && (event.key === '+' || event.key === '=')) onZoom('in')
    else if (ctrl && event.key === '-') onZoom('out')
    else if (ctrl && event.key === '0') onZoom('reset')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Dialog open fullScreen onClose={onClose} onKeyDown={onKeyDown} aria-labelledby={id}>
      <DialogBar>
        <Typography variant="h2" id={id} lang="zh-CN" noWrap>
          {sheet.template.name}
        </Typography>
        <Typography variant="body2" color="textSecondary" noWrap>
          {t('sampleNote')}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {pages > 1 && <PageTurner page={at} pages={pages} onPage={turnTo} />}
        <ZoomControl zoom={zoom} onZoom={onZoom} />
        <Button onClick={onPrint} aria-keyshortcuts="Control+P">
          {t('printSample')}&nbsp;
          <Keys keys="Ctrl P" />
        </Button>
        <Button onClick={onClose} aria-keyshortcuts="Escape">
          {t('common:close')}&nbsp;
          <Keys keys="Esc" />
        </Button>
      </DialogBar>
      <Box
        ref={setDesk}
        tabIndex={0}
        role="region"
        aria-label={t('sampleNamed', { name: sheet.template.name })}
        sx={{
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          display: 'flex',
          p: 6,
          bgcolor: 'var(--zk-desk)',
          '&:focus-visible': { outline: 'none' },
          '& > *': { m: 'auto' },
        }}
      >
        {page && <PaperPage page={page} scale={pxPerPoint(zoom)} height={page.height} />}
      </Box>
    </Dialog>
  )
}
