import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedRecord } from '../../db'

/** Strokes of 16 × 16 signs. */
const signs = {
  conflicts: 'M8 2.5 14.5 13.5H1.5Z M8 6.5v3.5 M8 11.6v.4',
  corrections: 'M10.8 2.6 13.4 5.2 5.6 13H3v-2.6Z M9 4.4 11.6 7',
  files:
    'M12.5 7.2 7.6 12.1a2.9 2.9 0 0 1-4.1-4.1l5.3-5.3a1.9 1.9 0 0 1 2.7 2.7L6.3 10.6a.9.9 0 0 1-1.3-1.3l4.5-4.5',
} as const
const kinds = ['conflicts', 'corrections', 'files'] as const

type Marked = Pick<ListedRecord, (typeof kinds)[number]>

export const hasMarks = (row: Marked): boolean => kinds.some((kind) => row[kind] > 0)

/** What a mark says of so many. */
export type MarkText = (kind: (typeof kinds)[number], count: number) => string

export function useMarkText(): MarkText {
  const { t } = useTranslation('records')
  return useMemo(() => remembered((kind, count) => t(`mark.${kind}`, { count })), [t])
}

/** Each sentence is worked out once: most lines of a list say the same, and one after the other would cost more than drawing them. */
function remembered(say: MarkText): MarkText {
  const known = new Map<string, string>()
  return (kind, count) => {
    const key = `${kind} ${count}`
    const text = known.get(key) ?? say(kind, count)
    known.set(key, text)
    return text
  }
}

interface RecordMarksProps {
  readonly row: Marked
  readonly textOf: MarkText
}

/** What else there is to know of a record: conflicts, corrections after 登记, attachments; each says itself. */
export function RecordMarks({ row, textOf }: RecordMarksProps) {
  return (
    <span className="zk-list-marks">
      {kinds
        .filter((kind) => row[kind] > 0)
        .map((kind) => {
          const text = textOf(kind, row[kind])
          return (
            <span key={kind} title={text}>
              <svg role="img" aria-label={text} className={`zk-list-mark-${kind}`} viewBox="0 0 16 16">
                <path d={signs[kind]} />
              </svg>
            </span>
          )
        })}
    </span>
  )
}
