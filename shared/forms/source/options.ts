import { optionValue } from '../field-types'
import type { LineCursor } from './cursor'
import { LIMITS } from './limits'
import type { Problems } from './problem'

/** Words with a meaning of their own after a type; an option that is one of them stands in quotes. */
export const ATTRIBUTE_WORDS: ReadonlySet<string> = new Set([
  'required',
  'means',
  'initial',
  'max',
  'scale',
  'unit',
  'printed',
  'across',
  'preset',
  '=',
])

/** Reads `商品 | 服务 | 其他`, up to an attribute or the line's end. Null after a mistake (reported). */
export function readOptions(cursor: LineCursor, problems: Problems, most: number): readonly string[] | null {
  const options: string[] = []
  const values = new Set<string>()
  for (;;) {
    const column = cursor.column
    const words: string[] = []
    for (let next = cursor.peek(); next && next.kind !== 'bar'; next = cursor.peek()) {
      if (next.kind === 'word' && ATTRIBUTE_WORDS.has(next.text)) break
      cursor.next()
      if (next.kind === 'unclosed') {
        problems.add(cursor.number, next.column, '引号没有结束', '半角双引号')
        return null
      }
      words.push(next.text)
    }
    const option = words.join(' ')
    const value = optionValue(option)
    if (value === '' || option.length > LIMITS.text) {
      problems.add(cursor.number, column, '缺少选项', '用 | 分开的选项，如 商品 | 服务 | 其他')
      return null
    }
    if (values.has(value)) {
      problems.add(cursor.number, column, `选项“${value}”重复`, '各不相同的选项')
      return null
    }
    values.add(value)
    options.push(option)
    if (options.length > most) {
      problems.add(cursor.number, column, '选项过多', `不超过 ${most} 项`)
      return null
    }
    if (cursor.peek()?.kind !== 'bar') return options
    cursor.next()
  }
}

/** Reads a whole number between two bounds; null after a mistake (reported). */
export function wholeAfter(
  cursor: LineCursor,
  problems: Problems,
  least: number,
  most: number,
): number | null {
  const column = cursor.column
  const text = cursor.next()?.text ?? ''
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  problems.add(cursor.number, column, `“${text}”不是合适的数`, `${least} 到 ${most} 的整数`)
  return null
}
