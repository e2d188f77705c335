import type { Field } from '../field'
import { isRows } from '../field-types'
import { LineCursor } from './cursor'
import { readField } from './field-line'
import { LIMITS } from './limits'
import type { SourceLine } from './lines'
import type { Problems } from './problem'

/** Reads the section `fields`: one field a line; the columns of rows stand deeper below them. */
export class FieldsReader {
  readonly lines = new Map<string, number>()
  firstLine: number | null = null
  private readonly fields: Field[] = []
  private readonly columns = new Map<string, Field[]>()
  /** Names whose line had a mistake (`rows.column` for columns): what rests on them is not reported again. */
  readonly broken = new Set<string>()
  private lastBroken = false
  private indent = 0
  private columnIndent = 0

  constructor(private readonly problems: Problems) {}

  begin(line: number): void {
    this.firstLine ??= line
  }

  add(line: SourceLine): void {
    if (this.indent === 0) this.indent = line.indent
    if (line.indent === this.indent) this.addField(line)
    else if (line.indent > this.indent) this.addColumn(line)
    else this.problems.add(line.number, line.indent + 1, '缩进与其他字段不同', `缩进 ${this.indent} 格`)
  }

  finish(): readonly Field[] {
    return this.fields.map((field): Field => {
      if (!isRows(field)) return field
      return { ...field, type: { ...field.type, columns: this.columns.get(field.key) ?? [] } }
    })
  }

  private addField(line: SourceLine): void {
    this.columnIndent = 0
    const field = readField(new LineCursor(line), this.problems)
    this.lastBroken = field === null
    if (!field) {
      this.broken.add(firstWord(line))
      return
    }
    if (this.lines.has(field.key)) {
      const first = this.lines.get(field.key) ?? 0
      this.problems.add(
        line.number,
        line.indent + 1,
        `字段“${field.key}”重复（第 ${first} 行已有）`,
        '各不相同的字段名',
      )
      return
    }
    if (this.fields.length === LIMITS.fields) {
      this.problems.add(line.number, line.indent + 1, '字段过多', `不超过 ${LIMITS.fields} 个`)
      return
    }
    this.lines.set(field.key, line.number)
    this.fields.push(field)
  }

  private addColumn(line: SourceLine): void {
    if (this.lastBroken) return
    const rows = this.fields.at(-1)
    if (!rows || !isRows(rows)) {
      this.problems.add(
        line.number,
        line.indent + 1,
        '缩进过深',
        `缩进 ${this.indent} 格；只有 rows 下面可以再缩进`,
      )
      return
    }
    if (this.columnIndent === 0) this.columnIndent = line.indent
    if (line.indent !== this.columnIndent) {
      this.problems.add(line.number, line.indent + 1, '缩进与其他列不同', `缩进 ${this.columnIndent} 格`)
      return
    }
    const column = readField(new LineCursor(line), this.problems)
    if (!column) {
      this.broken.add(`${rows.key}.${firstWord(line)}`)
      return
    }
    const columns = this.columns.get(rows.key) ?? []
    if (columns.some((other) => other.key === column.key)) {
      this.problems.add(line.number, line.indent + 1, `列“${column.key}”重复`, '各不相同的列名')
    } else if (columns.length === LIMITS.columnsOfRows) {
      this.problems.add(line.number, line.indent + 1, '列过多', `不超过 ${LIMITS.columnsOfRows} 列`)
    } else if (isRows(column) || column.type.type === 'matrix' || column.type.type === 'serial') {
      this.problems.add(line.number, line.indent + 1, `明细的列不能是 ${column.type.type}`, '单个值的类型')
    } else {
      columns.push(column)
      this.columns.set(rows.key, columns)
      this.lines.set(`${rows.key}.${column.key}`, line.number)
    }
  }
}

const firstWord = (line: SourceLine): string => line.text.split(' ', 1)[0] ?? ''
