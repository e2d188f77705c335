import { isBlank } from '../../../shared/import/cell'
import { cellText } from '../../../shared/import/cell-text'
import type { RememberedMapping } from '../../../shared/import/mapping'
import {
  findHeads,
  headKnowledge,
  headsIn,
  type ImportTarget,
  type SourceSheet,
} from '../../../shared/import'
import type { TableHeads } from './messages'

/** Lines among which a person finds the heads. */
const FIRST = 20
const EXAMPLES = 3
/** Lines in which examples are looked for. */
const LOOKED_AT = 500

/** How a table begins, and where its columns would go. `wanted` null: the heads are looked for; 0: there are none. */
export function tableHeads(
  sheet: SourceSheet,
  target: ImportTarget,
  wanted: number | null,
  known: RememberedMapping,
): TableHeads {
  const knowledge = headKnowledge(target)
  const knows = (head: string) => knowledge.knows(head) || Object.hasOwn(known, head)
  const found = wanted === 0 ? null : wanted === null ? findHeads(sheet, knows) : headsIn(sheet, wanted)
  const headRow = wanted === 0 ? 0 : (found?.row ?? null)
  const below = sheet.rows.filter(({ number }) => number > (headRow ?? 0))
  const width = below
    .slice(0, LOOKED_AT)
    .reduce((most, { cells }) => Math.max(most, cells.length), found?.heads.length ?? 0)
  const heads = Array.from({ length: width }, (_, at) => found?.heads[at] ?? '')
  const { columns } = knowledge.guess(headRow ?? 0, heads, known)
  const hidden = new Set(sheet.hiddenColumns)
  return {
    headRow,
    firstLines: sheet.rows.slice(0, FIRST).map(({ number, cells }) => ({
      number,
      texts: cells.slice(0, 30).map((cell) => cellText(cell, sheet.from1904).trim()),
    })),
    columns: columns.map((mapped) => ({
      ...mapped,
      examples: examplesOf(sheet, below, mapped.column),
      hidden: hidden.has(mapped.column),
    })),
    lines: below.length,
    hiddenLines: below.filter((row) => row.hidden).length,
  }
}

function examplesOf(sheet: SourceSheet, rows: SourceSheet['rows'], column: number): readonly string[] {
  const texts = new Set<string>()
  for (const { cells } of rows.slice(0, LOOKED_AT)) {
    const cell = cells[column]
    if (isBlank(cell)) continue
    const text = cellText(cell, sheet.from1904).trim()
    if (text !== '') texts.add(text)
    if (texts.size === EXAMPLES) break
  }
  return [...texts]
}
