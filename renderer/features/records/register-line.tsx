import Checkbox from '@mui/material/Checkbox'
import { memo, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordRow } from '../../db'
import { cellText, type CellWords } from './cell-text'
import type { Column } from './columns'
import { RecordMarks } from './record-marks'
import { StateTag } from './state-tag'

/** Height of a line in pixels. */
export const LINE = 36

/** What a person would call a record: its number, or what it is about. */
const nameOf = (row: RecordRow | undefined): string =>
  row === undefined || row.number === '' ? (row?.title ?? '') : row.number

export interface RegisterLineProps {
  /** Undefined while it is on its way. */
  readonly row: RecordRow | undefined
  /** Place in the list, 0…. */
  readonly index: number
  readonly id: string
  /** Pixels from the top of the list. */
  readonly start: number
  readonly columns: readonly Column[]
  readonly words: CellWords
  readonly isAt: boolean
  readonly isChosen: boolean
  readonly onOpen: (index: number) => void
  /** `further`: with Shift, from where choosing began up to here. */
  readonly onChoose: (index: number, further: boolean) => void
}

/** One record of a register. Plain elements: hundreds of cells are drawn anew in every frame of scrolling. */
export const RegisterLine = memo(function RegisterLine(props: RegisterLineProps) {
  const { row, index, id, start, columns, words, isAt, isChosen, onOpen, onChoose } = props
  const { t } = useTranslation('records')
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) onChoose(index, event.shiftKey)
    else onOpen(index)
  }
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={`zk-reg-line${isAt ? ' zk-reg-at' : ''}${isChosen ? ' zk-reg-chosen' : ''}${row?.state === 'void' ? ' zk-reg-void' : ''}`}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onClick}
      {...(row ? {} : { 'aria-busy': true })}
    >
      <div
        role="gridcell"
        className="zk-reg-tick"
        onClick={(event) => {
          event.stopPropagation()
          onChoose(index, event.shiftKey)
        }}
      >
        <Checkbox
          size="small"
          checked={isChosen}
          tabIndex={-1}
          disableRipple
          slotProps={{ input: { 'aria-label': t('choose', { name: nameOf(row) }) } }}
        />
      </div>
      {columns.map((column, at) => (
        <div
          key={column.key}
          role="gridcell"
          className={`zk-reg-cell${column.kind === 'number' ? ' zk-reg-number' : ''}${column.key === '@state' ? ' zk-reg-state' : ''}`}
        >
          {row ? (
            <>
              {column.key === '@state' ? <StateTag state={row.state} /> : cellText(row, column, words)}
              {at === 0 && <RecordMarks row={row} />}
            </>
          ) : (
            <span className="zk-reg-coming" />
          )}
        </div>
      ))}
    </div>
  )
})
