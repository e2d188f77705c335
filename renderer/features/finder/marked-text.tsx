import './finder.css'
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
          <mark className="zk-found-mark">{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </span>
  )
}
