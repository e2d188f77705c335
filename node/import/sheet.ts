import type { MergedArea, SheetCell, SheetRow } from '../../shared/import/cell'
import type { Archive } from './archive'
import type { Budget } from './budget'
import type { Shown } from './number-formats'
import { textCollector, unescaped } from './parts'
import { broken } from './stop'
import { attribute, isTrue, readXml, type Attributes } from './xml'

/** Merged areas of a sheet that are kept: more say nothing about a table. */
const MOST_MERGES = 20_000
/** Excel's own last row. */
const LAST_ROW = 1_048_576

export interface SheetEnd {
  readonly merges: readonly MergedArea[]
  readonly hiddenColumns: readonly number[]
  readonly formulas: number
  readonly withoutValue: number
}

export interface SheetContext {
  readonly name: string
  readonly strings: readonly string[]
  readonly styles: readonly Shown[]
  readonly budget: Budget
  /** Takes each line that holds anything, from top to bottom. */
  readonly row: (row: SheetRow) => void
}

/** Reads one sheet while it is unpacked. */
export async function readSheet(archive: Archive, part: string, context: SheetContext): Promise<SheetEnd> {
  const reading = new Reading(context)
  await readXml(archive, part, {
    open: (name, attributes) => {
      reading.open(name, attributes)
    },
    text: (text) => {
      reading.text(text)
    },
    close: (name) => {
      reading.close(name)
    },
  })
  return reading.end()
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  formula: boolean
  value: string | null
}

class Reading {
  readonly #context: SheetContext
  readonly #merges: MergedArea[] = []
  readonly #hidden: number[] = []
  readonly #inline = textCollector()
  #formulas = 0
  #withoutValue = 0
  #number = 0
  #isHidden = false
  #cells: (SheetCell | null)[] = []
  #column = -1
  #cell: OpenCell | null = null
  #in: 'v' | 'is' | null = null

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        return this.#openRow(attributes)
      case 'c':
        return this.#openCell(attributes)
      case 'f':
        if (this.#cell) this.#cell.formula = true
        return
      case 'v':
        if (this.#cell) this.#in = 'v'
        return
      case 'is':
        this.#in = 'is'
        this.#inline.begin()
        return
      case 'col':
        return this.#noteColumns(attributes)
      case 'mergeCell':
        return this.#noteMerge(attribute(attributes, 'ref') ?? '')
      default:
        if (this.#in === 'is') this.#inline.open(name)
    }
  }

  text(text: string): void {
    if (this.#in === 'is') this.#inline.text(text)
    else if (this.#in === 'v' && this.#cell) this.#cell.value = (this.#cell.value ?? '') + text
  }

  close(name: string): void {
    if (name === 'v') this.#in = null
    else if (name === 'is') {
      this.#in = null
      if (this.#cell) this.#cell.value = this.#inline.end()
    } else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else if (this.#in === 'is') this.#inline.close(name)
  }

  end(): SheetEnd {
    return {
      merges: this.#merges,
      hiddenColumns: this.#hidden,
      formulas: this.#formulas,
      withoutValue: this.#withoutValue,
    }
  }

  #openRow(attributes: Attributes): void {
    const said = attribute(attributes, 'r')
    const number = said === undefined ? this.#number + 1 : Number(said)
    if (!Number.isInteger(number) || number <= this.#number || number > LAST_ROW) throw broken('行号不对')
    this.#number = number
    this.#isHidden = isTrue(attribute(attributes, 'hidden'))
    this.#cells = []
    this.#column = -1
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return
    this.#context.budget.row(this.#cells.length)
    this.#context.row({ number: this.#number, hidden: this.#isHidden, cells: this.#cells })
    this.#cells = []
  }

  #openCell(attributes: Attributes): void {
    const said = attribute(attributes, 'r')
    this.#column = said === undefined ? this.#column + 1 : columnOf(said)
    this.#cell = {
      column: this.#column,
      type: attribute(attributes, 't') ?? 'n',
      style: Number(attribute(attributes, 's') ?? 0),
      formula: false,
      value: null,
    }
  }

  #closeCell(): void {
    const open = this.#cell
    this.#cell = null
    this.#in = null
    if (open === null) return
    if (open.formula) this.#formulas++
    const cell = this.#cellOf(open)
    if (cell === null) return
    const { budget, name } = this.#context
    budget.cell(open.column)
    if (cell.cell === 'text') {
      const { length } = cell.text
      budget.textOfCell(length, name, this.#number)
      // The shared texts themselves were counted where they were read.
      if (open.type === 's') budget.sharedText(length)
      else budget.text(length)
    }
    if (cell.cell === 'noValue') this.#withoutValue++
    while (this.#cells.length < open.column) this.#cells.push(null)
    this.#cells[open.column] = cell
  }

  #cellOf({ type, value, formula, style }: OpenCell): SheetCell | null {
    if (value === null || (value === '' && type !== 'str' && type !== 'inlineStr'))
      return formula ? { cell: 'noValue' } : null
    const from = formula ? ({ formula: true } as const) : {}
    switch (type) {
      case 's':
        return textCell(this.#context.strings[Number(value)] ?? null, from)
      case 'str':
        return textCell(unescaped(value), from)
      case 'inlineStr':
        return textCell(value, from)
      case 'b':
        return { cell: 'boolean', value: isTrue(value), ...from }
      case 'e':
        return { cell: 'error', text: value.slice(0, 40), ...from }
      case 'd':
        return textCell(
          value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace(/(T\d\d:\d\d)(?::\d.*)?$/, '$1'),
          from,
        )
      default:
        return this.#numberCell(value.trim(), style, from)
    }
  }

  #numberCell(value: string, style: number, from: { readonly formula?: true }): SheetCell {
    if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4})?$/.test(value) || value.length > 60)
      return { cell: 'text', text: value, ...from }
    const shown = this.#context.styles[style]
    return {
      cell: 'number',
      number: value,
      shows: shown?.shows ?? 'plain',
      ...(shown?.digits === undefined ? {} : { digits: shown.digits }),
      ...from,
    }
  }

  #noteColumns(attributes: Attributes): void {
    if (!isTrue(attribute(attributes, 'hidden'))) return
    const first = Number(attribute(attributes, 'min'))
    const last = Math.min(Number(attribute(attributes, 'max')), this.#context.budget.limits.columns)
    for (let column = first; column <= last && this.#hidden.length < 20_000; column++)
      if (column >= 1) this.#hidden.push(column - 1)
  }

  #noteMerge(ref: string): void {
    const [, first = '', last = ''] = /^([A-Z]{1,3}[1-9]\d{0,6}):([A-Z]{1,3}[1-9]\d{0,6})$/.exec(ref) ?? []
    if (first === '' || this.#merges.length >= MOST_MERGES) return
    const row = (place: string) => Number(place.replace(/^[A-Z]+/, ''))
    this.#merges.push({
      top: Math.min(row(first), row(last)),
      bottom: Math.max(row(first), row(last)),
      left: Math.min(columnOf(first), columnOf(last)),
      right: Math.max(columnOf(first), columnOf(last)),
    })
  }
}

/** Nothing for a shared text that the file does not have. */
function textCell(text: string | null, from: { readonly formula?: true }): SheetCell | null {
  if (text === null) return null
  return text === '' && from.formula === undefined ? null : { cell: 'text', text, ...from }
}

/** `AB12` → 27. */
function columnOf(ref: string): number {
  const letters = /^[A-Z]{1,3}(?=[1-9]\d{0,6}$)/.exec(ref)?.[0]
  if (letters === undefined) throw broken('单元格的位置不对')
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
