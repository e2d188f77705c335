/** A star, filled where the form is one of the favourites. */
export function Star({ filled }: { readonly filled: boolean }) {
  return (
    <svg width={17} height={17} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M12 3.2l2.7 5.6 6.1.8-4.5 4.3 1.1 6.1L12 17.1 6.6 20l1.1-6.1L3.2 9.6l6.1-.8z"
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={1.7}
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** A box, ticked where the form was chosen for a job. */
export function TickBox({ ticked }: { readonly ticked: boolean }) {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
      <rect
        x={1}
        y={1}
        width={14}
        height={14}
        rx={3}
        fill={ticked ? 'var(--zk-blue)' : 'var(--zk-surface)'}
        stroke={ticked ? 'var(--zk-blue)' : 'var(--zk-ink-soft)'}
      />
      {ticked && (
        <path
          d="M4 8.2l2.8 2.8L12 5.4"
          fill="none"
          stroke="var(--zk-on-blue)"
          strokeWidth={1.9}
          strokeLinecap="round"
        />
      )}
    </svg>
  )
}

/** A text with the characters at `places` marked. */
export function Marked({ text, places }: { readonly text: string; readonly places: readonly number[] }) {
  if (places.length === 0) return text
  return markedParts(text, places).map(({ from, part, marked }) =>
    marked ? <mark key={from}>{part}</mark> : part,
  )
}

/** The text in runs that are marked or not; `from` is where a run begins. */
export function markedParts(
  text: string,
  places: readonly number[],
): readonly { readonly from: number; readonly part: string; readonly marked: boolean }[] {
  const wanted = new Set(places)
  const parts: { from: number; part: string; marked: boolean }[] = []
  for (let at = 0; at < text.length; at++) {
    const last = parts.at(-1)
    const marked = wanted.has(at)
    if (last?.marked === marked) last.part += text.charAt(at)
    else parts.push({ from: at, part: text.charAt(at), marked })
  }
  return parts
}
