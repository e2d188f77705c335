import { memo } from 'react'
import { BOX_STROKE_WIDTH, TICK_STROKE, TICK_STROKE_WIDTH } from '../../../shared/print/tick-shape'

/** A tick box and its √, the strokes of the print. */
export const PageTick = memo(function PageTick(props: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly ticked: boolean
}) {
  const { x, y, width: w, height: h } = props
  const stroke = TICK_STROKE.map(([dx, dy], i) => `${i === 0 ? 'M' : 'L'}${x + dx * w} ${y + dy * h}`).join(
    '',
  )
  return (
    <>
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        fill="none"
        stroke="var(--zk-paper-line, #2B3440)"
        strokeWidth={BOX_STROKE_WIDTH * w}
      />
      {props.ticked ? (
        <path
          d={stroke}
          fill="none"
          stroke="var(--zk-paper-tick, #1E4E79)"
          strokeWidth={TICK_STROKE_WIDTH * w}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : null}
    </>
  )
})
