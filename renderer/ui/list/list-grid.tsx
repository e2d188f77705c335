import {
  Fragment,
  memo,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { flushSync } from 'react-dom'
import { BLOCK, nearOf, seenBlocks, type Range } from './drawn-blocks'
import { moveInList } from './move-in-list'
import { centred, revealed, seenAt } from './scrolled-to'
import { LINE, tracksOf, type Tracks } from './tracks'
import { useDrawnBlocks } from './use-drawn-blocks'
import './list.css'

/** Chromium draws no element higher than 33,554,431 pixels. */
export const MOST_LINES = Math.floor(33_000_000 / LINE)

/** Milliseconds without scrolling after which lines are pointed at again. */
const STILL = 150

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
  /** The arrows stand there then. `further`: from where choosing began up to here. Absent: lines are not chosen. */
  readonly onChoose?: (place: number, further: boolean) => void
  readonly onChooseAll?: () => void
  /** A letter was typed: it belongs into the words. */
  readonly onType?: () => void
  /** These places are looked at now. */
  readonly onSeen?: (first: number, last: number) => void
  /** The line at a place has been read. */
  readonly isDrawn?: (place: number) => boolean
  /** Pixels to the right; for a foot that goes along. */
  readonly onScroll?: (left: number) => void
}

/**
 * A list of any length, of which only what is seen is drawn. Arrows move, Space chooses (with Shift up to here, Ctrl+A all),
 * Enter opens, letters go to the words.
 */
export function ListGrid({ ref, ...props }: ListGridProps) {
  const { count, at, onAt, onOpen, onChoose, onSeen, isDrawn } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const lines = Math.min(count, MOST_LINES)
  const { seen, setSeen } = useSeen(scroller)
  const near = nearOf(seen, lines)
  useEffect(() => {
    onSeen?.(near.first, near.last)
  }, [onSeen, near.first, near.last])
  const areThere = (range: Range) =>
    lines === 0 || [range.first, range.last].every((place) => isDrawn?.(Math.min(place, lines - 1)) !== false)
  const isThere = areThere(seen)
  const slots = useDrawnBlocks(seen, lines, isThere)
  const note = useMoving()
  const onScroll = (grid: HTMLElement) => {
    // Read before anything is written: else styles are worked out in between.
    const { scrollLeft } = grid
    const now = seenAt(grid.scrollTop, grid.clientHeight)
    if (now.first !== seen.first || now.last !== seen.last) {
      const next = nearOf(now, lines)
      // Before anything is drawn: the lines come while this frame is.
      onSeen?.(next.first, next.last)
      const isNear = seenBlocks(now, lines).some((block) => slots.includes(block))
      // What can be drawn is drawn in this frame; what cannot has nothing to show yet.
      if (isNear || areThere(now)) flushSync(() => setSeen(now))
      else setSeen(now)
    }
    note(grid)
    props.onScroll?.(scrollLeft)
  }
  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus(),
    show: (place) => {
      if (scroller.current) scroller.current.scrollTop = centred(place, scroller.current)
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
      // What is chosen begins where the arrows stood: that place is told by choosing, not before it.
      if (event.shiftKey && onChoose) onChoose(next, true)
      else onAt(next)
      if (scroller.current) scroller.current.scrollTop = revealed(next, scroller.current)
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
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => {
        onScroll(currentTarget)
      }}
      style={tracksOf(props.tracks) as React.CSSProperties}
    >
      {props.head}
      <div role="presentation" className="zk-list-lines" style={{ height: lines * LINE }}>
        {slots.map(
          (from, slot) =>
            from >= 0 &&
            from < lines && (
              <LineBlock
                // Parts that are scrolled out of sight are drawn over, not made anew.
                key={slot}
                id={id}
                from={from}
                count={Math.min(BLOCK, lines - from)}
                at={at >= from && at < from + BLOCK ? at : null}
                line={props.line}
              />
            ),
        )}
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

/** The places that are seen, by whole blocks; none before the list stands on the page. */
function useSeen(scroller: { readonly current: HTMLElement | null }) {
  const [seen, setSeen] = useState<Range>({ first: 0, last: -1 })
  useLayoutEffect(() => {
    const grid = scroller.current
    if (!grid) return
    const measure = () => {
      const now = seenAt(grid.scrollTop, grid.clientHeight)
      setSeen((seen) => (now.first === seen.first && now.last === seen.last ? seen : now))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(grid)
    return () => {
      observer.disconnect()
    }
  }, [scroller])
  return { seen, setSeen }
}

/** Notes that a list is being scrolled: without drawing it again. */
function useMoving(): (grid: HTMLElement) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  return (grid) => {
    clearTimeout(timer.current)
    grid.dataset['moving'] = 'true'
    timer.current = setTimeout(() => {
      grid.dataset['moving'] = 'false'
    }, STILL)
  }
}
