import Box from '@mui/material/Box'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordRow } from '../../db'
import { Tag } from '../../ui'
import { cellText, type Column } from './columns'
import { moveInList } from './move-in-list'
import { struck } from './record-line'
import { StateTag } from './state-tag'

/** Height of a line in pixels. */
const LINE = 38

export interface RecordGridProps {
  readonly rows: readonly RecordRow[]
  readonly columns: readonly Column[]
  readonly now: number
  readonly label: string
  readonly onOpen: (row: RecordRow) => void
  /** The last line came near. */
  readonly onEnd: () => void
}

/** A long list of records, of which only what is seen is drawn. Arrows move, Enter opens. */
export function RecordGrid({ rows, columns, now, label, onOpen, onEnd }: RecordGridProps) {
  const { t } = useTranslation('records')
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, rows.length - 1)
  // eslint-disable-next-line react-hooks/incompatible-library -- the React compiler is not used
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 12,
    scrollPaddingStart: LINE,
    onChange: ({ range }) => {
      if (range && range.endIndex >= rows.length - 40) onEnd()
    },
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? LINE) / LINE) - 2)
    const next = moveInList(event.key, at, rows.length, page)
    const row = rows[at]
    if (next !== null) {
      setChosen(next)
      virtual.scrollToIndex(next)
    } else if (event.key === 'Enter' && row) onOpen(row)
    else return
    event.preventDefault()
  }
  const tracks = { display: 'grid', gridTemplateColumns: columns.map((column) => column.track).join(' ') }
  return (
    <Box
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      sx={{
        flex: 1,
        minHeight: 0,
        overflow: 'auto',
        backgroundColor: 'var(--zk-surface)',
        border: '1px solid var(--zk-hairline)',
        borderRadius: '8px 8px 0 0',
        borderBottom: 0,
      }}
    >
      <Box
        role="row"
        aria-rowindex={1}
        sx={{
          ...tracks,
          position: 'sticky',
          top: 0,
          zIndex: 1,
          height: LINE,
          backgroundColor: 'var(--zk-rail)',
          borderBottom: '1px solid var(--zk-hairline)',
          fontSize: 13,
          color: 'var(--zk-ink-soft)',
        }}
      >
        {columns.map(({ key }) => (
          <Box key={key} role="columnheader" sx={cell}>
            {t(`column.${key}`)}
          </Box>
        ))}
      </Box>
      <Box role="presentation" sx={{ position: 'relative', height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <Box
              key={row.id}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === at}
              onClick={() => {
                setChosen(index)
                onOpen(row)
              }}
              sx={{
                ...tracks,
                position: 'absolute',
                left: 0,
                right: 0,
                height: LINE,
                borderBottom: '1px solid var(--zk-hairline)',
                cursor: 'pointer',
                '&:hover': { backgroundColor: 'var(--zk-hover)' },
                ...(index === at ? chosenLine : {}),
              }}
              style={{ transform: `translateY(${start}px)` }}
            >
              {columns.map(({ key }) => (
                <Box key={key} role="gridcell" sx={{ ...cell, ...(key === 'state' ? {} : struck(row)) }}>
                  {key === 'state' ? <StateTag state={row.state} /> : cellText(row, key, now)}
                  {key === 'title' && row.conflicts > 0 && <Tag tone="amber">{t('conflict')}</Tag>}
                </Box>
              ))}
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}

/** The line that the arrows stand on; marked only while the list has the focus. */
const chosenLine = {
  '[role=grid]:focus &': {
    backgroundColor: 'color-mix(in srgb, var(--zk-blue-soft) 55%, var(--zk-surface))',
    boxShadow: 'inset 3px 0 0 var(--zk-blue)',
  },
}

const cell = {
  px: 3,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  lineHeight: `${LINE - 1}px`,
}
