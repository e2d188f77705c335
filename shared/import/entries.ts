import { isRows } from '../forms/field-types'
import { emptyValues, type FieldValue, type FormValues } from '../forms/values'
import { isEmptyValue, presetRowId, setValue } from '../forms/values/access'
import { isBlank, type SheetRow, type SourceSheet } from './cell'
import { cellText } from './cell-text'
import { convertCell, type Names } from './convert'
import type { Finding, FindingProblem } from './finding'
import type { MappedColumn, Mapping } from './mapping'
import { ENTRY, NUMBER, targetColumns, type ImportTarget, type TargetColumn } from './target'
import { isTotalLine, plainLabel } from './total-line'

/** One customer or record as the table has it. */
export interface Entry {
  /** Numbers of its lines in the file, in order. */
  readonly lines: readonly number[]
  readonly values: FormValues
  /** A record's number as the table says it; empty: none. */
  readonly number: string
  readonly findings: readonly Finding[]
}

export interface ReadEntries {
  readonly sheet: SourceSheet
  readonly target: ImportTarget
  readonly mapping: Mapping
  readonly names: Names
  /** Ids of new 明细行. */
  readonly newId: () => string
  /** Whether lines that are hidden in the file are left out. */
  readonly withoutHidden?: boolean
  /** Whether lines that add up others are entries like the rest; else they bear a finding, for which the plan skips them. */
  readonly withTotals?: boolean
}

/** The entries of a table, line by line. Nothing is left out without a finding but empty lines. */
export function readEntries(options: ReadEntries): readonly Entry[] {
  const { sheet, mapping, withoutHidden = false } = options
  const reader = new EntryReader(options)
  for (const row of sheet.rows) {
    if (row.number <= mapping.headRow || (withoutHidden && row.hidden)) continue
    reader.line(row)
  }
  return reader.end()
}

interface Used {
  readonly mapped: MappedColumn
  readonly column: TargetColumn
  /** Of a column of the record itself. */
  readonly path: readonly string[]
}

interface Begun {
  readonly lines: number[]
  readonly entry: string
  /** Values of the record's own fields, each said once. */
  readonly fields: Map<string, FieldValue>
  /** The others: 明细行 and the items of matrices. */
  values: FormValues
  number: string
  readonly findings: Finding[]
  /** Texts of the record's own columns as its first line has them. */
  readonly said: Map<string, string>
  readonly count: Map<string, number>
}

class EntryReader {
  readonly #options: ReadEntries
  readonly #own: readonly Used[]
  readonly #rows: ReadonlyMap<string, readonly Used[]>
  readonly #inRows: readonly Used[]
  readonly #entry: Used | undefined
  /** Of fixed 明细行. */
  readonly #labels: ReadonlySet<string>
  readonly #done: Entry[] = []
  /** Lines that add up others and that stand among those of the entry that is begun. */
  #totals: Entry[] = []
  #begun: Begun | null = null

