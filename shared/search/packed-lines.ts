import type { Due, ListRow, ListState } from './list-row'

/** What stands of a line in columns; the rest is its text. */
export type ColumnRow = Pick<
  ListRow,
  | 'id'
  | 'list'
  | 'state'
  | 'on'
  | 'createdAt'
  | 'updatedAt'
  | 'createdBy'
  | 'updatedBy'
  | 'customers'
  | 'dues'
  | 'conflicts'
  | 'corrections'
  | 'files'
  | 'from'
>

/** A line as the index has it. */
export interface IndexedLine {
  readonly row: ColumnRow
  /** Number, title, words and cells as they were written, joined. */
  readonly text: string
}

/** Raised whenever packed lines are read otherwise. */
export const PACK_VERSION = 2

/** Stands for a line break inside a text. */
const BREAK = '\u001e'

/** A column each, so that nothing is named a thousand times; what few lines have stands with the line's place. */
interface PackedColumns {
  readonly id: readonly string[]
  readonly lists: readonly string[]
  readonly list: readonly number[]
  readonly state: readonly ListState[]
  readonly on: readonly string[]
  readonly createdAt: readonly number[]
  readonly updatedAt: readonly number[]
  readonly people: readonly string[]
  readonly createdBy: readonly number[]
  readonly updatedBy: readonly number[]
  readonly customers: readonly (readonly [at: number, ...keys: readonly string[]])[]
  readonly dues: readonly (readonly [at: number, dues: readonly Due[]])[]
  readonly counts: readonly (readonly [at: number, conflicts: number, corrections: number, files: number])[]
  readonly from: readonly (readonly [at: number, from: string])[]
}

/** Lines as one text that is read many times faster than lines are made. */
export function packLines(lines: readonly IndexedLine[]): string {
  const rows = lines.map(({ row }) => row)
  const lists = new Dictionary()
  const people = new Dictionary()
  const columns: PackedColumns = {
    id: rows.map(({ id }) => id),
    list: rows.map(({ list }) => lists.numberOf(list)),
    lists: lists.texts,
    state: rows.map(({ state }) => state),
    on: rows.map(({ on }) => on),
    createdAt: rows.map(({ createdAt }) => createdAt),
    updatedAt: rows.map(({ updatedAt }) => updatedAt),
    createdBy: rows.map(({ createdBy }) => people.numberOf(createdBy)),
    updatedBy: rows.map(({ updatedBy }) => people.numberOf(updatedBy)),
    people: people.texts,
    customers: rows.flatMap(({ customers }, at) => (customers.length > 0 ? [[at, ...customers]] : [])),
    dues: rows.flatMap(({ dues }, at) => (dues.length > 0 ? [[at, dues]] : [])),
    counts: rows.flatMap(({ conflicts, corrections, files }, at) =>
      conflicts + corrections + files > 0 ? [[at, conflicts, corrections, files]] : [],
    ),
    from: rows.flatMap(({ from }, at) => (from === '' ? [] : [[at, from]])),
  }
  return [JSON.stringify(columns), ...lines.map(({ text }) => text.replaceAll('\n', BREAK))].join('\n')
}

/** Throws when the text is none that `packLines` wrote. */
export function* unpackLines(text: string): Generator<IndexedLine> {
  const [head = '', ...texts] = text.split('\n')
  const columns = JSON.parse(head) as PackedColumns
  if (columns.id.length !== texts.length) throw new Error('packed lines are cut short')
  const customers = new Map(columns.customers.map(([at, ...keys]) => [at, keys]))
  const dues = new Map(columns.dues)
  const counts = new Map(columns.counts.map((each) => [each[0], each]))
  const from = new Map(columns.from)
  for (const [at, id] of columns.id.entries()) {
    const [, conflicts = 0, corrections = 0, files = 0] = counts.get(at) ?? []
    const row: ColumnRow = {
      id,
      list: textAt(columns.lists, columns.list[at]),
      state: columns.state[at] ?? 'draft',
      on: columns.on[at] ?? '',
      createdAt: columns.createdAt[at] ?? 0,
      updatedAt: columns.updatedAt[at] ?? 0,
      createdBy: textAt(columns.people, columns.createdBy[at]),
      updatedBy: textAt(columns.people, columns.updatedBy[at]),
      customers: customers.get(at) ?? [],
      dues: dues.get(at) ?? [],
      conflicts,
      corrections,
      files,
      from: from.get(at) ?? '',
    }
    yield { row, text: (texts[at] ?? '').replaceAll(BREAK, '\n') }
  }
}

const textAt = (texts: readonly string[], at: number | undefined): string => texts[at ?? -1] ?? ''

/** Texts that stand in many lines, each once. */
class Dictionary {
  readonly texts: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }
}
