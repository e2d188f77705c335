import { formatValue } from '../../../shared/forms'
import { cellText } from '../../../shared/import/cell-text'
import { convertCell, type Names } from '../../../shared/import/convert'
import {
  isTotal,
  targetColumns,
  type Finding,
  type ImportPlan,
  type ImportTarget,
  type Mapping,
  type PlannedEntry,
  type SourceSheet,
} from '../../../shared/import'
import type { TargetColumn } from '../../../shared/import/target'
import type { LinesShown, PlanCell, PlanLine } from './messages'

export interface Planned {
  readonly sheet: SourceSheet
  readonly target: ImportTarget
  readonly mapping: Mapping
  readonly names: Names
  readonly plan: ImportPlan
}

/** Whether an entry comes in and is worth a look. */
export const isWarned = ({ does, findings, entry }: PlannedEntry): boolean =>
  does !== 'refuse' && findings.length > 0 && !isTotal(entry)

/** The first lines of a plan as they will be. */
export function planLines(planned: Planned, show: LinesShown, limit: number): readonly PlanLine[] {
  const { sheet, target, mapping, plan } = planned
  const columns = new Map(targetColumns(target).map((column) => [column.key, column]))
  const used = mapping.columns.flatMap(({ column, to }) => {
    const goes = to === null ? undefined : columns.get(to)
    return goes ? [{ column, goes }] : []
  })
  const lines: PlanLine[] = []
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]))
  for (const entry of plan.planned) {
    if (!isShown(entry, show)) continue
    const { does, findings } = entry
    const placed = new Set<Finding>()
    for (const [at, number] of entry.entry.lines.entries()) {
      if (lines.length >= limit) return lines
      const row = byNumber.get(number)
      const cells = used.map(({ column, goes }): PlanCell => {
        const own = findings.filter((finding) => {
          const isHere =
            finding.row === number && (finding.column === column || (at === 0 && names(finding, goes)))
          return isHere && !placed.has(finding)
        })
        for (const finding of own) placed.add(finding)
        const cell = row?.cells[column]
        const read = goes.field ? convertCell(goes.field, cell, sheet.from1904, planned.names) : null
        const text =
          goes.field && read?.ok && read.value.value !== null
            ? formatValue(goes.field, read.value.value)
            : cellText(cell, sheet.from1904).trim()
        return { text, findings: own }
      })
      const others = findings.filter(
        (finding) => !placed.has(finding) && (finding.row === number || at === 0),
      )
      for (const finding of others) placed.add(finding)
      lines.push({ number, does, goesOn: at > 0, cells, findings: others })
    }
  }
  return lines
}

/** What is wrong with a value of the whole entry is told where the value stands. */
function names({ column, problem }: Finding, { head, field }: TargetColumn): boolean {
  if (column !== null) return false
  return problem.problem === 'value' || problem.problem === 'masked'
    ? problem.label === field?.label
    : problem.problem === 'keyEmpty' && problem.head === head
}

function isShown(entry: PlannedEntry, show: LinesShown): boolean {
  if (show === 'all') return true
  return show === 'warned' ? isWarned(entry) : entry.does === show
}
