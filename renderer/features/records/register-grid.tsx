import { useMemo, useRef, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { sentenceOf } from '../../i18n'
import {
  ListGrid,
  ListHead,
  tracksOf,
  useDraggedWidths,
  type ListGridHandle,
  type ListGridProps,
  type Selection,
} from '../../ui'
import type { CellWords } from './cell-text'
import type { Column, RegisterSort } from './columns'
import { useMarkText } from './record-marks'
import { RegisterFoot } from './register-foot'
import { RegisterLine } from './register-line'
import type { RegisterRows } from './register-rows'

export interface RegisterGridProps {
  readonly ref: Ref<ListGridHandle>
  readonly rows: RegisterRows
  readonly columns: readonly Column[]
  readonly count: number
  readonly totals: { readonly [column: string]: string }
  readonly words: CellWords
  readonly label: string
  readonly sort: RegisterSort
  readonly onSort: (column: string) => void
  readonly onWidth: (column: string, width: number) => void
  /** Moves a column so many places. */
  readonly onMove: (column: string, by: number) => void
  /** Place that the arrows stand on. */
  readonly at: number
  readonly onAt: (place: number) => void
  readonly selection: Selection
  /** `further`: from where choosing began up to here. */
  readonly onChoose: (place: number, further: boolean) => void
  readonly onChooseAll: () => void
  readonly onChooseNone: () => void
  readonly onOpen: (place: number) => void
  /** A letter was typed: it belongs into the words. */
  readonly onType: () => void
}

/** A register of any length. Everything goes by keyboard. */
export function RegisterGrid(props: RegisterGridProps) {
  const { count, columns, selection } = props
  const { t } = useTranslation('records')
  const foot = useRef<HTMLDivElement>(null)
  const { drawn, onDrag } = useDraggedWidths(columns)
  const tracks = { widths: drawn.map(({ width }) => width), ticks: true }
  return (
    <>
      <RegisterLines
        {...props}
        tracks={tracks}
        onScroll={(left) => {
          if (foot.current) foot.current.style.transform = `translateX(${-left}px)`
        }}
        head={
          <ListHead
            columns={drawn.map((column) => ({
              ...column,
              isNumber: column.kind === 'number',
              chinese: column.field !== undefined,
            }))}
            hint={(name) => t('headHint', { name })}
            sort={props.sort}
            onSort={props.onSort}
            onWidth={props.onWidth}
            onDrag={onDrag}
            onMove={props.onMove}
            ticks={{
              label: t('chooseAll'),
              all: selection.size === 0 ? 'none' : selection.size >= count ? 'all' : 'some',
              onAll: selection.size >= count ? props.onChooseNone : props.onChooseAll,
            }}
          />
        }
      />
      <RegisterFoot ref={foot} columns={drawn} totals={props.totals} count={count} style={tracksOf(tracks)} />
    </>
  )
}

type RegisterLinesProps = RegisterGridProps & Required<Pick<ListGridProps, 'tracks' | 'head' | 'onScroll'>>

/** The lines, drawn whenever some came: heads, sums and the page around stay as they are. */
function RegisterLines({ ref, ...props }: RegisterLinesProps) {
  const { rows, columns, words, selection, onChoose, onOpen } = props
  const { t } = useTranslation('records')
  const tickLabel = useMemo(() => sentenceOf((name) => t('choose', { name })), [t])
  const markText = useMarkText()
  useStore(rows.store, ({ drawn }) => drawn)
  return (
    <ListGrid
      ref={ref}
      label={props.label}
      count={props.count}
      tracks={props.tracks}
      head={props.head}
      at={props.at}
      onAt={props.onAt}
      onOpen={onOpen}
      onChoose={onChoose}
      onChooseAll={props.onChooseAll}
      onType={props.onType}
      onSeen={rows.need}
      isDrawn={(place) => rows.at(place) !== undefined}
      onScroll={props.onScroll}
      line={(place) => {
        const row = rows.at(place.index)
        return (
          <RegisterLine
            {...place}
            row={row}
            columns={columns}
            words={words}
            tickLabel={tickLabel}
            markText={markText}
            isChosen={row !== undefined && selection.has(row.id)}
            onOpen={onOpen}
            onChoose={onChoose}
          />
        )
      }}
    />
  )
}
