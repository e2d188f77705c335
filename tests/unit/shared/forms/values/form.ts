import { parseTemplate } from '../../../../../shared/forms'
import type { Template } from '../../../../../shared/forms/template'

/** A form with one field of every type. */
export const EVERY_TYPE = read(`form KHTS-BD-001
name 各种字段
module 客户投诉
kind record

fields
  text "文字" text max 10 required
  long "长文字" longText max 20
  phone "电话" phone
  email "邮箱" email
  idNo "身份证" idNumber
  code "信用代码" creditCode
  count "数量" number scale 1 unit 台
  price "单价" money
  rate "折扣" percent
  on "日期" date
  at "时间" time
  when "日期时间" dateTime
  month "月份" month
  year "年度" year
  kind "种类" choice 受　理 | 不予受理
  kinds "多选" choices 商品 | 服务 | 其他
  yes "是否" yesNo
  rate5 "评价" rating 满意 | 一般 | 不满意
  marks "各项评价" matrix 质量 | 价格 scale 好 | 中 | 差
  no "编号" serial A-{0000}
  who "经办" person initial me()
  customer "客户" customer
  items "明细" rows printed 2 max 3
    name "品名" text required max 6
    qty "数量" number
    price "单价" money
    sum "金额" computed money = qty * price
  costs "费用" rows preset item: 会议 | 用餐
    item "名目" text
    amount "金额" money
  total "合计" computed money = sum(items.sum)
  spent "支出" computed money = sum(costs.amount)
  share "占比" computed percent = spent / total
  days "天数" computed days = days(on, addDays(on, count))
  words "大写" computed text = capitals(total)
  ink "签字" signature
  stamp "盖章" seal

rules
  refuse year >= 2000 "年度太早"
  warn items.qty < 100 "数量太大"

table 100
  | [text] |
`)

function read(source: string): Template {
  const parsed = parseTemplate(source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

export function fieldOf(key: string): Template['fields'][number] {
  const field = EVERY_TYPE.fields.find((candidate) => candidate.key === key)
  if (!field) throw new Error(`no field ${key}`)
  return field
}
