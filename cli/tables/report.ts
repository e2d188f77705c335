import {
  findingText,
  isTotal,
  targetColumns,
  type Finding,
  type ImportPlan,
  type ImportTarget,
  type Mapping,
  type Matching,
  type PlannedAs,
  type SourceFile,
  type SourceNote,
  type SourceSheet,
} from '../../shared/import'
import { assertNever } from '../../shared/kernel/assert-never'

/** Findings that are written out. */
const MOST = 50

export interface Reported {
  readonly target: ImportTarget
  readonly sheet: SourceSheet
  readonly mapping: Mapping
  readonly matching: Matching
  readonly plan: ImportPlan
  /** Nothing was written. */
  readonly isDry: boolean
}

/** What a person reads of an import that is planned, or done. */
export function reportLines(reported: Reported): readonly string[] {
  const { target, sheet, mapping, matching, plan } = reported
  const { create, update, same, skip, refuse } = plan.counts
  const unused = mapping.columns.filter(({ to, head }) => to === null && head !== '').map(({ head }) => head)
  const findings = findingLines(reported)
  const totals = plan.planned.filter(({ entry }) => isTotal(entry)).length
  const hidden = sheet.rows.filter((row) => row.hidden && row.number > mapping.headRow).length
  return [
    `《${target.name}》：新增 ${create}，更新 ${update}，相同 ${same}，跳过 ${skip}，有问题未导入 ${refuse}`,
    matchingLine(target, matching),
    ...(unused.length > 0 ? [`没有导入的列：${unused.join('、')}`] : []),
    ...(hidden > 0 ? [`其中 ${hidden} 行在文件里是隐藏的（用 --skip-hidden 不导入它们）`] : []),
    ...(totals > 0 ? [`其中 ${totals} 行像是合计行，没有导入（要导入请加 --with-totals）`] : []),
    ...hiddenColumnLines(sheet, mapping),
    ...(sheet.formulas > 0 ? [`有 ${sheet.formulas} 个公式，按文件里存的结果导入`] : []),
    ...(target.isCard && create > 0 ? ['这张表是客户资料的视图：新增的导入为草稿，登记时才写入客户'] : []),
    ...findings.slice(0, MOST),
    ...(findings.length > MOST
      ? [`……还有 ${findings.length - MOST} 条没有列出（--findings 写出未导入的行，--json 列出全部）`]
      : []),
  ]
}

const THERE = { skip: '跳过', update: '更新', add: '另加一条' } as const

/** Whether what is there already was looked for, so that nobody doubles a register without knowing. */
function matchingLine(target: ImportTarget, { key, whenThere }: Matching): string {
  if (key === null) return '没有查重：每一条都当作新的，重复导入会重复（用 --key 指明按哪一栏查重）'
  const head = targetColumns(target).find((column) => column.key === key)?.head ?? key
  return `按“${head}”查重：已有的${THERE[whenThere]}`
}

/** What was not taken over first, so that no number of lesser findings hides it. */
function findingLines({ plan, isDry }: Reported): readonly string[] {
  const refused = plan.planned.filter(({ does }) => does === 'refuse')
  const others = plan.planned.filter(({ does }) => does !== 'refuse')
  return [...refused, ...others].flatMap(({ does, findings }) =>
    findings.map((finding) => findingLine(finding, does, isDry)),
  )
}

function hiddenColumnLines(sheet: SourceSheet, { columns }: Mapping): readonly string[] {
  const hidden = new Set(sheet.hiddenColumns)
  const used = columns.filter(({ column, to }) => to !== null && hidden.has(column))
  return used.length === 0 ? [] : [`在文件里隐藏的列也导入了：${used.map(({ head }) => head).join('、')}`]
}

function findingLine(finding: Finding, does: PlannedAs, isDry: boolean): string {
  const { row, column, head } = finding
  const place = column === null ? '' : ` ${letters(column)} 列“${head}”`
  return `第 ${row} 行${place}：${became(does, isDry)}${findingText(finding)}`
}

/** What became of the entry that a finding is about. */
function became(does: PlannedAs, isDry: boolean): string {
  switch (does) {
    case 'create':
    case 'update':
      return isDry ? '（可以导入）' : '（已导入）'
    case 'same':
      return '（没有变化）'
    case 'skip':
      return '（跳过）'
    case 'refuse':
      return ''
    default:
      return assertNever(does)
  }
}

/** 0 → A. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

export function noteLine(note: SourceNote): string {
  switch (note.note) {
    case 'externalLinks':
      return `文件引用了别的文件（${note.files.join('、')}）：没有去读，按已存的结果导入`
    case 'encoding':
      return `文字编码：${{ 'utf-8': 'UTF-8', gb18030: 'GBK', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' }[note.encoding]}`
    case 'strangeBytes':
      return `有 ${note.count} 处不是文字的字节，读成了 �，请核对`
    case 'openQuote':
      return `第 ${note.line} 行的引号没有结束，从那里起都读成了一格，请核对`
    default:
      return assertNever(note)
  }
}

/** Which sheet was read, where there are others. */
export function sheetLines({ sheets }: SourceFile, { name }: SourceSheet): readonly string[] {
  const others = sheets.filter((sheet) => sheet.name !== name && sheet.rows.length > 0)
  if (others.length === 0) return []
  const names = others.map((sheet) => `${sheet.name}${sheet.hidden ? '（隐藏）' : ''}`).join('、')
  return [`读的是工作表“${name}”；没有读：${names}（用 --sheet 指明）`]
}
