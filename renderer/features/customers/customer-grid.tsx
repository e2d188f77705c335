import Box from '@mui/material/Box'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sort } from '../../../shared/search/list-query'
import type { ListRow } from '../../../shared/search/list-row'
import { Tag } from '../../ui'
import { cellText, type CellWords, type ListColumn } from './list-columns'
import { bodyLine, chosenLine, headLine, LINE } from '../../ui'
import { cell, frame, headButton, TICK } from './grid-styles'
import type { CustomerLines } from './use-customer-lines'

export interface CustomerGridProps {
  readonly lines: CustomerLines
  readonly columns: readonly ListColumn[]
  readonly words: CellWords
  readonly label: string
  readonly columnLabel: (column: ListColumn) => string
  readonly sort: Sort | null
  readonly onSort: (column: ListColumn) => void
  readonly ticked: ReadonlySet<string>
  readonly onTick: (row: ListRow) => void
  /** Ctrl+A. */
  readonly onTickAll: () => void
  readonly onOpen: (row: ListRow) => void
}

/** The list of customers, of which only what is seen is drawn. Arrows move, Space chooses, Enter opens. */
export function CustomerGrid(props: CustomerGridProps) {
  const { lines, columns, words, label, columnLabel, sort, ticked, onTick, onOpen } = props
  const { t } = useTranslation('customers')
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  const count = lines.count ?? 0
  const at = Math.min(chosen, count - 1)
  // eslint-disable-next-line react-hooks/incompatible-library -- the React compiler is not used
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 12,
    scrollPaddingStart: LINE,
  })
  const first = virtual.range?.startIndex ?? 0
  const { onSeen } = lines
  useEffect(() => {
    onSeen(first)
  }, [onSeen, first])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? LINE) / LINE) - 2)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: count - 1,
    }
    const to = steps[event.key]
    const row = lines.lineAt(at)
    if (to !== undefined && count > 0) {
      const next = Math.max(0, Math.min(count - 1, to))
      setChosen(next)
      virtual.scrollToIndex(next)
    } else if (event.key === 'Enter' && row) onOpen(row)
    else if (event.key === ' ' && row) onTick(row)
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) props.onTickAll()
    else return
    event.preventDefault()
  }
  const grid = {
    display: 'grid',
    gridTemplateColumns: [
      `${TICK}px`,
      ...columns.map(({ key, width }) => (key === 'name' ? `minmax(${width}px, 1fr)` : `${width}px`)),
    ].join(' '),
    minWidth: TICK + columns.reduce((sum, { width }) => sum + width, 0),
  }
  return (
    <Box
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-multiselectable
      aria-activedescendant={count > 0 ? `${id}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      sx={frame}
    >
      <Box role="row" aria-rowindex={1} sx={{ ...grid, ...headLine }}>
        <Box role="columnheader" sx={{ ...cell, px: 0, textAlign: 'center' }}>
          {t('choose')}
        </Box>
        {columns.map((column) => {
          const sorted = sort?.column === column.key ? sort.direction : null
          return (
            <Box
              key={column.key}
              role="columnheader"
              aria-sort={sorted === null ? 'none' : sorted === 'up' ? 'ascending' : 'descending'}
              sx={{ ...cell, px: 0 }}
            >
              <Box
                component="button"
                type="button"
                title={t('sortBy', { name: columnLabel(column) })}
                sx={headButton}
                onClick={() => {
                  props.onSort(column)
                }}
              >
                <span {...(column.field ? { lang: 'zh-CN' } : {})}>{columnLabel(column)}</span>
                {sorted !== null && <span aria-hidden>{sorted === 'up' ? ' ↑' : ' ↓'}</span>}
              </Box>
            </Box>
          )
        })}
      </Box>
      <Box
        role="presentation"
        sx={{ position: 'relative', height: virtual.getTotalSize(), minWidth: grid.minWidth }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = lines.lineAt(index)
          return (
            <Box
              key={index}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={row !== undefined && ticked.has(row.id)}
              onClick={() => {
                setChosen(index)
                if (row) onOpen(row)
              }}
              sx={{ ...grid, ...bodyLine, ...(index === at ? chosenLine : {}) }}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Box
                role="gridcell"
                sx={{ ...cell, px: 0, textAlign: 'center' }}
                onClick={(event) => {
                  event.stopPropagation()
                  if (row) onTick(row)
                }}
              >
                {row && (
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    readOnly
                    checked={ticked.has(row.id)}
                    aria-label={t('chooseOne', { name: row.title })}
                  />
                )}
              </Box>
              {columns.map((column) => {
                const text = row ? cellText(row, column, words) : ''
                return (
                  <Box key={column.key} role="gridcell" title={text} sx={cell}>
                    {column.key === '@state' && row ? (
                      <Tag tone={row.state === 'active' ? 'green' : 'plain'}>{text}</Tag>
                    ) : (
                      <span {...(column.field ? { lang: 'zh-CN' } : {})}>{text}</span>
                    )}
                    {column.key === 'name' && row && row.conflicts > 0 && (
                      <Tag tone="amber">{t('conflict')}</Tag>
                    )}
                  </Box>
                )
              })}
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
