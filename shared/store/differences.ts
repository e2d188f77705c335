import type { Path } from '../forms/field'
import type { FieldValue, FormValues, RowValue } from '../forms/values'
import { canonicalJson, type Json } from '../kernel/canonical-json'

/** One thing that differs between two sets of values; places of rows count from 0. */
export type Difference =
  /** A field, a matrix item, or a cell of a row that stands in both. Null is empty. */
  | {
      readonly differs: 'value'
      readonly path: Path
      readonly before: FieldValue | null
      readonly after: FieldValue | null
    }
  | {
      readonly differs: 'rowAdded' | 'rowRemoved'
      readonly rows: string
      readonly row: RowValue
      /** Its place in the set that has it. */
      readonly place: number
    }
  | {
      readonly differs: 'rowMoved'
      readonly rows: string
      readonly row: RowValue
      readonly from: number
      readonly to: number
    }

/** What is another in `b` than in `a`: fields first, then matrices, then rows in their order. Empty for equal values. */
export function differences(a: FormValues, b: FormValues): readonly Difference[] {
  return [
    ...cells([], a.fields, b.fields),
    ...namesOf(a.matrices, b.matrices).flatMap((field) =>
      cells([field], own(a.matrices, field) ?? {}, own(b.matrices, field) ?? {}),
    ),
    ...namesOf(a.rows, b.rows).flatMap((rows) => rowDifferences(rows, own(a.rows, rows), own(b.rows, rows))),
  ]
}

type Named<T> = { readonly [name: string]: T }

const own = <T>(map: Named<T>, name: string): T | undefined =>
  Object.hasOwn(map, name) ? map[name] : undefined

const namesOf = (a: Named<unknown>, b: Named<unknown>): readonly string[] => [
  ...new Set([...Object.keys(a), ...Object.keys(b)]),
]

const same = (a: FieldValue | null, b: FieldValue | null): boolean =>
  a === b || canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json)

function cells(under: Path, a: Named<FieldValue>, b: Named<FieldValue>): readonly Difference[] {
  return namesOf(a, b).flatMap((name): readonly Difference[] => {
    const before = own(a, name) ?? null
    const after = own(b, name) ?? null
    return same(before, after) ? [] : [{ differs: 'value', path: [...under, name], before, after }]
  })
}

function rowDifferences(
  rows: string,
  a: readonly RowValue[] = [],
  b: readonly RowValue[] = [],
): readonly Difference[] {
  const before = new Map(a.map((row, place) => [row.id, { row, place }]))
  const after = new Set(b.map(({ id }) => id))
  const resting = restingRows(
    b.flatMap(({ id }) => {
      const old = before.get(id)
      return old ? [{ id, place: old.place }] : []
    }),
  )
  return [
    ...a.flatMap((row, place): readonly Difference[] =>
      after.has(row.id) ? [] : [{ differs: 'rowRemoved', rows, row, place }],
    ),
    ...b.flatMap((row, place): readonly Difference[] => {
      const old = before.get(row.id)
      if (!old) return [{ differs: 'rowAdded', rows, row, place }]
      const moved: readonly Difference[] = resting.has(row.id)
        ? []
        : [{ differs: 'rowMoved', rows, row, from: old.place, to: place }]
      return [...moved, ...cells([rows, row.id], old.row.cells, row.cells)]
    }),
  ]
}

/** The most rows that kept their order among each other (a longest rising run of places); all others were moved. */
function restingRows(
  common: readonly { readonly id: string; readonly place: number }[],
): ReadonlySet<string> {
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  for (const [i, { place }] of common.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((common[tails[middle] ?? 0]?.place ?? 0) < place) low = middle + 1
      else high = middle
    }
    previous[i] = low > 0 ? tails[low - 1] : undefined
    tails[low] = i
  }
  const resting = new Set<string>()
  for (let i = tails.at(-1); i !== undefined; i = previous[i]) resting.add(common[i]?.id ?? '')
  return resting
}
