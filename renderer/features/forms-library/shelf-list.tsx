import type { KeyboardEvent, MouseEvent } from 'react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { shelfKey, type Shelf } from './library'

export interface ShelfListProps {
  readonly id: string
  /** Id of the element that shows what stands on the chosen shelf. */
  readonly controls: string
  readonly shelves: readonly { readonly shelf: Shelf; readonly count: number }[]
  readonly chosen: Shelf
  readonly onOpen: (shelf: Shelf) => void
}

/** The modules at the side, with how many forms (or hits) each has. One stop of Tab; arrows move and open. */
export function ShelfList({ id, controls, shelves, chosen, onOpen }: ShelfListProps) {
  const { t } = useTranslation('forms')
  const at = shelves.findIndex(({ shelf }) => shelfKey(shelf) === shelfKey(chosen))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shelves.length - 1 }[event.key]
    const next = to === undefined ? undefined : shelves[Math.max(0, Math.min(shelves.length - 1, to))]
    if (!next) return
    event.preventDefault()
    onOpen(next.shelf)
    document.getElementById(`${id}-${shelfKey(next.shelf)}`)?.focus()
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const key = event.target instanceof Element && event.target.closest('[role=tab]')?.id
    const clicked = shelves.find(({ shelf }) => `${id}-${shelfKey(shelf)}` === key)
    if (clicked) onOpen(clicked.shelf)
  }
  return (
    <div
      className="zk-shelves"
      role="tablist"
      aria-orientation="vertical"
      aria-label={t('module')}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {shelves.map(({ shelf, count }, i) => {
        const here = i === at
        return (
          <Fragment key={shelfKey(shelf)}>
            {i === 3 && <span className="zk-shelf-gap" role="presentation" />}
            <button
              type="button"
              role="tab"
              id={`${id}-${shelfKey(shelf)}`}
              className="zk-shelf"
              aria-selected={here}
              aria-controls={controls}
              tabIndex={here || (at < 0 && i === 0) ? 0 : -1}
            >
              {shelf.shelf === 'module' ? (
                <span lang="zh-CN">{shelf.module}</span>
              ) : (
                <span>{t(`shelf.${shelf.shelf}`)}</span>
              )}
              <span>{count}</span>
            </button>
          </Fragment>
        )
      })}
    </div>
  )
}
