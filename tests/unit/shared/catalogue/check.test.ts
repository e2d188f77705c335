import { describe, expect, it } from 'vitest'
import { bookForms, checkCatalogue } from '../../../../shared/catalogue/check'
import type { Template } from '../../../../shared/forms/template'
import { templateOf } from '../../../support/print-samples'

function form(code: string, fields: string, kind = 'record'): Template {
  const drawn = fields.split('\n').map((line) => `| [${line.trim().split(' ')[0] ?? ''}] |`)
  const source = `form ${code}\nname 名${code.slice(-1)}\nmodule 客户投诉\nkind ${kind}\nfields\n${fields}\ntable 100\n${drawn.join('\n')}\n`
  return templateOf(source)
}

const book = (code: string) => ({ code, name: `名${code.slice(-1)}`, module: '客户投诉', kind: 'record' })
const one = form('KHTS-BD-001', '  phone "电话" phone means customer.phone')
const two = form('KHTS-BD-002', '  phone "电 话" phone means customer.phone')
const books = [book('KHTS-BD-001'), book('KHTS-BD-002')]

describe('the list of the books', () => {
  it('names 116 forms in ten modules, each once', () => {
    expect(bookForms).toHaveLength(116)
    expect(new Set(bookForms.map(({ code }) => code)).size).toBe(116)
    expect(new Set(bookForms.map(({ module }) => module)).size).toBe(10)
  })
})

describe('the checker of the catalogue', () => {
  it('finds nothing wrong with forms that agree with the books and with each other', () => {
    expect(checkCatalogue([one, two], books)).toEqual([])
  })

  it('finds a form that is missing, one too many, and one that is called otherwise', () => {
    expect(checkCatalogue([one], books)).toEqual(['KHTS-BD-002 名2：书目有，还没有画'])
    expect(checkCatalogue([one, two], books.slice(0, 1))).toEqual(['KHTS-BD-002：书目里没有这个编号'])
    const stats = form('KHTS-BD-002', '  phone "电话" phone means customer.phone', 'stats')
    expect(checkCatalogue([one, stats], books)).toEqual(['KHTS-BD-002：kind 是“stats”，书目是“record”'])
  })

  it('finds one label with two meanings, or with a meaning in one form only', () => {
    const mobile = form('KHTS-BD-002', '  phone "电话" phone means customer.mobile')
    expect(checkCatalogue([one, mobile], books).join()).toContain('“电话”有几种含义')
    const none = form('KHTS-BD-002', '  phone "电话" phone')
    expect(checkCatalogue([one, none], books).join()).toContain('没有写：KHTS-BD-002')
  })

  it('lets a second field of the same label do without the meaning that the form has given away', () => {
    const both = form('KHTS-BD-002', '  home "住宅电话" phone means customer.phone\n  phone "电话" phone')
    expect(checkCatalogue([one, both], books)).toEqual([])
  })
})
