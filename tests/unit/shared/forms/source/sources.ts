import { readdirSync, readFileSync } from 'node:fs'

/** The smallest form that is in order; tests change one thing in it. */
export const SMALL = `form     KHTS-BD-001
name     客户投诉登记表一
title    客户投诉登记表
module   客户投诉
kind     record

fields
  no     "受理编号"  serial TS-{yyyy}-{0000}  means record.number
  on     "受理日期"  date  required  initial today()  means record.on
  kind   "投诉类型"  choices 商品 | 服务 | 其他
  due    "承诺期限"  date  means due.on
  items  "明细"      rows printed 2 max 20
    name   "品名"    text  max 20
    qty    "数量"    number  unit 台
    price  "单价"    money
    amount "金额"    computed money  = qty * price
  total  "合计"      computed money  = sum(items.amount)
  sign   "审核"      signature

rules
  refuse due >= on  "承诺期限不能早于受理日期"

line 种类：[kind]
table 25 25 25 25
  |= 品名 | 数量 | 单价 | 金额 |
  | [items.name] | [items.qty] | [items.price] | [items.amount] |
  | 合计 | [total] | < | < |
  | 编号 | [no] | 日期 | [on] |
  | 期限 | [due] | < | < | h 12
foot 审核：[sign]
`

/** The small form with one text in it replaced; a text that is not there is a mistake of the test. */
export function changed(from: string, to: string, source = SMALL): string {
  if (!source.includes(from)) throw new Error(`the form does not contain ${from}`)
  return source.replace(from, to)
}

const FOLDER = 'tests/fixtures/forms'

/** The hardest forms of the handbook, by code. */
export const HARD_FORMS: readonly (readonly [string, string])[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.form'))
  .map((name) => [name.replace(/\.form$/, ''), readFileSync(`${FOLDER}/${name}`, 'utf8')])
