import Checkbox from '@mui/material/Checkbox'
import type { MouseEvent, ReactNode } from 'react'
import type { LinePlace } from './list-grid'

export interface ListLineProps extends LinePlace {
  readonly onOpen: (index: number) => void
  /** The box in which the line is chosen; absent: lines are not chosen. */
  readonly tick?: {
    readonly label: string
    readonly chosen: boolean
    /** `further`: with Shift, from where choosing began up to here. */
    readonly onChoose: (index: number, further: boolean) => void
  }
  /** It is on its way. */
  readonly busy?: boolean
  readonly struck?: boolean
  /** A `ListCell` each. */
  readonly children: ReactNode
}

/** One line of a long list. Plain elements: hundreds of cells are drawn anew in every frame of scrolling. */
export function ListLine(props: ListLineProps) {
  const { id, index, start, isAt, onOpen, tick, busy = false, struck = false, children } = props
  const onClick = (event: MouseEvent) => {
    if (tick && (event.ctrlKey || event.metaKey || event.shiftKey)) tick.onChoose(index, event.shiftKey)
    else onOpen(index)
  }
  const chosen = tick?.chosen === true
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={tick ? chosen : isAt}
      className={`zk-list-line${isAt ? ' zk-list-at' : ''}${chosen ? ' zk-list-chosen' : ''}${struck ? ' zk-list-void' : ''}`}
      style={{ transform: `translateY(${start}px)` }}
      onClick={onClick}
      {...(busy ? { 'aria-busy': true } : {})}
    >
      {tick && (
        <div
          role="gridcell"
          className="zk-list-tick"
          onClick={(event) => {
            event.stopPropagation()
            tick.onChoose(index, event.shiftKey)
          }}
        >
          <Checkbox
            size="small"
            checked={chosen}
            tabIndex={-1}
            disableRipple
            slotProps={{ input: { 'aria-label': tick.label } }}
          />
        </div>
      )}
      {children}
    </div>
  )
}

export interface ListCellProps {
  /** Null while it is on its way. */
  readonly children: ReactNode
  /** What stands in it whole, where it may be cut. */
  readonly title?: string
  readonly isNumber?: boolean
  /** A sign or a tag: it is not struck through with the rest. */
  readonly isTag?: boolean
  readonly chinese?: boolean
}

export function ListCell({
  children,
  title,
  isNumber = false,
  isTag = false,
  chinese = false,
}: ListCellProps) {
  return (
    <div
      role="gridcell"
      title={title}
      lang={chinese ? 'zh-CN' : undefined}
      className={`zk-list-cell${isNumber ? ' zk-list-number' : ''}${isTag ? ' zk-list-state' : ''}`}
    >
      {children ?? <span className="zk-list-coming" />}
    </div>
  )
}
