import Box from '@mui/material/Box'
import { useMemo } from 'react'
import { pathKey, type Path } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { layoutForm } from '../../../shared/print'
import type { Letterhead } from '../../../shared/print/layout-input'
import { fitZoom, PaperPage, pxPerPoint, useElementSize, visibleHeights } from '../sheet'

export interface MomentSheetProps {
  readonly label: string
  readonly template: Template
  readonly values: FormValues
  readonly letterhead: Letterhead
  /** Cells that are another on the other side. */
  readonly changed: readonly Path[]
  readonly tone: 'before' | 'after'
}

/** Pixels around the paper. */
const MARGIN = 32

/** The sheet as it stood at a moment, with the cells marked that differ from the other one. */
export function MomentSheet({ label, template, values, letterhead, changed, tone }: MomentSheetProps) {
  const [size, setHost] = useElementSize()
  const layout = useMemo(
    () => layoutForm({ template, values, letterhead, mode: 'filled' }),
    [template, values, letterhead],
  )
  const keys = useMemo(() => new Set(changed.map(pathKey)), [changed])
  const width = Math.max(...layout.pages.map((page) => page.width))
  const scale = pxPerPoint(fitZoom(width, (size?.width ?? 600) - MARGIN, 1))
  const heights = visibleHeights(layout, true)
  const ground = tone === 'before' ? 'var(--zk-seal)' : 'var(--zk-green-text)'
  return (
    <Box
      ref={setHost}
      role="region"
      aria-label={label}
      tabIndex={0}
      sx={{ flex: '1 1 0', minWidth: 0, overflow: 'auto', py: 2, '& > *': { mx: 'auto', mb: 4 } }}
    >
      {layout.pages.map((page, i) => (
        <Box key={i} sx={{ position: 'relative', width: page.width * scale }}>
          <PaperPage page={page} scale={scale} height={heights[i] ?? page.height} />
          {page.slots
            .filter(({ path }) => keys.has(pathKey(path)))
            .map(({ cell, path }, at) => (
              <Box
                key={`${pathKey(path)} ${at}`}
                aria-hidden="true"
                data-changed={pathKey(path)}
                sx={{
                  position: 'absolute',
                  pointerEvents: 'none',
                  border: `2px solid ${ground}`,
                  backgroundColor: `color-mix(in srgb, ${ground} 12%, transparent)`,
                }}
                style={{
                  left: cell.x * scale,
                  top: cell.y * scale,
                  width: cell.width * scale,
                  height: cell.height * scale,
                  boxSizing: 'border-box',
                }}
              />
            ))}
        </Box>
      ))}
    </Box>
  )
}
