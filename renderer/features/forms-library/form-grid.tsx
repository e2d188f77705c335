import { useCallback, useEffect, useMemo, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useElementSize } from '../sheet'
import type { Letterhead } from '../../../shared/print/layout-input'
import { FormCard } from './form-card'
import { FormLine } from './form-line'
import { useFormWords } from './form-words'
import type { Group } from './library'
import { columnsOn, moveInGrid, rowsOfCards } from './move-in-grid'

/** Pixels: the narrowest card, the gap between two, and what the scroller keeps free at its sides. */
const LEAST_CARD = 150
const GAP = 8
const PADDING = 28
/** Pixels of a card beside its sheet. */
const CARD_PADDING = 26

export interface FormGridProps {
  readonly id: string
  readonly view: 'cards' | 'list'
  readonly groups: readonly Group[]
  readonly current: string | null
  readonly ticked: readonly string[]
  readonly favourites: readonly string[]
  readonly letterhead: Letterhead | null
  readonly acts: FormGridActs
  /** Hands the element in, so that the search box can give it the focus. */
  readonly gridRef: (element: HTMLElement | null) => void
}

/** What keys and clicks on a form do. */
export interface FormGridActs {
  readonly onMove: (code: string) => void
  readonly onFill: (code: string) => void
  readonly onToggle: (code: string) => void
  readonly onTick: (codes: readonly string[]) => void
  readonly onStar: (code: string) => void
  /** A letter was typed, or the arrow went above the first row. */
  readonly onSearch: () => void
}

/** All forms of a shelf as cards or lines. One stop of Tab; arrows move in it, Enter fills, the space bar chooses. */
export function FormGrid(props: FormGridProps) {
  const { id, view, groups, current, acts, gridRef } = props
  const { t } = useTranslation('forms')
  const words = useFormWords()
  const [size, setElement, element] = useElementSize()
  const hits = useMemo(() => groups.flatMap((group) => group.hits), [groups])
  const at = Math.max(
    0,
    hits.findIndex(({ form }) => form.code === current),
  )
  const width = (size?.width ?? 700) - PADDING
  const columns = view === 'list' ? 1 : columnsOn(width, LEAST_CARD, GAP)
  const rows = useMemo(
    () =>
      rowsOfCards(
        groups.map((group) => group.hits.length),
        columns,
      ),
    [groups, columns],
  )
  const itemId = (code: string) => `${id}-${code}`
  const here = hits[at]?.form.code

  useEffect(() => {
    if (current !== null) document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' })
    else if (element && element.scrollTop > 0) element.scrollTo({ top: 0 })
  }, [id, current, groups, element])

  const codesBetween = (from: number, to: number) =>
    hits.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ form }) => form.code)

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    const ctrl = event.ctrlKey || event.metaKey
    if (here === undefined || event.altKey || event.target !== element) return
    const first = document.getElementById(itemId(here))
    const page = Math.max(1, Math.floor((size?.height ?? 0) / ((first?.clientHeight ?? 0) + GAP)))
    const next = ctrl ? null : moveInGrid(key, at, rows, page)
    if (next === 'above') acts.onSearch()
    else if (next !== null) {
      acts.onMove(hits[next]?.form.code ?? here)
      if (event.shiftKey) acts.onTick([...props.ticked, ...codesBetween(at, next)])
    } else if (key === 'Enter') acts.onFill(here)
    else if (key === ' ') acts.onToggle(here)
    else if (ctrl && key.toLowerCase() === 'd') acts.onStar(here)
    else if (ctrl && key.toLowerCase() === 'a') acts.onTick(hits.map(({ form }) => form.code))
    else {
      // The letter itself goes into the search box, which has the focus by the time that it is written.
      if (!ctrl && (key.length === 1 || key === 'Backspace' || key === 'Process')) acts.onSearch()
      return
    }
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const clicked = placeOf(event)
    if (!clicked) return
    const { code, part } = clicked
    const to = hits.findIndex(({ form }) => form.code === code)
    if (part === 'star') acts.onStar(code)
    else if (part === 'tick' || event.ctrlKey || event.metaKey) acts.onToggle(code)
    else if (event.shiftKey) acts.onTick([...props.ticked, ...codesBetween(at, to)])
    acts.onMove(code)
  }
  const onDoubleClick = (event: MouseEvent) => {
    const clicked = placeOf(event)
    if (clicked?.part === 'form') acts.onFill(clicked.code)
  }
  const takeElement = useCallback(
    (taken: HTMLElement | null) => {
      setElement(taken)
      gridRef(taken)
    },
    [setElement, gridRef],
  )
  const cardWidth = (width - (columns - 1) * GAP) / columns
  return (
    <div
      ref={takeElement}
      className="zk-forms"
      role="grid"
      aria-label={t('title')}
      aria-multiselectable
      aria-rowcount={hits.length}
      aria-activedescendant={here === undefined ? undefined : itemId(here)}
      tabIndex={0}
      data-scroller=""
      data-ticking={props.ticked.length > 0 || undefined}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        // Star and tick leave the focus where the keys are heard.
        if (event.target instanceof Element && event.target.closest('button')) {
          event.preventDefault()
          element?.focus({ preventScroll: true })
        }
      }}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      {groups.map(({ module, hits: shown }) => (
        <div key={module} role="rowgroup" aria-label={module === '' ? t('found') : module}>
          {module !== '' && (
            <div className="zk-group-head" aria-hidden="true" lang="zh-CN">
              {module}
              <span>{shown.length}</span>
            </div>
          )}
          <div
            className={view === 'cards' ? 'zk-cards' : 'zk-lines'}
            role="presentation"
            style={view === 'cards' ? { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` } : {}}
          >
            {shown.map((hit) => {
              const { code } = hit.form
              const item = {
                id: itemId(code),
                hit,
                here: code === here,
                ticked: props.ticked.includes(code),
                favourite: props.favourites.includes(code),
                words,
              }
              return view === 'cards' ? (
                <FormCard
                  key={code}
                  {...item}
                  letterhead={props.letterhead}
                  sheetWidth={Math.floor(cardWidth - CARD_PADDING)}
                />
              ) : (
                <FormLine key={code} {...item} />
              )
            })}
          </div>
        </div>
      ))}
    </div>
  )
}

/** Which form, and what of it, the mouse is on. */
function placeOf({
  target,
}: MouseEvent): { readonly code: string; readonly part: 'form' | 'tick' | 'star' } | null {
  if (!(target instanceof Element)) return null
  const code = target.closest('[data-code]')?.getAttribute('data-code')
  if (code === null || code === undefined) return null
  if (target.closest('[data-star]')) return { code, part: 'star' }
  return { code, part: target.closest('[data-tick]') ? 'tick' : 'form' }
}
