import Box from '@mui/material/Box'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { emptyValues } from '../../../shared/forms/values'
import type { Template } from '../../../shared/forms/template'
import { layoutForm } from '../../../shared/print'
import type { Letterhead } from '../../../shared/print/layout-input'
import { fitZoom, PaperPage, pxPerPoint, useElementSize } from '../sheet'

export interface BlankPreviewProps {
  readonly template: Template
  readonly letterhead: Letterhead
}

/** Pixels of desk at both sides of the paper. */
const DESK = 64
const LARGEST = 1.25

/** The blank sheet as it will be printed, page under page. */
export function BlankPreview({ template, letterhead }: BlankPreviewProps) {
  const { t } = useTranslation('formSettings')
  const shown = useDeferredValue(template)
  const { pages } = useMemo(
    () => layoutForm({ template: shown, values: emptyValues, letterhead, mode: 'blank' }),
    [shown, letterhead],
  )
  const [size, setDesk] = useElementSize()
  const width = Math.max(...pages.map((page) => page.width))
  const scale = pxPerPoint(fitZoom(width, (size?.width ?? 900) - DESK, LARGEST))
  return (
    <Box
      ref={setDesk}
      tabIndex={0}
      role="region"
      aria-label={t('preview')}
      sx={{
        flex: 1,
        minWidth: 0,
        overflow: 'auto',
        display: 'flex',
        flexDirection: 'column',
        gap: 6,
        p: 6,
        bgcolor: 'var(--zk-desk)',
        '& > *': { mx: 'auto', flex: 'none' },
      }}
    >
      {pages.map((page, at) => (
        <PaperPage key={at} page={page} scale={scale} height={page.height} />
      ))}
    </Box>
  )
}
