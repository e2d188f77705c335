import { assertNever } from '../../kernel/assert-never'
import type { ComputedResult, FieldType, RowsType } from '../field'
import { isPlainName } from '../field-types'
import type { LineCursor } from './cursor'
import { LIMITS } from './limits'
import { readOptions } from './options'
import type { Problems } from './problem'

const RESULTS = ['number', 'money', 'percent', 'days', 'text'] as const satisfies readonly ComputedResult[]

export type ReadRows = { -readonly [K in keyof RowsType]: RowsType[K] }

/** A type as far as it is read; attributes may still change it. `rows` is the same object as `type`, for rows. */
export interface ReadType {
  type: FieldType
  readonly rows?: ReadRows
}

/** Reads what stands behind the type's name; null after a mistake (reported). */
export function readType(name: FieldType['type'], cursor: LineCursor, problems: Problems): ReadType | null {
  if (isPlainName(name)) return { type: { type: name } }
  const at = cursor.number
  switch (name) {
    case 'number':
      return { type: { type: 'number', scale: 0 } }
    case 'choice':
    case 'choices': {
      const options = readOptions(cursor, problems, LIMITS.options)
      return options && { type: { type: name, options } }
    }
    case 'rating': {
      const scale = readOptions(cursor, problems, LIMITS.options)
      return scale && { type: { type: 'rating', scale } }
    }
    case 'matrix': {
      const items = readOptions(cursor, problems, LIMITS.matrixItems)
      if (!items) return null
      const column = cursor.column
      if (cursor.next()?.text !== 'scale') {
        problems.add(at, column, '矩阵没有评价尺度', 'scale 满意 | 比较满意 | …')
        return null
      }
      const scale = readOptions(cursor, problems, LIMITS.options)
      return scale && { type: { type: 'matrix', items, scale } }
    }
    case 'serial': {
      const column = cursor.column
      const rule = cursor.next()
      if (rule === null || rule.kind === 'bar' || rule.kind === 'unclosed') {
        problems.add(at, column, '编号没有规则', '如 serial TS-{yyyy}-{0000}')
        return null
      }
      return { type: { type: 'serial', rule: rule.text } }
    }
    case 'computed': {
      const column = cursor.column
      const word = cursor.next()
      const result = RESULTS.find((candidate) => candidate === word?.text)
      if (!result) {
        problems.add(
          at,
          column,
          `不认识的计算结果类型“${word?.text ?? ''}”`,
          `${RESULTS.join('、')} 之一，再写 = 算式`,
        )
        return null
      }
      return { type: { type: 'computed', expression: '', result } }
    }
    case 'rows': {
      const rows: ReadRows = { type: 'rows', columns: [], printed: 1, max: 0, direction: 'down', lanes: 1 }
      return { type: rows, rows }
    }
    default:
      return assertNever(name)
  }
}
