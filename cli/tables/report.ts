import {
  findingText,
  type Finding,
  type ImportPlan,
  type ImportTarget,
  type Mapping,
  type SourceFile,
  type SourceNote,
  type SourceSheet,
} from '../../shared/import'
import { assertNever } from '../../shared/kernel/assert-never'

/** Findings that are written out; the corrected file holds all. */
const MOST = 50

/** What a person reads of an import that is planned, or done. */
export function reportLines(
  target: ImportTarget,
  sheet: SourceSheet,
  mapping: Mapping,
  plan: ImportPlan,
): readonly string[] {
  const { create, update, same, skip, refuse } = plan.counts
  const unused = mapping.columns.filter(({ to, head }) => to === null && head !== '').map(({ head }) => head)
  const findings = plan.planned.flatMap((planned) => planned.findings)
  const hidden = sheet.rows.filter((row) => row.hidden && row.number > mapping.headRow).length
  return [
    `《${target.name}》：新增 ${create}，更新 ${update}，相同 ${same}，跳过 ${skip}，有问题未导入 ${refuse}`,
    ...(unused.length > 0 ? [`没有导入的列：${unused.join('、')}`] : []),
    ...(hidden > 0 ? [`其中 ${hidden} 行在文件里是隐藏的（用 --skip-hidden 不导入它们）`] : []),
    ...hiddenColumnLines(sheet, mapping),
    ...(sheet.formulas > 0 ? [`有 ${sheet.formulas} 个公式，按文件里存的结果导入`] : []),
    ...(target.isCard ? ['这张表是客户资料的视图：导入为草稿，登记时才写入客户'] : []),
    ...findings.slice(0, MOST).map(findingLine),
    ...(findings.length > MOST ? [`……还有 ${findings.length - MOST} 条`] : []),
  ]
}

function hiddenColumnLines(sheet: SourceSheet, { columns }: Mapping): readonly string[] {
  const hidden = new Set(sheet.hiddenColumns)
  const used = columns.filter(({ column, to }) => to !== null && hidden.has(column))
  return used.length === 0 ? [] : [`在文件里隐藏的列也导入了：${used.map(({ head }) => head).join('、')}`]
}

function findingLine(finding: Finding): string {
  const { row, column, head, severity } = finding
  const place = column === null ? '' : ` ${letters(column)} 列“${head}”`
  return `第 ${row} 行${place}：${severity === 'warn' ? '（已导入）' : ''}${findingText(finding)}`
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
