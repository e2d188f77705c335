import type { Column } from './list-columns'
import type { Sort } from './list-query'
import type { ListState } from './list-row'

/** As Chinese readers sort: by pinyin, digits by their value. */
const reading = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })

/** A record's life from 草稿 to 作废; a customer's from 正常 to merged. */
const stages: readonly ListState[] = ['draft', 'submitted', 'active', 'closed', 'void', 'merged']

const stageOf = (state: string): number => stages.findIndex((stage) => stage === state)

const byLetter = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Places in a query's order; `latest` has them by their latest change. Empty cells come last either way; equal ones keep
 * the order of `latest`. Each different text is compared with others once and stands for its rank, so that nothing else
 * needs comparing.
 */
export function inOrder(latest: Uint32Array, sort: Sort | undefined, column: Column): Uint32Array {
  if (!sort) return latest
  const numbers = latest.map(column.numberAt)
  const texts = new Map(
    Array.from(seenIn(numbers, column.bound), (number) => [number, column.textOf(number)]),
  )
  const ranked = rankedTexts(new Set(texts.values()), sort.as)
  if (sort.direction === 'down') ranked.reverse()
  const rankOf = new Map(ranked.map((text, rank) => [text, rank]))
  const rankOfNumber = new Uint32Array(column.bound)
  // What has no rank (empty, no decimal) comes behind all others.
  for (const [number, text] of texts) rankOfNumber[number] = rankOf.get(text) ?? ranked.length
  const ranks = numbers.map((number) => rankOfNumber[number] ?? 0)
  return countingSort(latest, ranks, ranked.length + 1)
}

/** Each of these numbers once, in the order in which they were first met. */
function seenIn(numbers: Uint32Array, bound: number): readonly number[] {
  const seen = new Uint8Array(bound)
  const found: number[] = []
  for (const number of numbers) {
    if (seen[number] === 1) continue
    seen[number] = 1
    found.push(number)
  }
  return found
}

function rankedTexts(distinct: ReadonlySet<string>, as: Sort['as']): string[] {
  const filled = [...distinct].filter((text) => text !== '')
  if (as === 'state') return filled.sort((a, b) => stageOf(a) - stageOf(b))
  if (as !== 'number') return filled.sort(as === 'text' ? reading.compare : byLetter)
  const decimals = filled.map((text) => ({ text, value: Number(text) }))
  return decimals
    .filter(({ value }) => !Number.isNaN(value))
    .sort((a, b) => a.value - b.value)
    .map(({ text }) => text)
}

/** Stable, and in time that grows with the number of places alone. */
function countingSort(places: Uint32Array, ranks: Uint32Array, most: number): Uint32Array {
  const starts = new Uint32Array(most + 1)
  for (const rank of ranks) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1
  for (let rank = 0; rank < most; rank += 1) starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0)
  const ordered = new Uint32Array(places.length)
  for (const [at, place] of places.entries()) {
    const rank = ranks[at] ?? 0
    const to = starts[rank] ?? 0
    ordered[to] = place
    starts[rank] = to + 1
  }
  return ordered
}
