import Box from '@mui/material/Box'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { DueItem } from './due-item'
import { behind, keyOf, type DueLine, type DuePageLine } from './due-lines'
import { dayWithWeekday } from './due-text'
import { StateMark } from './state-mark'
import { useDueRecords } from './use-dues'

/** Height of a line in pixels. */
const LINE = 38

export interface DueListProps {
  readonly lines: readonly DuePageLine[]
  readonly label: string
  /** Keys (`keyOf`) of the lines that are chosen. */
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (due: DueLine) => void
}

/** Any number of lines, day by day; only what is seen is drawn. Arrows move, Space chooses, Enter opens. */
export function DueList({ lines, label, chosen, onChoose }: DueListProps) {
  const { t } = useTranslation('dues')
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- the React compiler is not used
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
  })
  const items = virtual.getVirtualItems()
  const records = useDueRecords(
    items.flatMap(({ index }) => {
      const line = lines[index]
      return line?.line === 'due' ? [line.due] : []
    }),
  )
  const dues = lines.flatMap((line) => (line.line === 'due' ? [line.due] : []))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ' ' && event.target instanceof HTMLElement) {
      const due = dues.find((each) => keyOf(each) === (event.target as HTMLElement).dataset['due'])
      if (!due) return
      event.preventDefault()
      onChoose(due)
      return
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || !(event.target instanceof HTMLElement)) return
    const links = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-due]') ?? [])]
    const at = links.findIndex(
      (link) => link === event.target || link.parentElement?.contains(event.target as Node),
    )
    const next = links[at < 0 ? 0 : at + step]
    if (!next) return
    event.preventDefault()
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Box
      ref={scroller}
      role="region"
      aria-label={label}
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
      <Box sx={{ position: 'relative', height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          return (
            <Box
              key={line.line === 'day' ? line.on : keyOf(line.due)}
              sx={{
                position: 'absolute',
                left: 0,
                right: 0,
                height: LINE,
                borderBottom: '1px solid var(--zk-hairline)',
                ...(line.line === 'day' ? { backgroundColor: 'var(--zk-rail)' } : {}),
              }}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line.line === 'day' ? (
                <Box
                  role="heading"
                  aria-level={2}
                  sx={{
                    display: 'flex',
                    alignItems: 'center',
                    gap: 3,
                    px: 4,
                    height: '100%',
                    fontSize: 13,
                    fontWeight: 600,
                  }}
                >
                  {dayWithWeekday(line.on)}
                  <StateMark of={line} />
                  <Box component="span" sx={{ fontWeight: 400, color: 'var(--zk-ink-soft)' }}>
                    {t('count', { count: line.count })}
                  </Box>
                </Box>
              ) : (
                <DueItem
                  due={line.due}
                  row={records.get(line.due.id)}
                  withDay={false}
                  after={behind(dues, line.due)}
                  chosen={chosen.has(keyOf(line.due))}
                  onChoose={() => {
                    onChoose(line.due)
                  }}
                />
              )}
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
