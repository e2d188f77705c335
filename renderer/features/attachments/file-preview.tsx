import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useCallback, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordAttachment } from '../../db'
import { sizeText } from '../../i18n'
import { DialogBar, Keys } from '../../ui'
import { PdfPage } from '../print-preview'
import { fitZoom, pxPerPoint, useElementSize, useZoomWheel, ZoomControl, zoomStep } from '../sheet'
import type { ElementSize, ZoomMove } from '../sheet'
import { useOpenedFile, type OpenedFile } from './use-opened-file'

export interface FilePreviewProps {
  readonly files: readonly RecordAttachment[]
  /** The one that is shown. */
  readonly row: string
  /** Hashes whose file is not on this computer. */
  readonly missing: ReadonlySet<string>
  readonly onRow: (row: string) => void
  readonly onOpen: (file: RecordAttachment) => void
  readonly onSave: (file: RecordAttachment) => void
  readonly onClose: () => void
}

/** Pixels of desk around what is shown. */
const DESK_MARGIN = 64

/** An attachment in full: pictures and PDFs with zoom, texts as they are; for others what can be done instead. */
export function FilePreview({ files, row, missing, onRow, onOpen, onSave, onClose }: FilePreviewProps) {
  const { t } = useTranslation('attachments')
  const titleId = useId()
  const at = Math.max(
    0,
    files.findIndex((each) => each.row === row),
  )
  const [file] = files.slice(at)
  const goTo = (to: number) => {
    const next = files[to]
    if (next) onRow(next.row)
  }
  if (!file) return null
  return (
    <Dialog
      open
      fullScreen
      onClose={onClose}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return
        if (event.key === 'PageUp' && event.shiftKey) goTo(at - 1)
        if (event.key === 'PageDown' && event.shiftKey) goTo(at + 1)
      }}
    >
      <Shown
        key={file.row}
        file={file}
        head={
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="h2" id={titleId} noWrap title={file.name}>
              {file.name}
            </Typography>
            <Typography variant="caption" color="text.secondary">
              {sizeText(file.size)}
            </Typography>
          </Box>
        }
        acts={
          <>
            <Button
              onClick={() => {
                goTo(at - 1)
              }}
              disabled={at === 0}
            >
              {t('preview.previous')}
            </Button>
            <Button
              onClick={() => {
                goTo(at + 1)
              }}
              disabled={at >= files.length - 1}
            >
              {t('preview.next')}
            </Button>
            <Button
              disabled={missing.has(file.hash)}
              onClick={() => {
                onOpen(file)
              }}
            >
              {t('preview.open')}
            </Button>
            <Button
              disabled={missing.has(file.hash)}
              onClick={() => {
                onSave(file)
              }}
            >
              {t('preview.save')}
            </Button>
            <Button onClick={onClose} aria-keyshortcuts="Escape">
              {t('preview.close')}&nbsp;
              <Keys keys="Esc" />
            </Button>
          </>
        }
      />
    </Dialog>
  )
}

interface ShownProps {
  readonly file: RecordAttachment
  readonly head: React.ReactNode
  readonly acts: React.ReactNode
}

function Shown({ file, head, acts }: ShownProps) {
  const opened = useOpenedFile(file)
  const [deskSize, setDesk, desk] = useElementSize()
  const [zoom, setZoom] = useState<number | null>(null)
  const shownZoom = zoom ?? fitOf(opened, deskSize)
  const onZoom = useCallback(
    (move: ZoomMove | 'fit') => {
      setZoom(move === 'fit' ? null : zoomStep(shownZoom, move))
    },
    [shownZoom],
  )
  useZoomWheel(desk, onZoom)
  return (
    <>
      <DialogBar>
        {head}
        {opened.file === 'picture' || opened.file === 'pdf' ? (
          <ZoomControl zoom={shownZoom} onZoom={onZoom} />
        ) : null}
        {acts}
      </DialogBar>
      <Box
        ref={setDesk}
        tabIndex={0}
        role="region"
        aria-label={file.name}
        sx={{
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          display: 'flex',
          flexDirection: 'column',
          gap: 6,
          p: 6,
          bgcolor: 'var(--zk-desk)',
          '& > *': { mx: 'auto' },
        }}
      >
        <Content opened={opened} name={file.name} zoom={shownZoom} />
      </Box>
    </>
  )
}

/** A picture at its own pixels, or smaller to be seen whole; a PDF as wide as the desk. */
function fitOf(opened: OpenedFile, desk: ElementSize | null): number {
  if (!desk) return 1
  if (opened.file === 'pdf') {
    const width = Math.max(...opened.view.sizes.map((size) => size.width))
    return fitZoom(width, desk.width - DESK_MARGIN, 1.25)
  }
  if (opened.file !== 'picture') return 1
  const whole = Math.min(
    (desk.width - DESK_MARGIN) / opened.width,
    (desk.height - DESK_MARGIN) / opened.height,
  )
  return Math.min(1, Math.floor(whole * 1000) / 1000)
}

function Content({
  opened,
  name,
  zoom,
}: {
  readonly opened: OpenedFile
  readonly name: string
  readonly zoom: number
}) {
  const { t } = useTranslation('attachments')
  switch (opened.file) {
    case 'loading':
      return <Typography role="status">{t('preview.loading')}</Typography>
    case 'missing':
      return <Told title={t('missing')} text={t('missingText')} />
    case 'damaged':
      return <Told title={t('damaged')} text={t('preview.broken')} />
    case 'broken':
      return <Told title={t('preview.broken')} text="" />
    case 'none':
      return <Told title={t('preview.none')} text="" />
    case 'picture':
      return (
        <img
          src={opened.address}
          alt={name}
          style={{ flex: 'none', width: opened.width * zoom, height: opened.height * zoom }}
        />
      )
    case 'pdf':
      return opened.view.sizes.map((size, page) => (
        <PdfPage key={page} view={opened.view} page={page} width={size.width * pxPerPoint(zoom)} />
      ))
    case 'text':
      return (
        <>
          {opened.cut ? <Typography role="status">{t('preview.cut')}</Typography> : null}
          <Box
            component="pre"
            data-selectable
            aria-label={t('preview.text')}
            sx={{
              width: 'min(100%, 900px)',
              m: 0,
              p: 6,
              bgcolor: 'var(--zk-surface)',
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
              font: 'inherit',
            }}
          >
            {opened.text}
          </Box>
        </>
      )
  }
}

function Told({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Box
      role="alert"
      sx={{ maxWidth: 560, p: 6, bgcolor: 'var(--zk-amber-soft)', color: 'var(--zk-amber-text)' }}
    >
      <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
      <Typography variant="body2" sx={{ mt: 1 }}>
        {text}
      </Typography>
    </Box>
  )
}
