import { describe, expect, it } from 'vitest'
import { emptyValues, type FormValues } from '../../../../shared/forms/values'
import { layoutForm } from '../../../../shared/print'
import type { LayoutInput } from '../../../../shared/print/layout-input'
import { letterhead, templateOf } from '../../../support/print-samples'

const template = templateOf(`form     KHXX-BD-901
name     示例回访表
title    示例回访表
module   客户信息
kind     record
version  1
paper    A4 portrait

fields
  customer "客户" customer
  on       "日期" date
  spent    "占比" percent
  kind     "类型" choice 商品 | 服务

table 20 30 20 30
| 客户 | [customer] | 日期 | [on]    |
| 类型 | [kind]     | 占比 | [spent] |
`)

const textOf = (input: Partial<LayoutInput>): string =>
  layoutForm({ template, values: emptyValues, letterhead, mode: 'filled', ...input })
    .pages.flatMap(({ runs }) => runs)
    .map(({ text }) => text)
    .join('|')

const values: FormValues = { ...emptyValues, fields: { customer: { name: '示例客户甲' } } }

describe('a sheet that is begun for the pen', () => {
  it('shows what is filled in, and for the rest what a blank one shows', () => {
    const begun = textOf({ values, forPen: true })
    expect(begun).toContain('示例客户甲')
    expect(begun).toMatch(/年.*月.*日/)
    expect(begun).toContain('%')
  })

  it('differs from a filled one and from a blank one', () => {
    expect(textOf({ values })).not.toMatch(/年.*月.*日/)
    expect(textOf({ values, mode: 'blank' })).not.toContain('示例客户甲')
  })

  it('prints only what is filled in onto a sheet that was printed blank before', () => {
    const over = textOf({ values, forPen: true, setup: { overprint: { right: 0, down: 0 } } })
    expect(over).toBe('示例客户甲')
  })
})
