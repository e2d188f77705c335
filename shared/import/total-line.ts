import { isBlank, type SheetRow } from './cell'
import { cellText } from './cell-text'

/** 合计, 本页小计：, 共计25户, 合计（元）, 合计：1,234.00 … */
const TOTAL =
  /^(?:本?[页月季年表期])?(?:[合小总共累]计|总数|总额|总金额|汇总)(?:金额|数量?|户数|家数|人数)?(?:\([^()]{1,8}\))?[:：]?(?:[\d,.]+[户家条个人位笔张元]?)?$/u
/** What Excel's 分类汇总 writes, and 小计 of a group: 华东 汇总, 华东小计; only with sums behind it, for people are called 王小计. */
const OF_A_GROUP = /^.{1,20}(?:[小合总]计|\s(?:汇总|计数|求和|平均值))[:：]?$/u
/** An amount, and no mobile number. */
const SUM = /^(?!1\d{10}$)[-+]?[¥$]?[\d,]*\.?\d+%?$/u

/** As totals and labels are compared. */
export const plainLabel = (text: string): string => text.normalize('NFKC').trim()

/**
 * Whether a line adds up those above it: the first cell in which anything stands says so. `labels`: those of fixed 明细行
 * (`plainLabel`), which are lines like the others.
 */
export function isTotalLine({ cells }: SheetRow, from1904: boolean, labels: ReadonlySet<string>): boolean {
  const [first, ...others] = cells
    .filter((cell) => !isBlank(cell))
    .map((cell) => plainLabel(cellText(cell, from1904)))
  if (first === undefined || labels.has(first)) return false
  return (
    TOTAL.test(first.replace(/\s/gu, '')) ||
    (OF_A_GROUP.test(first) && others.length > 0 && others.every((text) => SUM.test(text)))
  )
}
