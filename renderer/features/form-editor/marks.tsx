import { memo, useMemo } from 'react'
import type { Box, LaidOutForm } from '../../../shared/print/page'
import { onDesk } from './place'
import type { Desk } from './place'
import type { Stop } from './stops'

export interface MarksProps {
  readonly layout: LaidOutForm
  /** Pages of which something is drawn. */
  readonly pages: ReadonlyMap<number, unknown>
  readonly desk: Desk
  /** Those that are drawn. */
  readonly stops: readonly Stop[]
  readonly activeKey: string | null
  /** Stop keys of required fields that are still empty. */
  readonly required: ReadonlySet<string>
  readonly wrong: ReadonlySet<string>
  /** Not wrong for certain, but worth a look. */
  readonly doubted: ReadonlySet<string>
  readonly conflicts: ReadonlySet<string>
  /** What is said of fields that were corrected after 登记, by stop key. */
  readonly corrected: ReadonlyMap<string, string>
}

/** Everything on the sheet that is not printed: the focus ring, and quiet corners for required, wrong, conflict and corrected. */
export const Marks = memo(function Marks(props: MarksProps) {
  const { layout, pages, desk, stops } = props
  const shared = useMemo(() => sharedCells(stops), [stops])
  const computed = useMemo(
    () =>
      layout.pages.flatMap((page, index) =>
        pages.has(index)
          ? page.slots.filter(({ kind }) => kind === 'computed').map(({ cell }) => onDesk(desk, index, cell))
          : [],
      ),
    [layout, pages, desk],
  )
  return (
    <div aria-hidden="true">
      {computed.map((box, i) => (
        <Mark key={i} className="zk-mark zk-mark-computed" box={box} />
      ))}
      {stops.map((stop) => {
        const active = stop.key === props.activeKey
        const wrong = props.wrong.has(stop.key)
        const needed = props.required.has(stop.key) && !active
        const conflict = props.conflicts.has(stop.key)
        const doubted = props.doubted.has(stop.key) && !active && !wrong
        const corrected = props.corrected.get(stop.key)
        if (!active && !wrong && !needed && !conflict && !doubted && corrected === undefined) return null
        const boxes = ringBoxes(stop, shared, desk)
        const first = boxes[0]
        return (
          <div key={stop.key} data-mark={stop.key}>
            {active || wrong || doubted
              ? boxes.map((box, i) => (
                  <Mark
                    key={i}
                    className={active ? 'zk-ring' : `zk-mark zk-mark-${wrong ? 'wrong' : 'doubted'}`}
                    box={box}
                    wrong={wrong}
                  />
                ))
              : null}
            {first && needed ? <Corner className="zk-mark zk-mark-required" box={first} size={7} /> : null}
            {first && corrected !== undefined ? (
              <div
                className="zk-mark zk-mark-corrected"
                title={corrected}
                style={{ left: first.x + 1, top: first.y + 1 }}
              />
            ) : null}
            {first && conflict ? <Corner className="zk-mark zk-mark-conflict" box={first} size={11} /> : null}
          </div>
        )
      })}
    </div>
  )
})

function Mark(props: { readonly className: string; readonly box: Box; readonly wrong?: boolean }) {
  // On whole pixels, as the lines are.
  const left = Math.round(props.box.x)
  const top = Math.round(props.box.y)
  const width = Math.round(props.box.x + props.box.width) - left + 1
  const height = Math.round(props.box.y + props.box.height) - top + 1
  return (
    <div
      className={props.className}
      data-wrong={props.wrong === true ? '' : undefined}
      style={{ left, top, width, height }}
    />
  )
}

function Corner(props: { readonly className: string; readonly box: Box; readonly size: number }) {
  const { x, y, width } = props.box
  return <div className={props.className} style={{ left: x + width - props.size - 1, top: y + 1 }} />
}

const cellKey = (page: number, { x, y }: Box): string => `${page}:${x}:${y}`

/** Cells that several stops share (blanks inside text): there the ring goes around the blank. */
function sharedCells(stops: readonly Stop[]): ReadonlySet<string> {
  const seen = new Map<string, string>()
  const shared = new Set<string>()
  for (const stop of stops) {
    for (const { page, slot } of stop.slots) {
      const key = cellKey(page, slot.cell)
      const other = seen.get(key)
      if (other !== undefined && other !== stop.key) shared.add(key)
      seen.set(key, stop.key)
    }
  }
  return shared
}

/** Points around a blank that has no cell of its own. */
const AROUND = 2
/** Points between a cell's line and its text, and some: a text that has less than the rest of its cell is a blank in it. */
const PADDING = 14

/** Where the ring of a stop goes, in pixels of the desk: its cells, or its own blanks and boxes. */
function ringBoxes(stop: Stop, shared: ReadonlySet<string>, desk: Desk): readonly Box[] {
  return stop.slots.map(({ page, slot }) => {
    const blank = slot.kind === 'text' && slot.width < slot.cell.width - PADDING
    if (!blank && !shared.has(cellKey(page, slot.cell))) return onDesk(desk, page, slot.cell)
    const { x, y, width, height } = slot
    return onDesk(desk, page, {
      x: x - AROUND,
      y: y - AROUND,
      width: width + 2 * AROUND,
      height: height + 2 * AROUND,
    })
  })
}
