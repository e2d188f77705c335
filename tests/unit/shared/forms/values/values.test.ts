import { describe, expect, it } from 'vitest'
import {
  blankText,
  computeFields,
  ensureRow,
  formatValue,
  getValue,
  initialValues,
  parseTemplate,
  parseValues,
  printTemplate,
  removeRow,
  setValue,
  validateValues,
  valuesToJson,
} from '../../../../../shared/forms'
import { emptyValues, type FormValues } from '../../../../../shared/forms/values'
import { EVERY_TYPE } from './form'

const context = { today: '2026-01-05', now: '2026-01-05T14:03', me: { id: 's1', name: '示例员工甲' } }

function values(json: unknown): FormValues {
  const parsed = parseValues(EVERY_TYPE, json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

describe('a computed number', () => {
  it('has as many decimals as its scale says, and its unit', () => {
    const parsed = parseTemplate(
      'form KHTS-BD-001\nname 试\nmodule 客户投诉\nkind record\nfields\n  a "甲" number scale 2\n  b "乙" computed number scale 1 unit 人 = a * 2\n  c "丙" computed number = a * 2\ntable 100\n| [a] |\n| [b] |\n| [c] |\n',
    )
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    const { value: template } = parsed
    const computed = computeFields(template, { ...emptyValues, fields: { a: '1000' } }, { today: '' })
    const shown = template.fields.map((field) => formatValue(field, computed.fields[field.key]))
    expect(shown).toEqual(['1,000.00', '2,000.0 人', '2,000'])
    expect(template.fields.map(blankText)).toEqual(['', '\u3000\u3000人', ''])
    expect(parseTemplate(printTemplate(template))).toEqual(parsed)
  })

  it('has as many decimals as a percentage', () => {
    const parsed = parseTemplate(
      'form KHTS-BD-001\nname 试\nmodule 客户投诉\nkind record\nfields\n  a "甲" percent\n  b "乙" computed percent scale 1 = a\ntable 100\n| [a] |\n| [b] |\n',
    )
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    const values = { ...emptyValues, fields: { a: '10' } }
    const computed = computeFields(parsed.value, values, { today: '' })
    expect(parsed.value.fields.map((field) => formatValue(field, computed.fields[field.key]))).toEqual([
      '10%',
      '10.0%',
    ])
    expect(parsed.value.fields.map(blankText)).toEqual(['\u3000\u3000%', '\u3000\u3000%'])
  })

  it.each(['money', 'percent', 'text'])('takes no unit as %s', (result) => {
    const source = `form KHTS-BD-001\nname 试\nmodule 客户投诉\nkind record\nfields\n  b "乙" computed ${result} unit 人 = 1\ntable 100\n| [b] |\n`
    expect(parseTemplate(source).ok).toBe(false)
  })
})

describe('setting values', () => {
  it('leaves the values before untouched and takes emptied ones away', () => {
    const before = setValue(emptyValues, ['text'], '甲')
    const after = setValue(before, ['text'], '')
    expect(getValue(before, ['text'])).toBe('甲')
    expect(after).toEqual(emptyValues)
    expect(setValue(emptyValues, ['yes'], false).fields).toEqual({ yes: false })
    expect(setValue(emptyValues, ['kinds'], [])).toEqual(emptyValues)
  })

  it('reaches items and cells', () => {
    let filled = setValue(emptyValues, ['marks', '质量'], '好')
    filled = setValue(filled, ['items', 'r9', 'name'], '甲')
    expect(getValue(filled, ['marks', '质量'])).toBe('好')
    expect(getValue(filled, ['items', 'r9', 'name'])).toBe('甲')
    expect(getValue(filled, ['items', 'r8', 'name'])).toBeUndefined()
    expect(setValue(filled, ['marks', '质量'], null).matrices).toEqual({})
    expect(removeRow(filled, 'items', 'r9').rows).toEqual({ items: [] })
  })

  it('keeps the rows of a preset at their places', () => {
    const filled = setValue(
      setValue(emptyValues, ['costs', 'p2', 'amount'], '2'),
      ['costs', 'p1', 'amount'],
      '1',
    )
    expect(filled.rows['costs']?.map((row) => row.id)).toEqual(['p1', 'p2'])
  })

  it('needs a real row', () => {
    expect(() => setValue(emptyValues, ['items', '+1', 'name'], '甲')).toThrow()
    let n = 0
    const made = ensureRow(emptyValues, 'items', 3, () => `n${++n}`)
    expect(made.id).toBe('n3')
    expect(made.values.rows['items']?.map((row) => row.id)).toEqual(['n1', 'n2', 'n3'])
  })

  it('is not led astray by names that every object has', () => {
    expect(getValue(emptyValues, ['constructor'])).toBeUndefined()
    expect(getValue(emptyValues, ['toString', 'length'])).toBeUndefined()
  })
})

describe('plain JSON', () => {
  const json = {
    text: '甲',
    on: '2026-11-21',
    kinds: ['商品'],
    yes: false,
    marks: { 质量: '好' },
    who: { name: '示例员工甲' },
    items: [{ name: '冰箱', qty: '3' }],
    costs: [{ item: '用餐', amount: '100' }],
  }

  it('comes back as it went in', () => {
    expect(valuesToJson(EVERY_TYPE, values(json))).toEqual(json)
  })

  it('is read as if typed', () => {
    expect(values({ on: '2026.11.21', count: 3, price: '1,200.5元', who: '示例员工甲' }).fields).toEqual({
      on: '2026-11-21',
      count: '3',
      price: '1200.5',
      who: { name: '示例员工甲' },
    })
    expect(values({ costs: [{ item: '用餐', amount: 1 }] }).rows['costs']).toEqual([
      { id: 'p2', cells: { amount: '1' } },
    ])
  })

  it.each([
    [{ nothing: 1 }, 'nothing', /没有字段“nothing”/],
    [{ on: '昨天' }, 'on', /不是日期/],
    [{ kind: '拒绝' }, 'kind', /没有选项/],
    [{ kinds: [1] }, 'kinds', /选项应是文字/],
    [{ marks: { 包装: '好' } }, 'marks.包装', /没有这一项/],
    [{ marks: '好' }, 'marks', /应是/],
    [{ items: {} }, 'items', /每行一个对象/],
    [{ items: [{ colour: '红' }] }, 'items[0].colour', /没有列“colour”/],
    [{ items: [{}, {}, {}, {}] }, 'items', /最多 3 行/],
    [{ costs: [{ item: '住宿' }] }, 'costs[0].item', /没有这一行/],
    [{ ink: '甲' }, 'ink', /手写或盖章/],
    [[], '', /JSON 对象/],
  ])('%j is refused at %s', (raw, at, message) => {
    const parsed = parseValues(EVERY_TYPE, raw)
    expect(parsed.ok ? [] : parsed.error).toContainEqual({ at, message: expect.stringMatching(message) })
  })
})

describe('computed fields', () => {
  it('follow from the others, row by row and over all rows', () => {
    const filled = values({
      on: '2026-02-27',
      count: 2,
      items: [{ name: '甲', qty: 3, price: '0.1' }, { name: '乙', qty: 1, price: '99.7' }, { name: '丙' }],
      costs: [{ item: '会议', amount: 25 }],
    })
    const computed = computeFields(EVERY_TYPE, filled, context)
    expect(computed.rows['items']?.map((row) => row.cells['sum'])).toEqual(['0.30', '99.70', undefined])
    expect(computed.fields).toMatchObject({
      total: '100.00',
      spent: '25.00',
      share: '25',
      days: '2',
      words: '壹佰元整',
    })
  })

  it('stay empty, not 0, where there is nothing to add', () => {
    const computed = computeFields(EVERY_TYPE, values({ items: [{ name: '甲' }] }), context)
    expect(computed.fields).toEqual({})
  })

  it('are taken away when what they rest on goes; unchanged values stay the same object', () => {
    const full = computeFields(EVERY_TYPE, values({ items: [{ name: '甲', qty: 1, price: 2 }] }), context)
    expect(computeFields(EVERY_TYPE, full, context)).toBe(full)
    const emptied = computeFields(EVERY_TYPE, setValue(full, ['items', 'r1', 'qty'], null), context)
    expect(emptied.fields).toEqual({})
    expect(emptied.rows['items']?.[0]?.cells).toEqual({ name: '甲', price: '2' })
  })

  it('begin with the first values of a new record', () => {
    expect(initialValues(EVERY_TYPE, context).fields).toEqual({ who: { id: 's1', name: '示例员工甲' } })
    expect(initialValues(EVERY_TYPE, { today: '2026-01-05' }).fields).toEqual({})
  })
})

describe('validation', () => {
  const problems = (json: unknown): readonly string[] =>
    validateValues(EVERY_TYPE, computeFields(EVERY_TYPE, values(json), context), context).map(
      ({ path, severity, problem }) => `${path.join('.')} ${severity} ${problem.kind}`,
    )

  it('asks for what is required, also in rows that are used', () => {
    expect(problems({})).toEqual(['text refuse required'])
    expect(problems({ text: '甲', items: [{ qty: 1 }, {}] })).toEqual(['items.r1.name refuse required'])
  })

  it('warns of numbers that cannot be right, without stopping', () => {
    expect(
      problems({
        text: '甲',
        phone: '123456',
        email: 'x@y',
        idNo: '110105194912310021',
        code: '91350100M000100Y44',
      }),
    ).toEqual([
      'phone warn phoneDoubtful',
      'email warn emailDoubtful',
      'idNo warn idNumberDoubtful',
      'code warn creditCodeDoubtful',
    ])
  })

  it('applies rules, to each row where they are about rows; empty fields pass', () => {
    expect(
      problems({
        text: '甲',
        year: '1999',
        items: [
          { name: '甲', qty: 5 },
          { name: '乙', qty: 100 },
        ],
      }),
    ).toEqual(['year refuse rule', 'items.r2.qty warn rule'])
  })

  it('points at the field that a rule finds empty, not at the one that made it needed', () => {
    const rule = (expression: string) => ({
      ...EVERY_TYPE,
      rules: [{ severity: 'refuse' as const, expression, message: '要写明' }],
    })
    const filled = values({ text: '甲', kind: '不予受理' })
    const [problem] = validateValues(rule("kind != '不予受理' || filled(long)"), filled)
    expect(problem).toMatchObject({ path: ['long'], label: '长文字' })
    const [sum] = validateValues(rule('count(marks) >= 1 || filled(long)'), filled)
    expect(sum).toMatchObject({ path: ['long'] })
  })

  it('passes a rule about today where the day is not known', () => {
    const template = {
      ...EVERY_TYPE,
      rules: [{ severity: 'warn' as const, expression: 'on <= today()', message: '晚' }],
    }
    const filled = values({ text: '甲', on: '2026-11-21' })
    expect(validateValues(template, filled)).toEqual([])
    expect(validateValues(template, filled, { today: '2026-11-20' })).toHaveLength(1)
  })

  it('refuses stored values that do not fit their type', () => {
    const wrong: FormValues = {
      fields: {
        text: '十一个字的文字太长了吧',
        on: '明天',
        kind: '拒绝',
        kinds: ['货物'],
        price: '1.234',
        ink: '甲',
        who: 'x',
      },
      matrices: { marks: { 质量: '优' } },
      rows: { items: Array.from({ length: 4 }, (_, i) => ({ id: `r${i}`, cells: { name: '甲' } })) },
    }
    expect(
      validateValues(EVERY_TYPE, wrong).map(({ path, problem }) => `${path.join('.')} ${problem.kind}`),
    ).toEqual([
      'text tooLong',
      'price tooManyDecimals',
      'on malformed',
      'kind unknownOption',
      'kinds unknownOption',
      'marks.质量 unknownOption',
      'who malformed',
      'items tooManyRows',
      'ink malformed',
    ])
  })

  it('names the row and the item in the label', () => {
    const found = validateValues(EVERY_TYPE, values({ text: '甲', items: [{ qty: 1 }] }))
    expect(found[0]?.label).toBe('明细 第 1 行 品名')
  })
})
