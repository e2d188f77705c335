import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { commandLine } from './support/command-line'
import { faultsOfExcel } from './support/excel-agreement'
import { comparable, sampleForm, sampleJson, type SampleForm } from './support/sample-form'
import { removeFolder } from '../support/remove-folder'

let place: string
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'zhike-核对 '))
})
test.afterEach(() => {
  removeFolder(place)
})

test('the check of a workbook finds a text, a number, a day and a tick that are not in it', () => {
  const form = sampleForm('KHTS-BD-001')
  const path = join(place, '样张.xlsx')
  commandLine('excel', form.code, '--filled', '--out', path)
  const withValue = (key: string, value: string | readonly string[]): SampleForm => {
    const known = form.typed.get(key)
    if (!known) throw new Error(`the sample has no ${key}`)
    return { ...form, typed: new Map(form.typed).set(key, { ...known, value }) }
  }
  const ticks = [...form.typed.values()].flatMap(({ field, value }) =>
    field.type.type === 'choices' && Array.isArray(value) ? (value as readonly string[]) : [],
  )
  const choices = [...form.typed.values()].filter(({ field }) => field.type.type === 'choice')
  const boxes = ticks.length + choices.length
  expect(faultsOfExcel(path, form, boxes)).toEqual([])
  expect(faultsOfExcel(path, form, boxes + 1).join()).toMatch(/boxes are ticked instead of/)
  expect(faultsOfExcel(path, withValue('address', '示例市别处1号'), boxes)).toEqual([
    'address: no 示例市别处1号',
  ])
  expect(faultsOfExcel(path, withValue('promisedOn', '2031-01-05'), boxes)).toEqual([
    'promisedOn: no 2031年1月5日',
  ])
  expect(faultsOfExcel(path, withValue('kind', ['服务']), boxes)).toEqual(['kind: no 服务'])
})

test('records are compared without their numbers and ids, and nothing else', () => {
  const form = sampleForm('KHTS-BD-001')
  const json = sampleJson(form) as Readonly<Record<string, unknown>>
  const saved = { ...json, no: 'TS-2026-0007', customer: { id: 'k1', name: '示例客户乙' } }
  expect(comparable(form.template, saved)).toEqual({ ...json, customer: { person: '示例客户乙' } })
  expect(comparable(form.template, { ...saved, address: '别处' })).not.toEqual(json)
})
