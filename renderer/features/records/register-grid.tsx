import Box from '@mui/material/Box'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import type { CellWords } from './cell-text'
import { moveInList } from './move-in-list'
import { RegisterFoot } from './register-foot'
import { RegisterHead, type RegisterHeadProps } from './register-head'
import { LINE, RegisterLine } from './register-line'
import type { RegisterRows } from './register-rows'
import { registerStyle, tracksOf } from './register-style'
import type { Selection } from './selection'

/** Chromium draws no element higher than 33,554,431 pixels. */
export const MOST_LINES = Math.floor(33_000_000 / LINE)

export interface RegisterGridHandle {
  readonly focus: () => void
  /** Brings a place into sight, in the middle. */
  readonly show: (place: number) => void
  readonly toTop: () => void
  /** Rows came in above: what is seen stays where it is on the screen. */
  readonly shift: (lines: number) => void
}

export interface RegisterGridProps extends Omit<RegisterHeadProps, 'onDrag' | 'allChosen' | 'onChooseAll'> {
  readonly ref: Ref<RegisterGridHandle>
  readonly rows: RegisterRows
  readonly count: number
  readonly totals: { readonly [column: string]: string }
  readonly words: CellWords
  readonly label: string
  /** Place that the arrows stand on. */
  readonly at: number
  readonly onAt: (place: number) => void
  readonly selection: Selection
  /** `further`: from where choosing began up to here. */
  readonly onChoose: (place: number, further: boolean) => void
  readonly onChooseAll: () => void
  readonly onChooseNone: () => void
  readonly onOpen: (place: number) => void
  /** A letter was typed: it belongs into the words. */
  readonly onType: () => void
}

/** A register of any length, of which only what is seen is drawn. Everything goes by keyboard. */
export function RegisterGrid(props: RegisterGridProps) {
  const { rows, count, columns, words, label, at, selection, onAt, onChoose, onOpen } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<{ readonly key: string; readonly width: number } | null>(null)
  const lines = Math.min(count, MOST_LINES)
  // eslint-disable-next-line react-hooks/incompatible-library -- the React compiler is not used
  const virtual = useVirtualizer({
    count: lines,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
    scrollPaddingStart: LINE,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    rows.need(first, last)
  }, [rows, first, last])
  useImperativeHandle(props.ref, () => ({
    focus: () => scroller.current?.focus(),
    show: (place) => {
      virtual.scrollToIndex(place, { align: 'center' })
    },
    toTop: () => {
      if (scroller.current) scroller.current.scrollTop = 0
    },
    shift: (by) => {
      if (scroller.current && scroller.current.scrollTop > 0) scroller.current.scrollTop += by * LINE
    },
  }))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
    const ctrl = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? LINE) / LINE) - 2)
    const next = event.altKey ? null : moveInList(event.key, at, lines, page)
    if (next !== null) {
      onAt(next)
      if (event.shiftKey) onChoose(next, true)
      virtual.scrollToIndex(next)
    } else if (event.key === 'Enter' && lines > 0) onOpen(at)
    else if (event.key === ' ' && lines > 0) onChoose(at, event.shiftKey)
    else if (ctrl && event.key.toLowerCase() === 'a') props.onChooseAll()
    else if (!ctrl && !event.altKey && (event.key.length === 1 || event.key === 'Process')) {
      // The letter itself goes where the focus is now.
      props.onType()
      return
    } else return
    event.preventDefault()
  }

  const shown = columns.map((column) =>
    column.key === dragged?.key ? { ...column, width: dragged.width } : column,
  )
  const tracks = tracksOf(shown.map(({ width }) => width))
  return (
    <>
      <Box
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={count + 1}
        aria-multiselectable
        aria-activedescendant={lines > 0 ? `${id}-${at}` : undefined}
        tabIndex={0}
        data-drawn={props.count === 0 || rows.at(first) !== undefined}
        onKeyDown={onKeyDown}
        onScroll={() => {
          if (foot.current)
            foot.current.style.transform = `translateX(${-(scroller.current?.scrollLeft ?? 0)}px)`
        }}
        style={tracks as React.CSSProperties}
        sx={registerStyle}
      >
        <RegisterHead
          columns={shown}
          sort={props.sort}
          onSort={props.onSort}
          onWidth={props.onWidth}
          onDrag={(key, width) => {
            setDragged(width === null ? null : { key, width })
          }}
          onMove={props.onMove}
          allChosen={selection.size === 0 ? 'none' : selection.size >= count ? 'all' : 'some'}
          onChooseAll={selection.size >= count ? props.onChooseNone : props.onChooseAll}
        />
        <Box
          role="presentation"
          sx={{ position: 'relative', minWidth: 'var(--zk-wide)' }}
          style={{ height: virtual.getTotalSize() }}
        >
          {items.map(({ index, start }) => {
            const row = rows.at(index)
            return (
              <RegisterLine
                key={index}
                id={`${id}-${index}`}
                row={row}
                index={index}
                start={start}
                columns={columns}
                words={words}
                isAt={index === at}
                isChosen={row !== undefined && selection.has(row.id)}
                onOpen={onOpen}
                onChoose={onChoose}
              />
            )
          })}
        </Box>
      </Box>
      <RegisterFoot ref={foot} columns={shown} totals={props.totals} count={count} style={tracks} />
    </>
  )
}
