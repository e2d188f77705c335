import Box from '@mui/material/Box'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditLine } from '../../db'
import { bodyLine, chosenLine, headLine, LINE } from '../../ui'
import { auditCell, auditColumns, type AuditColumn, type AuditWords } from './audit-text'

const tracks: Readonly<Record<AuditColumn, string>> = {
  at: '128px',
  person: 'minmax(72px, 104px)',
  computer: 'minmax(84px, 150px)',
  kind: '84px',
  subject: 'minmax(180px, 1.2fr)',
  what: 'minmax(220px, 2fr)',
}

export interface AuditGridProps {
  readonly lines: readonly AuditLine[]
  readonly words: AuditWords
  readonly label: string
  readonly onOpen: (line: AuditLine) => void
  /** The last line came near. */
  readonly onEnd: () => void
}

/** Everything that was done, newest first; only what is seen is drawn. Arrows move, Enter opens. */
export function AuditGrid({ lines, words, label, onOpen, onEnd }: AuditGridProps) {
  const { t } = useTranslation('audit')
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, lines.length - 1)
  // eslint-disable-next-line react-hooks/incompatible-library -- the React compiler is not used
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 12,
    scrollPaddingStart: LINE,
    onChange: ({ range }) => {
      if (range && range.endIndex >= lines.length - 40) onEnd()
    },
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? LINE) / LINE) - 2)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: lines.length - 1,
    }
    const to = steps[event.key]
    const line = lines[at]
    if (to !== undefined && lines.length > 0) {
      const next = Math.max(0, Math.min(lines.length - 1, to))
      setChosen(next)
      virtual.scrollToIndex(next)
    } else if (event.key === 'Enter' && line) onOpen(line)
    else return
    event.preventDefault()
  }
  const grid = {
    display: 'grid',
    gridTemplateColumns: auditColumns.map((column) => tracks[column]).join(' '),
    minWidth: 860,
  }
  return (
    <Box
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={lines.length > 0 ? `${id}-${at}` : undefined}
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
      <Box role="row" aria-rowindex={1} sx={{ ...grid, ...headLine }}>
        {auditColumns.map((column) => (
          <Box key={column} role="columnheader" sx={cell}>
            {t(`column.${column}`)}
          </Box>
        ))}
      </Box>
      <Box role="presentation" sx={{ position: 'relative', height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          return (
            <Box
              key={line.key.join()}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === at}
              onClick={() => {
                setChosen(index)
                onOpen(line)
              }}
              sx={{ ...grid, ...bodyLine, ...(index === at ? chosenLine : {}) }}
              style={{ transform: `translateY(${start}px)` }}
            >
              {auditColumns.map((column) => {
                const text = auditCell(words, line, column)
                return (
                  <Box key={column} role="gridcell" title={text} sx={cell}>
                    {text}
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

const cell = {
  px: 3,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  lineHeight: `${LINE - 1}px`,
} as const
