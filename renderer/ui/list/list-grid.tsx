import { useVirtualizer } from '@tanstack/react-virtual'
import {
  Fragment,
  memo,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { moveInList } from './move-in-list'
import { LINE, tracksOf, type Tracks } from './tracks'
import './list.css'

/** Chromium draws no element higher than 33,554,431 pixels. */
export const MOST_LINES = Math.floor(33_000_000 / LINE)

/** Lines that are drawn, kept and let go together: fewer changes of the page while scrolling. */
const BLOCK = 8
/** Milliseconds that lines may take to come before their places are drawn empty. */
const PATIENCE = 50
/** Lines that are drawn at least beyond what is seen. */
const BEYOND = 8

export interface ListGridHandle {
  readonly focus: () => void
  /** Brings a place into sight, in the middle. */
  readonly show: (place: number) => void
  readonly toTop: () => void
  /** Lines came in above: what is seen stays where it is on the screen. */
  readonly shift: (lines: number) => void
}

/** Where a line stands. */
export interface LinePlace {
  readonly id: string
  /** Place in the list, 0…. */
  readonly index: number
  /** The arrows stand on it. */
  readonly isAt: boolean
}

export interface ListGridProps {
  readonly ref?: Ref<ListGridHandle>
  readonly label: string
  readonly count: number
  readonly tracks: Tracks
  readonly head: ReactNode
  /** The line at a place, a `ListLine`. */
  readonly line: (place: LinePlace) => ReactNode
  readonly at: number
  readonly onAt: (place: number) => void
  readonly onOpen: (place: number) => void
  /** `further`: from where choosing began up to here. Absent: lines are not chosen. */
  readonly onChoose?: (place: number, further: boolean) => void
  readonly onChooseAll?: () => void
  /** A letter was typed: it belongs into the words. */
  readonly onType?: () => void
  /** These places are looked at now. */
  readonly onSeen?: (first: number, last: number) => void
  /** The lines that are looked at have been read. */
  readonly isDrawn?: (first: number) => boolean
  /** Pixels to the right; for a foot that goes along. */
  readonly onScroll?: (left: number) => void
}

/**
 * A list of any length, of which only what is seen is drawn. Arrows move, Space chooses (with Shift up to here, Ctrl+A all),
 * Enter opens, letters go to the words.
 */
export function ListGrid(props: ListGridProps) {
  const { count, at, onAt, onOpen, onChoose, onSeen } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const lines = Math.min(count, MOST_LINES)
  // eslint-disable-next-line react-hooks/incompatible-library -- the React compiler is not used
  const virtual = useVirtualizer({
    count: lines,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: BEYOND,
    scrollPaddingStart: LINE,
  })
  const items = virtual.getVirtualItems()
  const first = blockOf(items[0]?.index ?? 0)
  const last = Math.min(blockOf(items.at(-1)?.index ?? 0) + BLOCK, lines) - 1
  useEffect(() => {
    onSeen?.(first, last)
  }, [onSeen, first, last])
  const isThere = count === 0 || props.isDrawn?.(first) !== false
  const shown = useShownRange(first, last, isThere)
  const drawn = blocks(shown.first, shown.last)
  const [slots, setSlots] = useState(drawn.length)
  if (drawn.length > slots) setSlots(drawn.length)
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
      if (event.shiftKey) onChoose?.(next, true)
      virtual.scrollToIndex(next)
    } else if (event.key === 'Enter' && lines > 0) onOpen(at)
    else if (event.key === ' ' && lines > 0 && onChoose) onChoose(at, event.shiftKey)
    else if (ctrl && event.key.toLowerCase() === 'a' && props.onChooseAll) props.onChooseAll()
    else if (!ctrl && !event.altKey && props.onType && (event.key.length === 1 || event.key === 'Process')) {
      // The letter itself goes where the focus is now.
      props.onType()
      return
    } else return
    event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={count + 1}
      aria-multiselectable={onChoose !== undefined}
      aria-activedescendant={lines > 0 ? `${id}-${at}` : undefined}
      tabIndex={0}
      className="zk-list"
      data-drawn={isThere}
      data-moving={virtual.isScrolling}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: { scrollLeft, scrollTop, clientHeight } }) => {
        // Before anything is drawn: the lines come while their places are drawn.
        const top = blockOf(Math.max(0, Math.floor(scrollTop / LINE) - BEYOND))
        const end = blockOf(Math.floor((scrollTop + clientHeight) / LINE) + BEYOND) + BLOCK
        onSeen?.(top, Math.min(end, lines) - 1)
        props.onScroll?.(scrollLeft)
      }}
      style={tracksOf(props.tracks) as React.CSSProperties}
    >
      {props.head}
      <div role="presentation" className="zk-list-lines" style={{ height: virtual.getTotalSize() }}>
        {drawn.map((from) => (
          <LineBlock
            // Parts that are scrolled out of sight are drawn over, not made anew.
            key={(from / BLOCK) % slots}
            id={id}
            from={from}
            count={Math.min(BLOCK, lines - from)}
            at={at >= from && at < from + BLOCK ? at : null}
            line={props.line}
          />
        ))}
      </div>
    </div>
  )
}

interface LineBlockProps {
  readonly id: string
  readonly from: number
  readonly count: number
  /** Where the arrows stand, if on one of these lines. */
  readonly at: number | null
  readonly line: ListGridProps['line']
}

const LineBlock = memo(function LineBlock({ id, from, count, at, line }: LineBlockProps) {
  return (
    <div role="presentation" className="zk-list-block" style={{ top: from * LINE, height: count * LINE }}>
      {Array.from({ length: count }, (_, i) => {
        const index = from + i
        return <Fragment key={i}>{line({ id: `${id}-${index}`, index, isAt: index === at })}</Fragment>
      })}
    </div>
  )
})

interface Range {
  readonly first: number
  readonly last: number
}

/**
 * The places that are drawn. After a jump the lines are mostly there within a frame, and drawing their empty places first
 * would take as long as drawing themselves: the places wait for them a little.
 */
function useShownRange(first: number, last: number, isThere: boolean): Range {
  const [shown, setShown] = useState<Range>({ first, last })
  const isFar = first > shown.last || last < shown.first
  const isDrawn = isThere || !isFar
  const isOther = shown.first !== first || shown.last !== last
  if (isDrawn && isOther) setShown({ first, last })
  const isHeld = !isDrawn && isOther
  useEffect(() => {
    if (!isHeld) return
    const timer = setTimeout(() => {
      setShown({ first, last })
    }, PATIENCE)
    return () => {
      clearTimeout(timer)
    }
  }, [isHeld, first, last])
  return shown
}

const blockOf = (place: number): number => place - (place % BLOCK)

/** Where the blocks from one place to another begin. */
const blocks = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.ceil((last + 1 - first) / BLOCK)) }, (_, i) => first + i * BLOCK)
