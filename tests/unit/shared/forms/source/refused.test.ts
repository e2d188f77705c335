import { describe, expect, it } from 'vitest'
import { checkSource, parseTemplate } from '../../../../../shared/forms'
import { changed, SMALL } from './sources'

/** A planted mistake: what is changed; the line, the text there ('' for the line's end) and the words that report it. */
type Planted = readonly [name: string, source: string, line: number, at: string, message: RegExp]

const PLANTED: readonly Planted[] = [
  [
    'the name of a field that is not there',
    changed('| 日期', '| [name of on2]'),
    28,
    'on2',
    /没有名为“on2”的字段/,
  ],
  ['an unknown word in the head', changed('title    ', 'titel    '), 3, 'titel', /不认识的“titel”/],
  ['a head word twice', changed('title ', 'name '), 3, 'name', /“name”重复/],
  ['no module', changed('module   客户投诉\n', ''), 6, 'fields', /缺少“module”/],
  ['an unknown kind', changed('kind     record', 'kind     recrod'), 5, 'recrod', /不认识的表单种类/],
  ['unknown paper', changed('fields', 'paper A2\n\nfields'), 7, 'A2', /不认识的纸张/],
  ['a key with a capital', changed('  no     ', '  No     '), 8, 'No ', /字段名“No”不合规则/],
  ['a label without quotes', changed('"受理日期"', '受理日期'), 9, '受理日期', /没有标签/],
  ['a quote that never ends', changed('"受理日期"', '"受理日期'), 9, '"受理日期', /引号没有结束/],
  [
    'an unknown type',
    changed('"受理日期"  date', '"受理日期"  datum'),
    9,
    'datum',
    /不认识的字段类型“datum”/,
  ],
  ['an option twice', changed('其他\n', '商品\n'), 10, '商品', /选项“商品”重复/],
  ['an option that is missing', changed('| 其他\n', '|\n'), 10, '', /缺少选项/],
  ['an unknown meaning', changed('means due.on', 'means due.date'), 11, 'due.date', /不认识的含义“due.date”/],
  ['max on a date', changed('date  means due.on', 'date  max 9'), 11, 'max', /“max”用得不对/],
  ['a number that is none', changed('printed 2', 'printed two'), 12, 'two', /“two”不是合适的数/],
  ['an unknown attribute', changed('text  max 20', 'text  maximum 20'), 13, 'maximum', /“maximum”用得不对/],
  ['a field twice', changed('  due    ', '  on     '), 11, 'on ', /字段“on”重复（第 9 行已有）/],
  [
    'a computed field without =',
    changed('computed money  = sum(items.amount)', 'computed money'),
    17,
    '',
    /没有算式/,
  ],
  [
    'an unknown result',
    changed('computed money  = sum', 'computed euro  = sum'),
    17,
    'euro',
    /结果类型“euro”/,
  ],
  ['a rule without severity', changed('  refuse due', '  due'), 21, 'due', /refuse 或 warn/],
  ['a rule without message', changed('  "承诺期限不能早于受理日期"', ''), 21, '', /没有说明/],
  ['a tab', changed('  due    ', '\tdue    '), 11, '\t', /制表符/],
  ['a row without table', changed('table 25 25 25 25\n', ''), 24, '|=', /表格行前没有 table/],
  ['a width that is none', changed('25 25 25 25', '25 25 x 25'), 24, 'x', /“x”不是列宽/],
  [
    'a cell too many',
    changed('| 单价 | 金额 |', '| 单价 | 金额 | 多 |'),
    25,
    ' 多',
    /本行有 5 格，表有 4 列/,
  ],
  [
    'a row that does not end',
    changed('| 单价 | 金额 |\n', '| 单价 | 金额\n'),
    25,
    ' 金额',
    /看不懂行末的“金额”/,
  ],
  [
    'nothing at the left to continue',
    changed('  | 合计 | [total] |', '  | < | [total] |'),
    27,
    '<',
    /左边没有格/,
  ],
  ['nothing above to continue', changed('|= 品名', '|= ^'), 25, '^', /上面没有格/],
  [
    'a merged cell that is no rectangle',
    changed('| 期限 | [due] | < | < |', '| 期限 | ^ | < | [due] |'),
    28,
    '[no]',
    /不是矩形/,
  ],
  ['an undeclared field', changed('[due]', '[deu]'), 29, 'deu]', /没有声明字段“deu”/],
  ['an undeclared column', changed('[items.qty]', '[items.count]'), 26, 'count]', /没有列“count”/],
  ['rows without a column', changed('[items.qty]', '[items]'), 26, '] |', /要指明列/],
  ['an unknown option', changed('[kind]', '[kind:货物]'), 23, '货物', /没有选项“货物”/],
  ['a bracket that never ends', changed('[due]', '[due'), 29, '[due', /方括号没有结束/],
  ['a width on an option', changed('[kind]', '[kind:商品~4]'), 23, '~4', /选项不能再写宽度/],
  ['an unknown mark', changed('| 编号 |', '| 编号 {middel} |'), 28, '{middel}', /不认识的标记“{middel}”/],
  [
    'two kinds of rows in one cell',
    changed('[items.qty]', '[items.qty]　[more.a]').replace(
      '  total ',
      '  more "更多" rows\n    a "甲" text\n  total ',
    ),
    28,
    '[items.qty]',
    /一格里有两种明细/,
  ],
  [
    'rows outside a table',
    changed('line 种类：[kind]', 'line [items.name] [kind]'),
    23,
    'line',
    /不能写在表外/,
  ],
  ['the head after the body', `${SMALL}version 2\n`, 31, 'version', /“version”写在了后面/],
  // What the checker finds is pointed at as well.
  ['widths that do not sum to 100', changed('25 25 25 25', '25 25 25 20'), 24, 'table', /列宽合计 95/],
  [
    'a field that is not drawn',
    changed('[due] | < | <', '（暂无） | < | <'),
    11,
    'due ',
    /“due”（承诺期限）没有画在表上/,
  ],
  ['a field that is drawn twice', changed('foot 审核', 'foot 日期：[on] 审核'), 30, 'foot', /“on”画了 2 次/],
  [
    'an option that is not drawn',
    changed('[kind]', '[kind:商品] [kind:服务]'),
    10,
    'kind',
    /选项“其他”没有画在表上/,
  ],
  ['a meaning twice', changed('means due.on', 'means record.on'), 11, 'due ', /含义都是 record.on/],
  [
    'a meaning that does not fit',
    changed('computed money  = sum', 'computed money  means due.on  = sum').replace(
      'date  means due.on',
      'date',
    ),
    17,
    'total',
    /不适合 computed/,
  ],
  [
    'a code of another form',
    changed('form     KHTS-BD-001', 'form     KHTS-001'),
    1,
    'form',
    /编号“KHTS-001”不合规则/,
  ],
  [
    'a module of another code',
    changed('module   客户投诉', 'module   售后服务'),
    1,
    'form',
    /KHTS 开头的表单属于“客户投诉”/,
  ],
  [
    'an unknown module',
    changed('module   客户投诉', 'module   客户关怀').replace('KHTS-BD', 'XX-BD'),
    1,
    'form',
    /不认识的模块/,
  ],
  ['a serial rule without counter', changed('TS-{yyyy}-{0000}', 'TS-{yyyy}'), 8, 'no ', /没有流水号/],
  ['two serial fields', changed('date  means due.on', 'serial A{00}'), 1, 'form', /只能有一个 serial/],
  ['a required signature', changed('signature', 'signature  required'), 18, 'sign ', /不能 required/],
  ['a choice of one', changed('choices 商品 | 服务 | 其他', 'choice 商品'), 10, 'kind', /至少要有 2 个选项/],
  ['max below printed', changed('max 20\n    name', 'max 1\n    name'), 12, 'items', /max 1 少于印出的 2 行/],
  [
    'a preset of an unknown column',
    changed('printed 2 max 20', 'preset nome: 甲 | 乙'),
    12,
    'items',
    /没有列“nome”/,
  ],
  ['an expression that is broken off', changed('= qty * price', '= qty *'), 16, '', /没有写完/],
  [
    'an unknown function',
    changed('sum(items.amount)', 'summe(items.amount)'),
    17,
    'summe',
    /没有函数“summe”/,
  ],
  [
    'an unknown name in an expression',
    changed('= qty * price', '= qty * preis'),
    16,
    'preis',
    /没有声明字段“preis”/,
  ],
  [
    'a column that is not gathered',
    changed('sum(items.amount)', 'items.amount'),
    17,
    'items.amount',
    /归为一个值/,
  ],
  ['arithmetic with a text', changed('= qty * price', '= qty * name'), 16, '* name', /两边都应是数/],
  [
    'a computed field that rests on itself',
    changed('sum(items.amount)', 'sum(items.amount) + total'),
    17,
    'total',
    /算式循环：total → total/,
  ],
  [
    'a rule with an unknown name',
    changed('refuse due >= on', 'refuse due >= start'),
    21,
    'start',
    /没有声明字段“start”/,
  ],
  ['a rule that is no question', changed('refuse due >= on', 'refuse total + 1'), 21, 'total', /真或假/],
  [
    'a head row below others',
    changed('  | 期限', '  |= 期限'),
    29,
    '期限',
    /表头行（\|=）要在表格最上面，或紧接在明细的行上面/,
  ],
  [
    'a field in a head row',
    changed('|= 品名 |', '|= [due] |').replace('| [due] | < | < | h', '| 品名 | < | < | h'),
    25,
    '[due]',
    /不能有要填的格/,
  ],
  ['a row too low to write in', changed('h 12', 'h 5'), 29, '[due]', /只有 5 毫米高/],
  ['a page break that pages forgot', changed('foot', 'page\nfoot'), 1, 'form', /pages 至少是 2/],
]