  constructor(options: ReadEntries) {
    this.#options = options
    const columns = new Map(targetColumns(options.target).map((column) => [column.key, column]))
    const used = options.mapping.columns.flatMap((mapped): Used[] => {
      const column = mapped.to === null ? undefined : columns.get(mapped.to)
      return column ? [{ mapped, column, path: pathOf(column.key) }] : []
    })
    this.#entry = used.find(({ column }) => column.key === ENTRY)
    this.#own = used.filter(({ column }) => !column.inRows && column.key !== ENTRY)
    this.#inRows = used.filter(({ column }) => column.inRows)
    const rows = new Map<string, Used[]>()
    for (const each of this.#inRows) {
      const [field = ''] = JSON.parse(each.column.key) as readonly string[]
      rows.set(field, [...(rows.get(field) ?? []), each])
    }
    this.#rows = rows
    this.#labels = new Set(
      options.target.fields.flatMap((field) =>
        isRows(field) ? (field.type.preset?.labels ?? []).map(plainLabel) : [],
      ),
    )
  }

  line(row: SheetRow): void {
    const isOwn = this.#own.some((used) => this.#isFilled(row, used))
    if (!isOwn && !this.#inRows.some((used) => this.#isFilled(row, used))) return
    if (this.#options.withTotals !== true && isTotalLine(row, this.#options.sheet.from1904, this.#labels)) {
      this.#totals.push(this.#total(row))
      return
    }
    const entry = this.#entry ? this.#text(row, this.#entry) : ''
    const goesOn =
      this.#begun !== null &&
      (this.#entry ? entry !== '' && entry === this.#begun.entry : this.#rows.size > 0 && !isOwn)
    if (!goesOn) this.#begin(row, entry)
    const begun = this.#begun
    if (begun === null) return
    if (goesOn) begun.lines.push(row.number)
    for (const used of this.#own) this.#ownCell(begun, row, used)
    for (const [key, used] of this.#rows) this.#rowCells(begun, row, key, used)
    this.#tooWide(begun, row)
  }

  end(): readonly Entry[] {
    this.#close()
    return this.#done
  }

  #begin(row: SheetRow, entry: string): void {
    this.#close()
    this.#begun = {
      lines: [row.number],
      entry,
      fields: new Map(),
      values: emptyValues,
      number: '',
      findings: [],
      said: new Map(),
      count: new Map(),
    }
  }

  #close(): void {
    if (this.#begun !== null) {
      const { lines, fields, values, number, findings } = this.#begun
      this.#done.push({
        lines,
        values: { ...values, fields: Object.fromEntries(fields) },
        number,
        findings,
      })
    }
    this.#done.push(...this.#totals)
    this.#begun = null
    this.#totals = []
  }

  /** What it adds up goes nowhere, so that none of its cells is read. */
  #total({ number: row }: SheetRow): Entry {
    const finding = { row, column: null, head: '', typed: '', severity: 'warn' } as const
    const findings = [{ ...finding, problem: { problem: 'total', of: this.#options.target.kind } } as const]
    return { lines: [row], values: emptyValues, number: '', findings }
  }

  #text(row: SheetRow, { mapped }: Used): string {
    return cellText(row.cells[mapped.column], this.#options.sheet.from1904).trim()
  }

  #isFilled = (row: SheetRow, { mapped }: Used): boolean => !isBlank(row.cells[mapped.column])

  #find(begun: Begun, row: SheetRow, used: Used | null, problem: FindingProblem, warns = false): void {
    begun.findings.push({
      row: row.number,
      column: used?.mapped.column ?? null,
      head: used?.mapped.head ?? '',
      typed: used ? this.#text(row, used) : '',
      severity: warns ? 'warn' : 'refuse',
      problem,
    })
  }

  #ownCell(begun: Begun, row: SheetRow, used: Used): void {
    const { key, field } = used.column
    if (!this.#isFilled(row, used)) return
    const text = this.#text(row, used)
    const first = begun.said.get(key)
    if (first !== undefined) {
      if (first !== text) this.#find(begun, row, used, { problem: 'differs', first })
      return
    }
    begun.said.set(key, text)
    const value = this.#value(begun, row, used)
    if (value === null) return
    if (field?.type.type === 'serial' || key === NUMBER) begun.number = typeof value === 'string' ? value : ''
    else if (used.path.length > 1) begun.values = setValue(begun.values, used.path, value)
    else if (!isEmptyValue(value)) begun.fields.set(used.path[0] ?? '', value)
  }

  #value(begun: Begun, row: SheetRow, used: Used): FieldValue | null {
    const { field } = used.column
    if (!field) return this.#text(row, used)
    const { sheet, names } = this.#options
    const read = convertCell(field, row.cells[used.mapped.column], sheet.from1904, names)
    if (!read.ok) {
      this.#find(begun, row, used, read.error)
      return null
    }
    const { value, doubt } = read.value
    if (doubt) this.#find(begun, row, used, { problem: 'doubt', doubt }, true)
    return value
  }

  /** One 明细行 out of one line; none where all its cells are empty. */
  #rowCells(begun: Begun, row: SheetRow, key: string, used: readonly Used[]): void {
    const field = this.#options.target.fields.find((candidate) => candidate.key === key)
    if (!field || !isRows(field)) return
    const { preset, max } = field.type
    const label = used.find(({ column }) => columnOf(column.key) === preset?.column)
    const filled = used.filter((each) => each !== label && this.#isFilled(row, each))
    const place = (begun.count.get(key) ?? 0) + 1
    if (preset) begun.count.set(key, place)
    if (filled.length === 0) return
    if (!preset) begun.count.set(key, place)
    if (place > max) {
      this.#find(begun, row, filled[0] ?? null, { problem: 'tooManyRows', label: field.label, most: max })
      return
    }
    const id = preset ? this.#presetRow(begun, row, preset.labels, label, place) : this.#options.newId()
    if (id === null) return
    for (const each of filled) {
      const value = this.#value(begun, row, each)
      if (value !== null) begun.values = setValue(begun.values, [key, id, columnOf(each.column.key)], value)
    }
  }

  #presetRow(
    begun: Begun,
    row: SheetRow,
    labels: readonly string[],
    label: Used | undefined,
    place: number,
  ): string | null {
    const typed = label && this.#isFilled(row, label) ? this.#text(row, label) : undefined
    const bare = (text: string) => text.replace(/\s/gu, '')
    const at = typed === undefined ? place : labels.findIndex((known) => bare(known) === bare(typed)) + 1
    if (at >= 1 && at <= labels.length) return presetRowId(at)
    this.#find(begun, row, label ?? null, { problem: 'notARow', typed: typed ?? '', labels })
    return null
  }

  /** Something stands to the right of the last head. */
  #tooWide(begun: Begun, row: SheetRow): void {
    const width = this.#options.mapping.columns.length
    if (row.cells.length > width && row.cells.slice(width).some((cell) => !isBlank(cell)))
      this.#find(begun, row, null, { problem: 'tooWide', columns: row.cells.length }, true)
  }
}

/** The path of a column of the record itself. */
const pathOf = (key: string): readonly string[] =>
  key.startsWith('[') ? (JSON.parse(key) as readonly string[]) : [key]

/** The column of 明细 that a target column is. */
const columnOf = (key: string): string => (JSON.parse(key) as readonly string[])[2] ?? ''
