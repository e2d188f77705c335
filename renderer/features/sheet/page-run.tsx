import { memo } from 'react'
import type { Face, TextRun } from '../../../shared/print/page'
import { faceFamily, plainSetting } from './faces'

const colour: Readonly<Record<TextRun['role'], string>> = {
  label: 'var(--zk-paper-ink, #1F2A37)',
  value: 'var(--zk-paper-ink, #1F2A37)',
  chrome: 'var(--zk-paper-ink-soft, #5B6673)',
}

/** A run of text on its baseline, set with advances only as on paper. */
export const PageRun = memo(function PageRun(props: {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly spacing: number
  readonly role: TextRun['role']
}) {
  return (
    <text
      x={props.x}
      y={props.y}
      fill={props.face === 'serifBold' ? colour.label : colour[props.role]}
      textRendering="geometricPrecision"
      style={{
        ...plainSetting,
        fontFamily: faceFamily[props.face],
        fontSize: `${props.size}px`,
        letterSpacing: props.spacing === 0 ? 'normal' : `${props.spacing}px`,
        whiteSpace: 'pre',
      }}
    >
      {props.text}
    </text>
  )
})
