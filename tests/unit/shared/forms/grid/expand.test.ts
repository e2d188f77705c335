import { describe, expect, it } from 'vitest'
import { type ExpandedGrid, type ExpandOptions, expandGrid, parseTemplate } from '../../../../../shared/forms'
import type { Template } from '../../../../../shared/forms/template'
import { emptyValues, type FormValues } from '../../../../../shared/forms/values'

function expand(
  fields: string,
  table: string,
  values: FormValues = emptyValues,
  options?: ExpandOptions,
): ExpandedGrid {
  const parsed = parseTemplate(
    `form KHTS-BD-001\nname 试\nmodule 客户投诉\nkind list\nfields\n${fields}\n${table}\n`,
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return expandGrid(parsed.value, gridOf(parsed.value), values, options)
}

function gridOf(template: Template): Extract<Template['body'][number], { block: 'grid' }> {
  const block = template.body.find((candidate) => candidate.block === 'grid')
  if (block?.block !== 'grid') throw new Error('no grid')
  return block
}

/** Each cell as `row,column rows×columns content`. */
const drawn = (grid: ExpandedGrid): readonly string[] =>
  grid.cells.map((cell) => {
    const pieces = cell.lines
      .flat()
      .map((piece) => (piece.piece === 'text' ? piece.text : piece.path.join('.')))
    return `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${pieces.join('')}`
  })

const rowsOf = (...ids: readonly string[]): FormValues => ({
  ...emptyValues,
  rows: { items: ids.map((id) => ({ id, cells: { a: 'x' } })) },
})

const ITEMS = '  items "明细" rows printed 2 max 3\n    a "甲" text\n    b "乙" text'

describe('rows that run down', () => {
  it('are drawn as often as the form prints them, with places for rows to come', () => {
    const grid = expand(ITEMS, 'table 20 40 40\n| [items.#] | [items.a] | [items.b] |', rowsOf('r1'))
    expect(drawn(grid)).toEqual([
      '0,0 1×1 1',
      '0,1 1×1 items.r1.a',
      '0,2 1×1 items.r1.b',
      '1,0 1×1 2',
      '1,1 1×1 items.+2.a',
      '1,2 1×1 items.+2.b',
    ])
    expect(grid.rows.map((row) => row.repeat?.place)).toEqual([1, 2])
  })

  it('grow with the record, and by a spare row on the screen up to the most', () => {
    const table = 'table 50 50\n| [items.a] | [items.b] |'
    expect(expand(ITEMS, table, rowsOf('r1', 'r2', 'r3')).rows).toHaveLength(3)
    expect(expand(ITEMS, table, rowsOf('r1', 'r2')).rows).toHaveLength(2)
    expect(expand(ITEMS, table, rowsOf('r1', 'r2'), { spareRow: true }).rows).toHaveLength(3)
    expect(expand(ITEMS, table, rowsOf('r1', 'r2', 'r3'), { spareRow: true }).rows).toHaveLength(3)
    expect(expand(ITEMS, table, rowsOf('r1'), { spareRow: true }).rows).toHaveLength(2)
  })

  it('keep the lines of one pattern together and stretch what stands beside', () => {
    const grid = expand(
      ITEMS,
      'table 10 10 40 40\n|= ↓表 | 项 | 甲 | 乙 |\n| ↓明细 {once} | 计划 | [items.a] | [items.b] |\n| ^ | 实际 | ^ | 无 |\n| 尾 | < | < | < |',
    )
    expect(drawn(grid)).toEqual([
      '0,0 1×1 表',
      '0,1 1×1 项',
      '0,2 1×1 甲',
      '0,3 1×1 乙',
      '1,0 4×1 明细',
      '1,1 1×1 计划',
      '1,2 2×1 items.+1.a',
      '1,3 1×1 items.+1.b',
      '2,1 1×1 实际',
      '2,3 1×1 无',
      '3,1 1×1 计划',
      '3,2 2×1 items.+2.a',
      '3,3 1×1 items.+2.b',
      '4,1 1×1 实际',
      '4,3 1×1 无',
      '5,0 1×4 尾',
    ])
    expect(grid.rows.map((row) => (row.repeat ? `${row.repeat.place}/${row.repeat.line}` : '-'))).toEqual([
      '-',
      '1/0',
      '1/1',
      '2/0',
      '2/1',
      '-',
    ])
  })

  it('stretch a label that also covers the head', () => {
    const grid = expand(
      ITEMS,
      'table 20 40 40\n| ↓明细 | 甲 | 乙 |\n| ^ | [items.a] | [items.b] |',
      rowsOf('r1', 'r2', 'r3'),
    )
    expect(drawn(grid)[0]).toBe('0,0 4×1 明细')
  })

  it('snake: the first half left, the second right', () => {
    const four = '  items "明细" rows printed 4 max 40\n    a "甲" text'
    const table = 'table 10 40 10 40\n| [items.#] | [items.a] | [items.#] | [items.a] |'
    expect(drawn(expand(four, table))).toEqual([
      '0,0 1×1 1',
      '0,1 1×1 items.+1.a',
      '0,2 1×1 3',
      '0,3 1×1 items.+3.a',
      '1,0 1×1 2',
      '1,1 1×1 items.+2.a',
      '1,2 1×1 4',
      '1,3 1×1 items.+4.a',
    ])
    expect(expand(four, table, rowsOf('r1', 'r2', 'r3', 'r4', 'r5')).rows).toHaveLength(3)
  })

  it('share their lines with another field and end where their own most is reached', () => {
    const two = `${ITEMS}\n  more "又" rows printed 1 max 1\n    c "丙" text`
    const grid = expand(two, 'table 40 30 30\n| [items.a] | [items.b] | [more.c] |')
    expect(drawn(grid).filter((cell) => cell.includes(',2 '))).toEqual(['0,2 1×1 more.+1.c', '1,2 1×1 '])
  })
})

describe('rows that run across', () => {
  const costs =
    '  costs "费用" rows across preset item: 会议 | 用餐\n    item "名目" text\n    amount "金额" money\n  note "注" text'

  it('share out their width and leave the other lines as they are drawn', () => {
    const grid = expand(
      costs,
      'table 40 20 40\n| 名 | 目 | [note] |\n| 费用 | < | [costs.item] |\n| 金额 | < | [costs.amount] |',
    )
    expect(grid.columns).toEqual([40, 20, 20, 20])
    expect(drawn(grid)).toEqual([
      '0,0 1×1 名',
      '0,1 1×1 目',
      '0,2 1×2 note',
      '1,0 1×2 费用',
      '1,2 1×1 会议',
      '1,3 1×1 用餐',
      '2,0 1×2 金额',
      '2,2 1×1 costs.p1.amount',
      '2,3 1×1 costs.p2.amount',
    ])
  })

  it('may take two columns each while other lines divide the same width their own way', () => {
    const pairs =
      '  items "件" rows across printed 2\n    a "甲" text\n    b "乙" text\n  x "一" text\n  y "二" text'
    const grid = expand(pairs, 'table 50 50\n| [items.a] | [items.b] |\n| [x] | [y] |')
    expect(grid.columns).toEqual([25, 25, 25, 25])
    expect(drawn(grid)).toEqual([
      '0,0 1×1 items.+1.a',
      '0,1 1×1 items.+1.b',
      '0,2 1×1 items.+2.a',
      '0,3 1×1 items.+2.b',
      '1,0 1×2 x',
      '1,2 1×2 y',
    ])
  })
})

describe('the name of a field', () => {
  const source = ['  dept "甲部门意见" text', '  sales "销售" rows printed 1\n    a "A 产品" money'].join(
    '\n',
  )

  it('is printed text in heads, cells and repeated rows, and no field to fill in', () => {
    const grid = expand(
      source,
      'table 50 50\n|= [name of sales.a] 元 | 合 |\n| [sales.a] | [name of dept] |\n| [name of dept] | [dept] |',
    )
    expect(drawn(grid)).toEqual([
      '0,0 1×1 A 产品 元',
      '0,1 1×1 合',
      '1,0 1×1 sales.+1.a',
      '1,1 1×1 甲部门意见',
      '2,0 1×1 甲部门意见',
      '2,1 1×1 dept',
    ])
    expect(grid.cells.filter(({ kind }) => kind === 'field')).toHaveLength(2)
  })
})
