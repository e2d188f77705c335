import { memo } from 'react'
import type { TextRun } from '../../../shared/print/page'
import { faceFamily } from './faces'

const colour: Readonly<Record<TextRun['role'], string>> = {
  label: 'var(--zk-paper-ink, #1F2A37)',
  value: 'var(--zk-paper-ink, #1F2A37)',
  chrome: 'var(--zk-paper-ink-soft, #5B6673)',
}

/**
 * A run of text on its baseline; what is said of all runs is said of the drawing (sheet.css). A layout keeps the runs of cells that stay as they were: the
 * very same are not looked into.
 */
export const PageRun = memo(function PageRun({ run }: { readonly run: TextRun }) {
  return (
    <text
      x={run.x}
      y={run.y}
      fill={run.face === 'serifBold' ? colour.label : colour[run.role]}
      style={{
        fontFamily: faceFamily[run.face],
        fontSize: `${run.size}px`,
        ...(run.spacing === 0 ? {} : { letterSpacing: `${run.spacing}px` }),
      }}
    >
      {run.text}
    </text>
  )
}, same)

function same({ run: a }: { readonly run: TextRun }, { run: b }: { readonly run: TextRun }): boolean {
  return (
    a === b ||
    (a.x === b.x &&
      a.y === b.y &&
      a.text === b.text &&
      a.face === b.face &&
      a.size === b.size &&
      a.spacing === b.spacing &&
      a.role === b.role)
  )
}
