import type { ListSheet } from '../print/excel/list-sheet'
import type { SourceSheet } from './cell'
import { cellText } from './cell-text'
import { findingText, type Finding } from './finding'
import { PROBLEM_HEAD } from './guess'
import type { Mapping } from './mapping'
import type { PlannedEntry } from './plan'

/** Most findings that are written beside a line. */
const MOST = 20

/**
 * The lines that were not taken over, with a column 问题: to be put right there and imported again, by the same mapping. All
 * cells are texts. Those that hold no value (an error, a number that lost digits) are empty, so that they cannot slip in.
 */
export function correctedSheet(
  sheet: SourceSheet,
  mapping: Mapping,
  planned: readonly PlannedEntry[],
): ListSheet {
  const refused = planned.filter(({ does }) => does === 'refuse')
  const lines = new Set(refused.flatMap(({ entry }) => entry.lines))
  const byLine = new Map<number, Finding[]>()
  for (const { findings } of refused)
    for (const finding of findings) byLine.set(finding.row, [...(byLine.get(finding.row) ?? []), finding])
  const heads = mapping.columns.map(({ head }) => head)
  // A corrected file that is put right again gets its column anew.
  const kept = heads.flatMap((head, at) => (head === PROBLEM_HEAD ? [] : [at]))
  return {
    name: PROBLEM_HEAD,
    columns: [
      ...kept.map((at) => ({ label: heads[at] ?? '', width: 16, format: '@' })),
      { label: PROBLEM_HEAD, width: 60, format: '@' },
    ],
    rows: sheet.rows
      .filter(({ number }) => lines.has(number))
      .map(({ number, cells }) => {
        const findings = byLine.get(number) ?? []
        const gone = new Set(findings.filter(holdsNoValue).map(({ column }) => column))
        return [
          ...kept.map((at) => (gone.has(at) ? null : cellText(cells[at], sheet.from1904) || null)),
          findings.slice(0, MOST).map(lineText).join('；') || null,
        ]
      }),
  }
}

const holdsNoValue = ({ problem: { problem } }: Finding): boolean =>
  problem === 'errorCell' || problem === 'lostDigits' || problem === 'noValue'

const lineText = (finding: Finding): string =>
  finding.head === '' ? findingText(finding) : `${finding.head}：${findingText(finding)}`