describe('planted mistakes', () => {
  it('stand in a form that is otherwise in order', () => {
    expect(checkSource(SMALL)).toMatchObject({ ok: true })
  })

  it.each(PLANTED)('refuses %s, with its place and what was expected', (_, source, line, at, message) => {
    const checked = checkSource(source)
    const problems = checked.ok ? [] : checked.error
    expect(problems).toContainEqual({
      line,
      column: expect.any(Number),
      message: expect.stringMatching(message),
      expected: expect.stringMatching(/./),
    })
    const found = problems.find((problem) => problem.line === line && message.test(problem.message))
    const rest = (source.split('\n')[line - 1] ?? '').slice((found?.column ?? 0) - 1)
    if (at === '') expect(rest).toBe('')
    else expect(rest.slice(0, at.length)).toBe(at)
  })
})

describe('hostile input', () => {
  it.each([
    ['a source that is too long', `${SMALL}# ${'长'.repeat(300_000)}`],
    ['a line that is too long', `${SMALL}line ${'长'.repeat(9000)}\n`],
    ['too many lines', `${SMALL}${'\n'.repeat(4000)}`],
    ['too many columns', changed('25 25 25 25', '1 '.repeat(70))],
    ['too many rows', changed('foot', `${'  | a | b | c | d |\n'.repeat(300)}foot`)],
    ['too many options', changed('商品 | 服务', Array.from({ length: 70 }, (_, i) => `项${i}`).join(' | '))],
    ['a control character', changed('种类：', '种\u0007类：')],
  ])('refuses %s', (_, source) => {
    expect(parseTemplate(source).ok).toBe(false)
  })

  it('names at most fifty mistakes', () => {
    const parsed = parseTemplate(changed('foot', `${'nonsense\n'.repeat(500)}foot`))
    expect(parsed.ok ? 0 : parsed.error.length).toBe(50)
  })

  it('reads a deeply nested expression without falling over', () => {
    const checked = checkSource(changed('qty * price', `${'('.repeat(150)}qty${')'.repeat(150)}`))
    expect(checked.ok ? [] : checked.error).toContainEqual(
      expect.objectContaining({ line: 16, message: expect.stringContaining('嵌套过深') }),
    )
  })
})
