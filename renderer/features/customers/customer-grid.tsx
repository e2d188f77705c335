import type { TFunction } from 'i18next'
import { memo, useCallback, useMemo, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../i18n'
import type { Sort } from '../../../shared/search/list-query'
import type { ListRow } from '../../../shared/search/list-row'
import {
  ListGrid,
  ListHead,
  ListLine,
  Tag,
  useDraggedWidths,
  type LineCell,
  type LinePlace,
  type ListGridHandle,
} from '../../ui'
import { cellText, type CellWords, type ListColumn } from './list-columns'
import type { CustomerLines } from './use-customer-lines'

export interface CustomerGridProps {
  readonly ref: Ref<ListGridHandle>
  readonly lines: CustomerLines
  readonly columns: readonly ListColumn[]
  readonly words: CellWords
  readonly label: string
  readonly columnLabel: (column: ListColumn) => string
  readonly sort: Sort | null
  readonly onSort: (column: ListColumn) => void
  readonly onWidth: (key: string, width: number) => void
  readonly ticked: ReadonlySet<string>
  /** The arrows stand there now. */
  readonly onAt: (place: number) => void
  /** `further`: with Shift, from where choosing began up to here. */
  readonly onTick: (place: number, further: boolean) => void
  /** Ctrl+A. */
  readonly onTickAll: () => void
  readonly onOpen: (row: ListRow) => void
  readonly onType: () => void
}

/** The list of customers. */
export function CustomerGrid({ ref, ...props }: CustomerGridProps) {
  const { lines, columns, words, columnLabel, ticked, onAt, onTick, onOpen } = props
  const { t } = useTranslation('customers')
  const tickLabel = useMemo(() => sentenceOf((name) => t('chooseOne', { name })), [t])
  const [chosen, setChosen] = useState(0)
  const count = lines.count ?? 0
  const { drawn, onDrag } = useDraggedWidths(
    columns.map((column) => ({ ...column, label: columnLabel(column), chinese: column.field !== null })),
  )
  const { lineAt } = lines
  const open = useCallback(
    (place: number) => {
      const row = lineAt(place)
      setChosen(place)
      if (row) onOpen(row)
    },
    [lineAt, onOpen, setChosen],
  )
  const tick = useCallback(
    (place: number, further: boolean) => {
      setChosen(place)
      onTick(place, further)
    },
    [onTick, setChosen],
  )
  return (
    <ListGrid
      ref={ref}
      label={props.label}
      count={count}
      tracks={{
        widths: drawn.map(({ width }) => width),
        ticks: true,
        stretch: drawn.findIndex(({ key }) => key === 'name'),
      }}
      at={Math.max(0, Math.min(chosen, count - 1))}
      onAt={(place) => {
        setChosen(place)
        onAt(place)
      }}
      onOpen={open}
      onChoose={tick}
      onChooseAll={props.onTickAll}
      onType={props.onType}
      onSeen={lines.onSeen}
      isDrawn={(first) => lines.lineAt(first) !== undefined}
      head={
        <ListHead
          columns={drawn}
          hint={(name) => t('headHint', { name })}
          sort={props.sort}
          onSort={(key) => {
            const column = columns.find((each) => each.key === key)
            if (column) props.onSort(column)
          }}
          onWidth={props.onWidth}
          onDrag={onDrag}
          ticks={{
            label: t('chooseAll'),
            all: ticked.size === 0 ? 'none' : ticked.size >= count ? 'all' : 'some',
            onAll: props.onTickAll,
          }}
        />
      }
      line={(place) => {
        const row = lines.lineAt(place.index)
        return (
          <CustomerLine
            {...place}
            row={row}
            columns={columns}
            words={words}
            t={t}
            tickLabel={tickLabel}
            isTicked={row !== undefined && ticked.has(row.id)}
            onOpen={open}
            onTick={tick}
          />
        )
      }}
    />
  )
}

interface CustomerLineProps extends LinePlace {
  /** Undefined while it is on its way. */
  readonly row: ListRow | undefined
  readonly columns: readonly ListColumn[]
  readonly words: CellWords
  readonly t: TFunction<'customers'>
  readonly tickLabel: (name: string) => string
  readonly isTicked: boolean
  readonly onOpen: (place: number) => void
  readonly onTick: (place: number, further: boolean) => void
}

const CustomerLine = memo(function CustomerLine(props: CustomerLineProps) {
  const { row, columns, words, t, tickLabel, isTicked, onOpen, onTick, ...place } = props
  return (
    <ListLine
      {...place}
      onOpen={onOpen}
      tick={{ label: tickLabel(row?.title ?? ''), chosen: isTicked, onChoose: onTick }}
      busy={row === undefined}
      cells={columns.map((column) => cellOf(row, column, words, t))}
    />
  )
})

function cellOf(
  row: ListRow | undefined,
  column: ListColumn,
  words: CellWords,
  t: TFunction<'customers'>,
): LineCell {
  const { key } = column
  if (!row) return { key, content: null }
  const text = cellText(row, column, words)
  const isTag = key === '@state'
  const place = { key, title: text, chinese: column.field !== null, isTag }
  if (isTag) {
    return { ...place, content: <Tag tone={row.state === 'active' ? 'green' : 'plain'}>{text}</Tag> }
  }
  if (key !== 'name' || row.conflicts === 0) return { ...place, content: text }
  return {
    ...place,
    content: (
      <span className="zk-list-marked">
        <span>{text}</span>
        <span className="zk-list-marks" title={t('conflictWhy')}>
          <Tag tone="amber">{t('conflict')}</Tag>
        </span>
      </span>
    ),
  }
}
