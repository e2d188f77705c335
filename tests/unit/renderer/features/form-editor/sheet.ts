import { parseTemplate } from '../../../../../shared/forms'
import type { Template } from '../../../../../shared/forms/template'
import { emptyValues } from '../../../../../shared/forms/values'
import type { FormValues } from '../../../../../shared/forms/values'
import { layouter, type OpenForm } from '../../../../../shared/print'
import { stopsOf } from '../../../../../renderer/features/form-editor/stops'
import type { Stop } from '../../../../../renderer/features/form-editor/stops'

const source = `form     KHTS-BD-099
name     示例表
title    示例表
module   客户投诉
kind     record
version  1
paper    A4 portrait

fields
  no       "编号"    serial TS-{yyyy}-{0000}  means record.number
  on       "日期"    date  required
  decision "受理"    choice 受理 | 不予受理
  due      "期限"    date
  refusal  "理由"    text
  note     "备注"    longText
  items    "明细"    rows printed 2 max 4
    sku    "品名"    text
    qty    "数量"    number
  total    "合计"    computed number = sum(items.qty)
  by       "制表"    person
  sign     "审核"    signature

table 25 25 25 25
  | 编号     | [no]                | 日期       | [on]        |
  | 受理     | [decision:受理]     | 期限       | [due]       |
  | ^        | [decision:不予受理] | 理由       | [refusal]   |
  | 备注     | [note]              | <          | <           |
  |= 品名    | <                   | 数量       | <           |
  | [items.sku] | <                | [items.qty] | <          |
  | 合计     | [total]             | <          | <           |
foot   制表：[by] | 审核：[sign]
`

/** A small form with everything that keys have to step over. */
export function sampleTemplate(): Template {
  const parsed = parseTemplate(source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

export interface DrawnSheet {
  readonly template: Template
  readonly layout: OpenForm
  readonly stops: readonly Stop[]
}

export function drawSheet(values: FormValues = emptyValues, spareRow = false): DrawnSheet {
  const template = sampleTemplate()
  const layout = layouter()({
    template,
    values,
    letterhead: { firm: '示例电器有限公司' },
    mode: 'filled',
    ...(spareRow ? { spareRow: true } : {}),
  })
  return { template, layout, stops: stopsOf(layout, template, values) }
}
