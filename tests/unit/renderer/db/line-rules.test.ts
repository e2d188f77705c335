import { describe, expect, it } from 'vitest'
import { customerRow } from '../../../../shared/customers/list-row'
import { lineRules } from '../../../../shared/search/line-rules'
import { summarise } from '../../../../renderer/db/project-record'
import { entryByCode } from '../../../../shared/catalogue'
import { emptyEntity, type EntityState } from '../../../../shared/store'
import { stateKey } from '../../../../shared/store/entity-state'

const stamp = { dot: 'w1:1:0', hlc: { ms: 1, n: 0 } }

/** A customer with one surviving value in each of these fields. */
function customer(fields: Readonly<Record<string, string>>): EntityState {
  const state = emptyEntity({ kind: 'customer', id: 'c1' })
  const registers = Object.entries(fields).map(([key, value]) => {
    const path = [key]
    return [stateKey(path), { path, survivors: [{ ...stamp, value }] }] as const
  })
  return { ...state, registers: Object.fromEntries(registers) }
}

// When one of these changes, LINE_VERSION has to be raised, or lines in use differ from those of the entities and a whole
// working copy is taken for damaged.
describe('the rules by which lines are made', () => {
  it('bear their own version and that of the library which reads names', () => {
    expect(lineRules).toBe('3 pinyin-pro@3.29.4')
  })

  it('make this line of a record', () => {
    const template = entryByCode('KHTS-BD-001')?.template
    const values = {
      fields: {
        on: '2026-11-21',
        customer: { name: '示例重庆曾记公司' },
        phone: '0755-1234 5678',
        reason: '示例缘由',
        promisedOn: '2026-11-25',
      },
      matrices: {},
      rows: {},
    }
    expect(summarise(template, values, 'TS-2026-0001')).toMatchInlineSnapshot(`
      {
        "cells": {
          "customer": "示例重庆曾记公司",
          "no": "TS-2026-0001",
          "on": "2026-11-21",
          "phone": "0755-1234 5678",
          "promisedOn": "2026-11-25",
          "reason": "示例缘由",
        },
        "customer": "示例重庆曾记公司",
        "customers": [
          "=示例重庆曾记公司",
        ],
        "dues": [
          {
            "about": "",
            "at": "promisedOn",
            "done": false,
            "kind": "deadline",
            "label": "承诺办理期限",
            "on": "2026-11-25",
            "who": "",
          },
        ],
        "on": "2026-11-21",
        "title": "示例重庆曾记公司",
        "words": "slcqcjgs slzqcjgs shilichongqingcengjigongsi shilizhongqingcengjigongsi slcqzjgs shilichongqingzengjigongsi 20260001 075512345678",
      }
    `)
  })

  it('make this line of a customer', () => {
    const { words, cells, ...rest } = customerRow(
      customer({ name: '示例单氏商行', shortName: '单氏', phone: '138 0000 0000', level: 'A' }),
    )
    expect({ words, cells, title: rest.title, number: rest.number }).toMatchInlineSnapshot(`
      {
        "cells": {
          "level": "A",
          "name": "示例单氏商行",
          "phone": "138 0000 0000",
          "shortName": "单氏",
        },
        "number": "",
        "title": "示例单氏商行",
        "words": "sldssh sldssx shilidanshishanghang shilidanshishangxing slsssh shilishanshishanghang ds ss danshi shanshi 13800000000",
      }
    `)
  })
})
