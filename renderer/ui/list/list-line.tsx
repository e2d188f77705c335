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
  readonly cells: readonly LineCell[]
}

/** One cell of a line. */
export interface LineCell {
  readonly key: string
  /** Null while it is on its way. */
  readonly content: ReactNode
  /** What stands in it whole, where it may be cut. */
  readonly title?: string
  readonly isNumber?: boolean
  /** A sign or a tag: it is not struck through with the rest. */
  readonly isTag?: boolean
  readonly chinese?: boolean
}

/**
 * One line of a long list. One part and plain elements, drawn by the classes of the list: while a list is scrolled,
 * hundreds of cells come in every second, and each part, hook or style of their own is paid for in every frame.
 */
export function ListLine(props: ListLineProps) {
  const { id, index, isAt, onOpen, tick, busy = false, struck = false, cells } = props
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
      aria-busy={busy ? true : undefined}
      className={`zk-list-line${isAt ? ' zk-list-at' : ''}${chosen ? ' zk-list-chosen' : ''}${struck ? ' zk-list-void' : ''}`}
      onClick={onClick}
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
          <span role="checkbox" aria-checked={chosen} aria-label={tick.label} className="zk-list-box" />
        </div>
      )}
      {cells.map(({ key, content, title, isNumber, isTag, chinese }) => (
        <div
          key={key}
          role="gridcell"
          title={title}
          lang={chinese ? 'zh-CN' : undefined}
          className={
            isNumber ? 'zk-list-cell zk-list-number' : isTag ? 'zk-list-cell zk-list-state' : 'zk-list-cell'
          }
        >
          {content ?? <span className="zk-list-coming" />}
        </div>
      ))}
    </div>
  )
}
