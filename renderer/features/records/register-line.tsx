import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordRow } from '../../db'
import { ListCell, ListLine, type LinePlace } from '../../ui'
import { cellText, type CellWords } from './cell-text'
import type { Column } from './columns'
import { RecordMarks } from './record-marks'
import { StateTag } from './state-tag'

/** What a person would call a record: its number, or what it is about. */
const nameOf = (row: RecordRow | undefined): string =>
  row === undefined || row.number === '' ? (row?.title ?? '') : row.number

export interface RegisterLineProps extends LinePlace {
  /** Undefined while it is on its way. */
  readonly row: RecordRow | undefined
  readonly columns: readonly Column[]
  readonly words: CellWords
  readonly isChosen: boolean
  readonly onOpen: (index: number) => void
  /** `further`: with Shift, from where choosing began up to here. */
  readonly onChoose: (index: number, further: boolean) => void
}

/** One record of a register. */
export const RegisterLine = memo(function RegisterLine(props: RegisterLineProps) {
  const { row, columns, words, isChosen, onOpen, onChoose, ...place } = props
  const { t } = useTranslation('records')
  return (
    <ListLine
      {...place}
      onOpen={onOpen}
      tick={{ label: t('choose', { name: nameOf(row) }), chosen: isChosen, onChoose }}
      busy={row === undefined}
      struck={row?.state === 'void'}
    >
      {columns.map((column, at) => (
        <ListCell key={column.key} isNumber={column.kind === 'number'} isTag={column.key === '@state'}>
          {row ? (
            <>
              {column.key === '@state' ? <StateTag state={row.state} /> : cellText(row, column, words)}
              {at === 0 && <RecordMarks row={row} />}
            </>
          ) : null}
        </ListCell>
      ))}
    </ListLine>
  )
})
