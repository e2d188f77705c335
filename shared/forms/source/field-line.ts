import type { Field, FieldType } from '../field'
import { defaultMax, FIELD_TYPES, takesMax } from '../field-types'
import { MEANINGS, type Meaning } from '../meaning'
import type { LineCursor } from './cursor'
import { LIMITS } from './limits'
import { type ReadType, readType } from './field-type'
import { readOptions, wholeAfter } from './options'
import type { Problems } from './problem'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type Draft = Mutable<Pick<Field, 'required' | 'meaning' | 'initial'>> & { max?: number }

const KEY = /^[a-z][A-Za-z0-9]{0,39}$/

/**
 * Reads one line of `fields`: key "标签" type, what the type needs, then the attributes. Null after a mistake (reported).
 * A rows field comes without its columns; they stand on the lines below.
 */
export function readField(cursor: LineCursor, problems: Problems): Field | null {
  const at = cursor.number
  const key = cursor.next()
  if (key?.kind !== 'word' || !KEY.test(key.text)) {
    problems.add(
      at,
      key?.column ?? 1,
      `字段名“${key?.text ?? ''}”不合规则`,
      '小写英文字母开头，只含英文字母和数字，至多 40 个',
    )
    return null
  }
  const labelColumn = cursor.column
  const label = cursor.next()
  if (label?.kind !== 'quoted' || label.text.trim() === '' || label.text.length > LIMITS.text) {
    const unclosed = label?.kind === 'unclosed'
    problems.add(
      at,
      labelColumn,
      unclosed ? '引号没有结束' : `字段“${key.text}”没有标签`,
      '用半角双引号括起的标签，如 "受理编号"',
    )
    return null
  }
  const typeColumn = cursor.column
  const word = cursor.next()
  const name = FIELD_TYPES.find((candidate) => word?.kind === 'word' && candidate === word.text)
  if (!name) {
    problems.add(at, typeColumn, `不认识的字段类型“${word?.text ?? ''}”`, `${FIELD_TYPES.join('、')} 之一`)
    return null
  }
  const type = readType(name, cursor, problems)
  if (!type) return null
  const draft: Draft = { required: false }
  if (!readAttributes(type, draft, cursor, problems)) return null
  const { max = defaultMax(type.type), ...rest } = draft
  return { key: key.text, label: label.text, type: type.type, max, ...rest }
}

function readAttributes(read: ReadType, draft: Draft, cursor: LineCursor, problems: Problems): boolean {
  const seen = new Set<string>()
  while (!cursor.atEnd) {
    const at = cursor.number
    const column = cursor.column
    const word = cursor.next()?.text ?? ''
    if (seen.has(word)) {
      problems.add(at, column, `“${word}”重复`, '每个属性只写一次')
      return false
    }
    seen.add(word)
    if (!readAttribute(word, column, read, draft, cursor, problems)) return false
  }
  const { type } = read
  if (type.type === 'computed' && type.expression === '') {
    problems.add(cursor.number, cursor.column, '计算字段没有算式', '= 算式，如 = sum(items.amount)')
    return false
  }
  if (read.rows && !seen.has('max'))
    read.rows.max = read.rows.direction === 'across' || read.rows.preset ? read.rows.printed : 200
  return true
}

function readAttribute(
  word: string,
  column: number,
  read: ReadType,
  draft: Draft,
  cursor: LineCursor,
  problems: Problems,
): boolean {
  const { type, rows } = read
  switch (word) {
    case 'required':
      draft.required = true
      return true
    case 'means':
      return readMeaning(draft, cursor, problems)
    case 'initial': {
      const expression = cursor.nextExpression()
      if (expression) draft.initial = expression.text
      else problems.add(cursor.number, cursor.column, 'initial 后没有算式', '如 initial today()')
      return expression !== null
    }
    case 'max': {
      if (!rows && !takesMax(type.type)) break
      const max = wholeAfter(cursor, problems, 1, rows ? LIMITS.maxRows : 20_000)
      if (max === null) return false
      if (rows) rows.max = max
      else draft.max = max
      return true
    }
    case 'scale': {
      if (!isFigure(type) && !isRate(type)) break
      const scale = wholeAfter(cursor, problems, 0, 6)
      if (scale !== null) read.type = { ...type, scale }
      return scale !== null
    }
    case 'unit': {
      if (!isFigure(type)) break
      const unit = cursor.next()
      if (unit?.kind === 'word' || unit?.kind === 'quoted') read.type = { ...type, unit: unit.text }
      else problems.add(cursor.number, column, 'unit 后没有单位', '如 unit 台')
      return unit?.kind === 'word' || unit?.kind === 'quoted'
    }
    case 'printed': {
      if (!rows) break
      const printed = wholeAfter(cursor, problems, 1, LIMITS.printedRows)
      if (printed !== null) rows.printed = printed
      return printed !== null
    }
    case 'across':
      if (!rows) break
      rows.direction = 'across'
      return true
    case 'preset': {
      if (!rows) break
      const name = cursor.next()
      const key = name?.kind === 'word' ? /^([a-z][A-Za-z0-9]*):$/.exec(name.text)?.[1] : undefined
      if (key === undefined) {
        problems.add(
          cursor.number,
          name?.column ?? column,
          'preset 后应写列名和冒号',
          '如 preset item: 会议 | 用餐 | 交通',
        )
        return false
      }
      const labels = readOptions(cursor, problems, LIMITS.printedRows)
      if (!labels) return false
      rows.preset = { column: key, labels }
      rows.printed = labels.length
      return true
    }
    case '=': {
      if (type.type !== 'computed') break
      const { text: expression } = cursor.rest()
      read.type = { ...type, expression }
      return true
    }
    default:
  }
  problems.add(cursor.number, column, `“${word}”用得不对`, attributesOf(type.type))
  return false
}

type Figure =
  | Extract<FieldType, { type: 'number' }>
  | (Extract<FieldType, { type: 'computed' }> & { readonly result: 'number' })

/** What takes `scale` and `unit`. */
const isFigure = (type: FieldType): type is Figure =>
  type.type === 'number' || (type.type === 'computed' && type.result === 'number')

const isRate = (
  type: FieldType,
): type is Extract<FieldType, { type: 'computed' }> & { readonly result: 'percent' } =>
  type.type === 'computed' && type.result === 'percent'

function readMeaning(draft: Draft, cursor: LineCursor, problems: Problems): boolean {
  const column = cursor.column
  const word = cursor.next()
  const meaning = MEANINGS.find((candidate): candidate is Meaning => candidate === word?.text)
  if (meaning) draft.meaning = meaning
  else
    problems.add(
      cursor.number,
      column,
      `不认识的含义“${word?.text ?? ''}”`,
      '含义表中的一个，如 customer.phone',
    )
  return meaning !== undefined
}

function attributesOf(type: FieldType['type']): string {
  const own: readonly string[] =
    type === 'rows'
      ? ['printed N', 'max N', 'across', 'preset 列: 标签 | 标签']
      : type === 'number'
        ? ['scale N', 'unit 单位', 'max N']
        : type === 'computed'
          ? ['scale N', 'unit 单位', 'max N', '= 算式（写在最后）']
          : takesMax(type)
            ? ['max N']
            : []
  return `行末，或 ${['required', 'means 含义', 'initial 算式', ...own].join('、')} 之一`
}
