import type { Marked } from '../../../shared/search/hit-places'

/** A text in which what was searched for is marked. */
export function MarkedText({ of: { text, marks } }: { readonly of: Marked }) {
  return (
    <span>
      {marks.map(([from, to], at) => (
        <span key={from}>
          {text.slice(marks[at - 1]?.[1] ?? 0, from)}
          <mark style={markStyle}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </span>
  )
}

const markStyle = {
  backgroundColor: 'var(--zk-amber-soft)',
  color: 'inherit',
  borderRadius: 2,
  boxShadow: 'inset 0 -2px 0 var(--zk-amber-text)',
} as const
