import type { Path } from '../../../shared/forms/field'
import type { FieldValue, FormValues } from '../../../shared/forms/values'
import type { Difference } from '../../../shared/store/differences'
import { placeIn, type HistoryNames, type HistoryT } from './names'

/** One difference of two moments, to be read; `path`: what is set back when only this is. */
export interface DifferenceLine {
  readonly path: Path
  readonly what: string
  readonly before: string
  readonly after: string
}

/** `a` is the earlier set of values that `difference` begins from, `b` the later one. */
export function differenceLine(
  t: HistoryT,
  names: HistoryNames,
  difference: Difference,
  a: FormValues,
  b: FormValues,
): DifferenceLine {
  const show = (path: Path, value: FieldValue | null) =>
    value === null ? t('empty') : names.value(path, value)
  switch (difference.differs) {
    case 'value': {
      const { path, before, after } = difference
      const place = placeIn(b, path) ?? placeIn(a, path)
      return { path, what: names.field(path, place), before: show(path, before), after: show(path, after) }
    }
    case 'rowAdded':
    case 'rowRemoved': {
      const { rows, row, place } = difference
      const cells = Object.entries(row.cells)
        .map(([column, value]) => show([rows, row.id, column], value))
        .join(t('common:listSeparator'))
      const said = cells === '' ? t('emptyRow') : cells
      const added = difference.differs === 'rowAdded'
      return {
        path: [rows, row.id],
        what: names.row(rows, row.id, place + 1),
        before: added ? t('noRow') : said,
        after: added ? said : t('noRow'),
      }
    }
    case 'rowMoved': {
      const { rows, row, from, to } = difference
      return {
        path: [rows],
        what: names.row(rows, row.id, to + 1),
        before: t('place', { place: from + 1 }),
        after: t('place', { place: to + 1 }),
      }
    }
  }
}

/** Path keys of the cells of one side that are another on the other side. */
export function changedPaths(found: readonly Difference[], side: 'before' | 'after'): readonly Path[] {
  return found.flatMap((difference): readonly Path[] => {
    if (difference.differs === 'value') return [difference.path]
    const here = side === 'before' ? 'rowRemoved' : 'rowAdded'
    if (difference.differs !== here && difference.differs !== 'rowMoved') return []
    return Object.keys(difference.row.cells).map((column) => [difference.rows, difference.row.id, column])
  })
}
