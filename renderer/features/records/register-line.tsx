import { memo } from 'react'
import type { ListedRecord } from '../../db'
import { ListLine, Tag, type LineCell, type LinePlace } from '../../ui'
import { cellText, type CellWords } from './cell-text'
import type { Column } from './columns'
import { hasMarks, RecordMarks, type MarkText } from './record-marks'
import { stateTones } from './state-tag'

/** What a person would call a record: its number, or what it is about. */
const nameOf = (row: ListedRecord | undefined): string =>
  row === undefined || row.number === '' ? (row?.title ?? '') : row.number

export interface RegisterLineProps extends LinePlace {
  /** Undefined while it is on its way. */
  readonly row: ListedRecord | undefined
  readonly columns: readonly Column[]
  readonly words: CellWords
  readonly tickLabel: (name: string) => string
  readonly markText: MarkText
  readonly isChosen: boolean
  readonly onOpen: (index: number) => void
  /** `further`: with Shift, from where choosing began up to here. */
  readonly onChoose: (index: number, further: boolean) => void
}

/** One record of a register. */
export const RegisterLine = memo(function RegisterLine(props: RegisterLineProps) {
  const { row, columns, words, tickLabel, markText, isChosen, onOpen, onChoose, ...place } = props
  return (
    <ListLine
      {...place}
      onOpen={onOpen}
      tick={{ label: tickLabel(nameOf(row)), chosen: isChosen, onChoose }}
      busy={row === undefined}
      struck={row?.state === 'void'}
      cells={columns.map((column, at) => cellOf(row, column, at === 0 ? markText : null, words))}
    />
  )
})

/** `markText`: of the first cell, where the marks stand. */
function cellOf(
  row: ListedRecord | undefined,
  column: Column,
  markText: MarkText | null,
  words: CellWords,
): LineCell {
  const { key } = column
  const place = { key, isNumber: column.kind === 'number', isTag: key === '@state' }
  if (!row) return { ...place, content: null }
  const text = cellText(row, column, words)
  const content = place.isTag ? <Tag tone={stateTones[row.state]}>{text}</Tag> : text
  if (!markText || !hasMarks(row)) return { ...place, content }
  return {
    ...place,
    content: (
      <span className="zk-list-marked">
        <span>{content}</span>
        <RecordMarks row={row} textOf={markText} />
      </span>
    ),
  }
}
