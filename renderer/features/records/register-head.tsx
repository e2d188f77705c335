import Box from '@mui/material/Box'
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { withinWidths, type Column } from './columns'
import type { View } from './view'

export interface RegisterHeadProps {
  readonly columns: readonly Column[]
  readonly sort: View['sort']
  readonly onSort: (column: string) => void
  readonly onWidth: (column: string, width: number) => void
  /** While dragging: drawn at once, kept only when it ends. */
  readonly onDrag: (column: string, width: number | null) => void
  /** Moves a column so many places. */
  readonly onMove: (column: string, by: number) => void
  readonly allChosen: 'all' | 'some' | 'none'
  readonly onChooseAll: () => void
}

/** Pixels that a key makes a column wider or narrower. */
const STEP = 16

/** Heads of the columns: click or Enter sorts; arrows go along, with Shift they widen, with Ctrl they move the column. */
export function RegisterHead(props: RegisterHeadProps) {
  const { columns, sort, onSort, onWidth, onDrag, onMove, allChosen, onChooseAll } = props
  const { t } = useTranslation('records')
  const row = useRef<HTMLDivElement>(null)
  const [tabbed, setTabbed] = useState(0)
  const stop = Math.min(tabbed, columns.length - 1)
  const go = (to: number) => {
    const next = Math.max(0, Math.min(columns.length - 1, to))
    setTabbed(next)
    requestAnimationFrame(() => row.current?.querySelectorAll<HTMLElement>('.zk-reg-head')[next]?.focus())
  }
  const onKeyDown = (event: KeyboardEvent, column: Column, at: number) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    event.stopPropagation()
    if (step === 0 || event.altKey) return
    event.preventDefault()
    if (event.shiftKey) onWidth(column.key, withinWidths(column.width + step * STEP))
    else if (event.ctrlKey || event.metaKey) {
      onMove(column.key, step)
      go(at + step)
    } else go(at + step)
  }
  return (
    <div ref={row} role="row" aria-rowindex={1} className="zk-reg-heads">
      <div role="columnheader" className="zk-reg-tick">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('chooseAll')}
          checked={allChosen === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = allChosen === 'some'
          }}
          onChange={onChooseAll}
        />
      </div>
      {columns.map((column, at) => {
        const sorted = sort?.column === column.key ? sort.direction : null
        return (
          <Box
            key={column.key}
            role="columnheader"
            aria-sort={sorted === null ? 'none' : sorted === 'up' ? 'ascending' : 'descending'}
            lang={column.field ? 'zh-CN' : undefined}
            sx={{ position: 'relative', minWidth: 0 }}
          >
            <Box
              component="button"
              type="button"
              className="zk-reg-head"
              tabIndex={at === stop ? 0 : -1}
              title={t('headHint', { name: column.label })}
              onFocus={() => {
                setTabbed(at)
              }}
              onClick={() => {
                onSort(column.key)
              }}
              onKeyDown={(event) => {
                onKeyDown(event, column, at)
              }}
              sx={{ ...headButton, justifyContent: column.kind === 'number' ? 'flex-end' : 'flex-start' }}
            >
              <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
                {column.label}
              </Box>
              {sorted !== null && <span aria-hidden>{sorted === 'up' ? '▲' : '▼'}</span>}
            </Box>
            <Widener column={column} onDrag={onDrag} onWidth={onWidth} />
          </Box>
        )
      })}
    </div>
  )
}

type WidenerProps = Pick<RegisterHeadProps, 'onDrag' | 'onWidth'> & { readonly column: Column }

/** The edge of a head, for the mouse. */
function Widener({ column, onDrag, onWidth }: WidenerProps) {
  const began = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const widthAt = (event: PointerEvent): number | null =>
    began.current && withinWidths(began.current.width + event.clientX - began.current.x)
  return (
    <Box
      aria-hidden
      className="zk-reg-widener"
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        began.current = { x: event.clientX, width: column.width }
      }}
      onPointerMove={(event) => {
        const width = widthAt(event)
        if (width !== null) onDrag(column.key, width)
      }}
      onPointerUp={(event) => {
        const width = widthAt(event)
        began.current = null
        onDrag(column.key, null)
        if (width !== null) onWidth(column.key, width)
      }}
      onPointerCancel={() => {
        began.current = null
        onDrag(column.key, null)
      }}
      sx={{
        position: 'absolute',
        top: 6,
        bottom: 6,
        right: -4,
        width: 9,
        zIndex: 1,
        cursor: 'col-resize',
        '&::after': {
          content: '""',
          position: 'absolute',
          left: 4,
          top: 0,
          bottom: 0,
          borderLeft: '1px solid var(--zk-hairline)',
        },
      }}
    />
  )
}

const headButton = {
  display: 'flex',
  alignItems: 'center',
  gap: '4px',
  width: '100%',
  height: '100%',
  px: '10px',
  border: 0,
  background: 'none',
  font: 'inherit',
  color: 'inherit',
  textAlign: 'left',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  '&:hover': { color: 'var(--zk-ink)' },
  '&:focus-visible': { outlineOffset: -3 },
} as const
