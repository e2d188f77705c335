import Box from '@mui/material/Box'
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { withinWidths } from './widths'

export interface HeadColumn {
  readonly key: string
  readonly label: string
  /** Pixels. */
  readonly width: number
  /** Numbers stand at the right. */
  readonly isNumber?: boolean
  /** The label is Chinese in every language. */
  readonly chinese?: boolean
}

export interface ListHeadProps {
  readonly columns: readonly HeadColumn[]
  /** Says what can be done with a head. */
  readonly hint: (label: string) => string
  readonly sort?: { readonly column: string; readonly direction: 'up' | 'down' } | null
  /** Absent: the order is given. */
  readonly onSort?: (column: string) => void
  readonly onWidth: (column: string, width: number) => void
  /** While dragging: drawn at once, kept only when it ends. */
  readonly onDrag: (column: string, width: number | null) => void
  /** Moves a column so many places. */
  readonly onMove?: (column: string, by: number) => void
  /** The box that ticks all lines, where lines can be ticked. */
  readonly ticks?: {
    readonly label: string
    readonly all: 'all' | 'some' | 'none'
    readonly onAll: () => void
  }
}

/** Pixels that a key makes a column wider or narrower. */
const STEP = 16

/** Heads of the columns: click or Enter sorts; arrows go along, with Shift they widen, with Ctrl they move the column. */
export function ListHead(props: ListHeadProps) {
  const { columns, hint, sort = null, onSort, onWidth, onDrag, onMove, ticks } = props
  const row = useRef<HTMLDivElement>(null)
  const [tabbed, setTabbed] = useState(0)
  const stop = Math.min(tabbed, columns.length - 1)
  const go = (to: number) => {
    const next = Math.max(0, Math.min(columns.length - 1, to))
    setTabbed(next)
    requestAnimationFrame(() => row.current?.querySelectorAll<HTMLElement>('.zk-list-head')[next]?.focus())
  }
  const onKeyDown = (event: KeyboardEvent, column: HeadColumn, at: number) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    event.stopPropagation()
    if (step === 0 || event.altKey) return
    event.preventDefault()
    if (event.shiftKey) onWidth(column.key, withinWidths(column.width + step * STEP))
    else if (event.ctrlKey || event.metaKey) {
      onMove?.(column.key, step)
      if (onMove) go(at + step)
    } else go(at + step)
  }
  return (
    <div ref={row} role="row" aria-rowindex={1} className="zk-list-heads">
      {ticks && (
        <div role="columnheader" className="zk-list-tick">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={ticks.label}
            checked={ticks.all === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = ticks.all === 'some'
            }}
            onChange={ticks.onAll}
          />
        </div>
      )}
      {columns.map((column, at) => {
        const sorted = sort?.column === column.key ? sort.direction : null
        return (
          <Box
            key={column.key}
            role="columnheader"
            aria-sort={
              !onSort ? undefined : sorted === null ? 'none' : sorted === 'up' ? 'ascending' : 'descending'
            }
            lang={column.chinese ? 'zh-CN' : undefined}
            sx={{ position: 'relative', minWidth: 0 }}
          >
            <Box
              component="button"
              type="button"
              className="zk-list-head"
              tabIndex={at === stop ? 0 : -1}
              title={hint(column.label)}
              onFocus={() => {
                setTabbed(at)
              }}
              onClick={() => {
                onSort?.(column.key)
              }}
              onKeyDown={(event) => {
                onKeyDown(event, column, at)
              }}
              sx={{ ...headButton, justifyContent: column.isNumber ? 'flex-end' : 'flex-start' }}
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

type WidenerProps = Pick<ListHeadProps, 'onDrag' | 'onWidth'> & { readonly column: HeadColumn }

/** The edge of a head, for the mouse. */
function Widener({ column, onDrag, onWidth }: WidenerProps) {
  const began = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const widthAt = (event: PointerEvent): number | null =>
    began.current && withinWidths(began.current.width + event.clientX - began.current.x)
  return (
    <Box
      aria-hidden
      className="zk-list-widener"
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
