import { memo } from 'react'

/** A tick box and its √, drawn as on paper. */
export const PageTick = memo(function PageTick(props: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly ticked: boolean
}) {
  const { x, y, width: w, height: h } = props
  return (
    <>
      <rect x={x} y={y} width={w} height={h} fill="none" stroke="var(--zk-paper-line, #2B3440)" strokeWidth={0.7} />
      {props.ticked ? (
        <path
          d={`M${x + 0.2 * w} ${y + 0.5 * h}L${x + 0.43 * w} ${y + 0.76 * h}L${x + 0.92 * w} ${y + 0.1 * h}`}
          fill="none"
          stroke="var(--zk-paper-tick, #1E4E79)"
          strokeWidth={0.14 * w}
        />
      ) : null}
    </>
  )
})
