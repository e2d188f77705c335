import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { markIn } from '../../../shared/search/hit-places'
import { useMasks } from '../../stores'
import { Tag } from '../../ui'
import type { Suggestion } from './suggestions'

export interface SuggestOptionProps {
  readonly id: string
  readonly suggestion: Suggestion
  /** What was typed: marked where the name says it. */
  readonly typed: string
  readonly current: boolean
  readonly onPick: () => void
}

/** One line of the list under a person's or customer's cell. */
export function SuggestOption({ id, suggestion, typed, current, onPick }: SuggestOptionProps) {
  const { t } = useTranslation('editor')
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const { takes, name, note, mark, level } = suggestion
  const show = useMasks()
  const about = [note, show(suggestion.phone ?? '', 'phone')].filter((part) => part !== '').join(' · ')
  const creates = takes.offer === 'create'
  return (
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={current}
      className={creates ? 'zk-suggestion zk-suggestion-new' : 'zk-suggestion'}
      onPointerDown={(event) => {
        // Before the field loses the focus.
        event.preventDefault()
        onPick()
      }}
    >
      {creates ? (
        <span>
          {takes.name === '' ? t('suggest.createEmpty') : t('suggest.create', { name: takes.name })}
        </span>
      ) : (
        <MarkedName name={name} typed={typed} />
      )}
      {level === undefined ? null : <small>{t('suggest.level', { level })}</small>}
      {mark === undefined ? null : <Tag tone="amber">{t(`suggest.${mark}`)}</Tag>}
      {about === '' ? null : <small className="zk-suggestion-note">{about}</small>}
    </div>
  )
}

/** A name with what was typed marked in it, as written or as pinyin. */
function MarkedName({ name, typed }: { readonly name: string; readonly typed: string }) {
  const words = typed.toLowerCase().split(/\s+/)
  const { marks } = markIn(
    name,
    words.filter((word) => word !== ''),
  )
  return (
    <span>
      {marks.map(([from, to], at) => (
        <span key={from}>
          {name.slice(marks[at - 1]?.[1] ?? 0, from)}
          <mark>{name.slice(from, to)}</mark>
        </span>
      ))}
      {name.slice(marks.at(-1)?.[1] ?? 0)}
    </span>
  )
}
