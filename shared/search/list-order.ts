import type { ListColumns } from './list-columns'
import type { TextAt } from './list-filter'
import type { Sort } from './list-query'

/** As Chinese readers sort: by pinyin, digits by their value. */
const reading = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })

const byLetter = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Places in a query's order. Empty cells come last either way; equal ones by the latest change, then by id. */
export function inOrder(
  places: Uint32Array,
  sort: Sort | undefined,
  columns: ListColumns,
  textAt: TextAt,
): Uint32Array {
  const latest = newestFirst(columns, places)
  if (!sort) return latest
  const sign = sort.direction === 'up' ? 1 : -1
  const keys = sort.as === 'number' ? decimals(latest, sort, textAt) : ranks(latest, sort, textAt)
  // Sorting is stable: what is equal keeps the order of the latest change.
  const at = Uint32Array.from(latest.keys())
  at.sort((a, b) => {
    const [x = NaN, y = NaN] = [keys[a], keys[b]]
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b
    return sign * (x - y) || a - b
  })
  return at.map((i) => latest[i] ?? 0)
}

export function newestFirst(columns: ListColumns, places: Uint32Array): Uint32Array {
  const times = Float64Array.from(places, (place) => columns.updatedAt(place))
  const at = Uint32Array.from(places.keys())
  at.sort(
    (a, b) =>
      (times[b] ?? 0) - (times[a] ?? 0) ||
      byLetter(columns.idAt(places[b] ?? 0), columns.idAt(places[a] ?? 0)),
  )
  return at.map((i) => places[i] ?? 0)
}

const decimals = (places: Uint32Array, { column }: Sort, textAt: TextAt): Float64Array =>
  Float64Array.from(places, (place) => {
    const text = textAt(place, column)
    return text === '' ? NaN : Number(text)
  })

/** Each different text is compared once with others, and stands for its place among them. */
function ranks(places: Uint32Array, { column, as }: Sort, textAt: TextAt): Float64Array {
  const texts = Array.from(places, (place) => textAt(place, column))
  const distinct = [...new Set(texts)].filter((text) => text !== '')
  distinct.sort(as === 'text' ? reading.compare : byLetter)
  const rank = new Map(distinct.map((text, i) => [text, i]))
  return Float64Array.from(texts, (text) => rank.get(text) ?? NaN)
}
