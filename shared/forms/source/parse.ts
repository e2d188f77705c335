import { err, ok, type Result } from '../../kernel/result'
import type { Field, FieldRule } from '../field'
import { isRows } from '../field-types'
import type { Block, Template } from '../template'
import { LineCursor } from './cursor'
import { FieldsReader } from './fields'
import { type FormHead, HEAD_WORDS, HeadReader, isHeadWord } from './head'
import { LIMITS } from './limits'
import { readLines, type SourceLine } from './lines'
import { type PieceScope, readPieces } from './pieces'
import { Problems, type TemplateProblem } from './problem'
import { readRule } from './rules'
import { type CellPlace, TableReader, USUAL_HEIGHT } from './table'
import { splitUnescaped, trimPart } from './text'
import { countLanes } from './lanes'

/** Where the parts of a template stand in its source, so that the checker can point at them. */
export interface SourcePlaces {
  /** Line of each field; of a column under `rows.column`. */
  readonly fields: ReadonlyMap<string, number>
  /** Line of each rule. */
  readonly rules: readonly number[]
  /** By place in the template's body: its own line, and its cells in reading order. */
  readonly blocks: readonly { readonly line: number; readonly cells: readonly CellPlace[] }[]
}

export interface ParsedSource {
  readonly template: Template
  readonly places: SourcePlaces
}

/** Reads a form's source (see LANGUAGE.md). Every mistake is reported with its place; never throws. */
export function parseTemplate(source: string): Result<Template, readonly TemplateProblem[]> {
  const parsed = parseSource(source)
  return parsed.ok ? ok(parsed.value.template) : parsed
}

/**
 * Only the head of a form's source, for lists of many forms: a hundredth of the work. Of a source with mistakes it gives
 * what it can read; `parseTemplate` tells them.
 */
export function parseHead(source: string): FormHead {
  const problems = new Problems()
  const reader = new HeadReader(problems)
  const end = source.search(/^fields\b/m)
  for (const line of readLines(end < 0 ? source : source.slice(0, end), problems)) {
    const cursor = new LineCursor(line)
    const word = cursor.next()?.text ?? ''
    if (isHeadWord(word)) reader.read(word, cursor)
  }
  return reader.finish(0)
}

/** As parseTemplate, with the places of everything. */
export function parseSource(source: string): Result<ParsedSource, readonly TemplateProblem[]> {
  const problems = new Problems()
  const lines = readLines(source, problems)
  const parsed = new SourceReader(problems).read(lines)
  return problems.any ? err(problems.list) : ok(parsed)
}

type Section = 'head' | 'fields' | 'rules' | 'body'

class SourceReader {
  private readonly head: HeadReader
  private readonly fields: FieldsReader
  private readonly rules: FieldRule[] = []
  private readonly ruleLines: number[] = []
  private readonly body: Block[] = []
  private readonly blocks: { line: number; cells: readonly CellPlace[] }[] = []
  private table: TableReader | null = null
  private tables = 0
  /** A row without a table was reported; those after it say nothing new. */
  private strayRow = false
  private section: Section = 'head'
  private byKey: ReadonlyMap<string, Field> = new Map()

  constructor(private readonly problems: Problems) {
    this.head = new HeadReader(problems)
    this.fields = new FieldsReader(problems)
  }

  read(lines: readonly SourceLine[]): ParsedSource {
    for (const line of lines) {
      if (line.text.startsWith('|')) this.row(line)
      else if (line.indent > 0) this.member(line)
      else this.keyword(line)
    }
    this.endTable()
    const last = (lines.at(-1)?.number ?? 0) + 1
    const head = this.head.finish(this.fields.firstLine ?? last)
    if (this.section === 'head') this.problems.add(last, 1, '没有 fields', 'fields 一行，下面缩进写字段')
    else if (this.body.length === 0 && this.tables === 0)
      this.problems.add(last, 1, '没有画表单', 'table 列宽，下面各行以 | 开头')
    const fields = countLanes(this.fields.finish(), this.body)
    return {
      template: { format: 1, ...head, fields, rules: this.rules, body: this.body },
      places: { fields: this.fields.lines, rules: this.ruleLines, blocks: this.blocks },
    }
  }

  /** A line that begins at the margin. */
  private keyword(line: SourceLine): void {
    const cursor = new LineCursor(line)
    const word = cursor.next()?.text ?? ''
    if (isHeadWord(word)) {
      if (this.section === 'head') this.head.read(word, cursor)
      else this.problems.add(line.number, 1, `“${word}”写在了后面`, '表头各项写在 fields 之前')
      return
    }
    switch (word) {
      case 'fields':
        if (this.section === 'head') this.section = 'fields'
        else this.problems.add(line.number, 1, 'fields 重复', '只写一次，在表头之后')
        this.fields.begin(line.number)
        return this.nothingMore(cursor)
      case 'rules':
        if (this.section === 'fields') this.section = 'rules'
        else
          this.problems.add(line.number, 1, 'rules 的位置不对', 'rules 只写一次，在 fields 之后、画表单之前')
        return this.nothingMore(cursor)
      case 'line':
      case 'foot':
        this.enterBody(line)
        return this.textLine(line, word)
      case 'table':
        this.enterBody(line)
        return this.beginTable(line, cursor)
      case 'page':
        this.enterBody(line)
        this.body.push({ block: 'pageBreak' })
        this.blocks.push({ line: line.number, cells: [] })
        return this.nothingMore(cursor)
      default:
        this.problems.add(line.number, 1, `不认识的“${word.slice(0, 40)}”`, this.expectedHere())
    }
  }

