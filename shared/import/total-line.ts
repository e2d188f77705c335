import { isBlank, type SheetRow } from './cell'
import { cellText } from './cell-text'

/** 合计, 本页小计：, 共计25户 … */
const TOTAL =
  /^(?:本?[页月季年表期])?(?:[合小总共累]计|总数)(?:金额|数量?|户数|家数|人数)?[:：]?(?:\d+[户家条个人位笔张]?)?$/u
/** What Excel's 分类汇总 writes, and 小计 of a group: 华东 汇总, 华东小计. */
const OF_A_GROUP = /^.{1,20}(?:[小合总]计|\s(?:汇总|计数|求和))[:：]?$/u

/**
 * Whether a line adds up those above it: the first cell in which anything stands says so. `labels`: those of fixed 明细行, which
 * are lines like the others.
 */
export function isTotalLine({ cells }: SheetRow, from1904: boolean, labels: ReadonlySet<string>): boolean {
  const first = cells.find((cell) => !isBlank(cell))
  const text = cellText(first, from1904).normalize('NFKC').trim()
  if (labels.has(text)) return false
  return TOTAL.test(text.replace(/\s/gu, '')) || OF_A_GROUP.test(text)
}
