import type { Marked } from '../../../shared/search/hit-places'

/** A text in which what was searched for is marked. */
export interface MarkedTextProps {
  readonly of: Marked
  /** `zh-CN` for what the forms say and people typed; absent for the program's own words. */
  readonly lang?: 'zh-CN'
}

export function MarkedText({ of: { text, marks }, lang }: MarkedTextProps) {
  return (
    <span {...(lang ? { lang } : {})}>
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