  private expectedHere(): string {
    switch (this.section) {
      case 'head':
        return `${[...HEAD_WORDS, 'fields'].join('、')} 之一`
      case 'fields':
      case 'rules':
        return '缩进的字段或规则，或 rules、line、table、foot、page 之一'
      case 'body':
        return 'line、table、foot、page 之一，或以 | 开头的表格行'
    }
  }

  /** An indented line belongs to fields or rules. */
  private member(line: SourceLine): void {
    if (this.section === 'fields') this.fields.add(line)
    else if (this.section === 'rules') {
      const rule = readRule(line, this.problems)
      if (rule && this.rules.length === LIMITS.rules)
        this.problems.add(line.number, 1, '规则过多', `不超过 ${LIMITS.rules} 条`)
      else if (rule) {
        this.rules.push(rule)
        this.ruleLines.push(line.number)
      }
    } else this.problems.add(line.number, 1, '这里不应缩进', this.expectedHere())
  }

  private row(line: SourceLine): void {
    if (this.table) {
      this.table.add(line)
      return
    }
    if (!this.strayRow) {
      this.problems.add(
        line.number,
        line.indent + 1,
        '表格行前没有 table',
        'table 列宽，如 table 17 33 17 33',
      )
    }
    this.strayRow = true
  }

  private get scope(): Omit<PieceScope, 'line'> {
    return { fields: this.byKey, broken: this.fields.broken, problems: this.problems }
  }

  private enterBody(line: SourceLine): void {
    if (this.section === 'head')
      this.problems.add(line.number, 1, '画表单之前没有 fields', 'fields 一行，下面缩进写字段')
    this.section = 'body'
    this.strayRow = false
    this.endTable()
    this.byKey = new Map(this.fields.finish().map((field) => [field.key, field]))
  }

  private textLine(line: SourceLine, word: 'line' | 'foot'): void {
    const scope = { ...this.scope, line: line.number }
    const raw = line.text.slice(word.length)
    const parts = splitUnescaped(raw, '|').map((part) => {
      const trimmed = trimPart(part)
      return [...readPieces(trimmed.raw, line.indent + word.length + trimmed.at + 1, scope)]
    })
    for (const piece of parts.flat()) {
      if (piece.piece === 'text' || piece.piece === 'name') continue
      const field = this.byKey.get(piece.path[0] ?? '')
      if (field && isRows(field))
        this.problems.add(line.number, 1, `明细“${field.key}”不能写在表外`, '明细的列写在 table 里')
    }
    if (parts.flat().length === 0)
      this.problems.add(line.number, 1, `“${word}”后面没有内容`, '文字和 [字段]，各部分用 | 分开')
    this.body.push({ block: 'line', place: word === 'foot' ? 'foot' : 'caption', parts })
    this.blocks.push({ line: line.number, cells: [] })
  }

  /** `table 17 33 17 33 h 11`: column widths, then the least height of rows that do not say their own. */
  private beginTable(line: SourceLine, cursor: LineCursor): void {
    const widths: number[] = []
    let usual = USUAL_HEIGHT
    while (!cursor.atEnd) {
      const column = cursor.column
      const text = cursor.next()?.text ?? ''
      if (text === 'h') {
        const height = cursor.next()?.text ?? ''
        if (/^\d{1,3}(\.\d{1,2})?$/.test(height)) usual = Number(height)
        else this.problems.add(line.number, column, `“h ${height}”不是行高`, 'h 和毫米数，如 h 11')
        this.nothingMore(cursor)
        break
      }
      if (/^\d{1,3}(\.\d{1,3})?$/.test(text) && Number(text) > 0) widths.push(Number(text))
      else this.problems.add(line.number, column, `“${text}”不是列宽`, '正数，各列合计 100')
    }
    if (widths.length === 0 || widths.length > LIMITS.tableColumns) {
      this.problems.add(
        line.number,
        1,
        widths.length === 0 ? 'table 后没有列宽' : '列数过多',
        `1 到 ${LIMITS.tableColumns} 个列宽`,
      )
    }
    if (++this.tables > LIMITS.tables)
      this.problems.add(line.number, 1, '表格过多', `不超过 ${LIMITS.tables} 个`)
    this.table = new TableReader(line, widths, usual, this.scope)
  }

  private endTable(): void {
    const { table } = this
    this.table = null
    const finished = table?.finish()
    if (!table || !finished) return
    this.body.push(finished.grid)
    this.blocks.push({ line: table.head.number, cells: finished.places })
  }

  private nothingMore(cursor: LineCursor): void {
    if (!cursor.atEnd) this.problems.add(cursor.number, cursor.column, '行末有多余的内容', '行末')
  }
}
