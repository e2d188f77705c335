import fc from 'fast-check'

/** Any printed text: every character that means something in a source is escaped, as an author would. */
const label = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      '客户 名称',
      '  两端空格 ',
      'a//b',
      '<',
      '^',
      '↓',
      '{left}',
      '[x]',
      '\\',
      '#',
      '项目╲年度',
      '|=',
      '…  …',
    ),
  )
  .map((text) => text.replace(/[\u0000-\u001F\u007F\u2028\u2029]/g, ''))
  .filter((text) => text !== '')
  .map((text) => text.replace(/[\\[\]|<^{}/╲↓ ]/g, '\\$&'))

const inline = fc.oneof(
  label,
  fc.constantFrom(
    '[t]',
    '[d]',
    '[n~4]',
    '[k]',
    '[k:甲]',
    '[k=乙　丙]',
    '[m.质量]',
    '[m.质量=好]',
    '[y:是]',
    '[m.价 \\: 格]',
    '[l]',
  ),
)
const lineOf = fc.array(inline, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''))
const mark = fc.constantFrom('', '', '', ' {left}', ' {center}', ' {right}', ' {top}', ' {middle} {right}')

const content = fc.oneof(
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom('', '', '↓'), fc.array(lineOf, { minLength: 1, maxLength: 3 }), mark)
      .map(([down, lines, end]) => `${down}${lines.join(' // ')}${end}`),
  },
  { weight: 1, arbitrary: fc.tuple(label, label).map((parts) => parts.join(' ╲ ')) },
)

/** A table of up to 5 × 5 squares with some of them merged into rectangles. */
const table = fc
  .record({
    columns: fc.integer({ min: 1, max: 5 }),
    rows: fc.integer({ min: 1, max: 5 }),
    contents: fc.array(content, { minLength: 25, maxLength: 25 }),
    heights: fc.array(fc.constantFrom('', '', ' h 12', ' h 22.5'), { minLength: 5, maxLength: 5 }),
    merges: fc.array(
      fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
      { maxLength: 4 },
    ),
    head: fc.boolean(),
  })
  .map(({ columns, rows, contents, heights, merges, head }) => {
    const squares = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => contents[row * 5 + column] ?? ''),
    )
    const taken = new Set<string>()
    for (const [row, column, height, width] of merges) {
      if (row + height > rows || column + width > columns) continue
      const inside = Array.from(
        { length: height * width },
        (_, i) => [row + Math.floor(i / width), column + (i % width)] as const,
      )
      if (inside.some(([r, c]) => taken.has(`${r} ${c}`))) continue
      for (const [r, c] of inside) {
        taken.add(`${r} ${c}`)
        if (r === row && c === column) continue
        const line = squares[r]
        if (line) line[c] = c > column ? '<' : '^'
      }
    }
    const drawn = squares.map(
      (line, i) => `  |${head && i === 0 ? '=' : ''} ${line.join(' | ')} |${heights[i] ?? ''}`,
    )
    return `table ${Array.from({ length: columns }, () => 10).join(' ')}\n${drawn.join('\n')}`
  })

/** Rows of one or two lines, in one or two lanes. */
const pattern = fc.constantFrom(
  'table 20 40 40\n  | [items.#] | [items.a] | [items.b] |',
  'table 10 45 45\n  | 计划 | [items.a] | 甲 |\n  | 实际 | [items.b] | ^ |',
  'table 50 50\n  |= 左 | 右 |\n  | [items.a] | [items.a] |',
  'table 10 40 50\n  | ↓明细 | [items.a] | [items.b] {right} |\n  | ^ | 合计 | [t] |',
  'table 10 40 50\n  | 排名 {once} | [items.a] | [items.b] |',
)

const textLine = fc
  .tuple(fc.constantFrom('line', 'foot'), fc.array(lineOf, { minLength: 1, maxLength: 4 }))
  .map(([word, parts]) => `${word} ${parts.join(' | ')}`)

const quoted = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .map((text) => text.replace(/[\u0000-\u001F\u007F\u2028\u2029]/g, '').trim())
  .filter((text) => text !== '')
  .map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`)

/** Whole sources, in order for the parser (not always for the checker: a field may be drawn twice). */
export const drawnSource = fc
  .record({
    labels: fc.array(quoted, { minLength: 9, maxLength: 9 }),
    unit: quoted,
    pattern: fc.option(pattern),
    body: fc.array(fc.oneof({ weight: 3, arbitrary: table }, textLine, fc.constant('page')), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ labels, unit, pattern: rows, body }) => {
    const l = (i: number): string => labels[i] ?? '"标签"'
    return `form KHTS-BD-001
name 试验
module 客户投诉
kind record

fields
  t ${l(0)} text max 33 required
  l ${l(1)} longText
  d ${l(2)} date initial today() means due.on
  n ${l(3)} number scale 2 unit ${unit}
  k ${l(4)} choices 甲 | 乙　丙 | "max" | 一 二
  m ${l(5)} matrix 质量 | 价\u3000:\u3000格 scale 好 | 中 | 差
  y ${l(6)} yesNo
  s ${l(7)} serial "编 {yyyy}-{00}"
  items ${l(8)} rows printed 4 max 40
    a "甲" text
    b "乙" money
  c "合计" computed money = sum(items.b) + n

rules
  warn n > 0 || empty(t)  ${l(0)}

${rows === null ? '' : `${rows}\n`}${body.join('\n')}
`
  })
