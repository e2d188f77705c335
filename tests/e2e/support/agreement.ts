import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  computeFields,
  findField,
  formatValue,
  getValue,
  parseTemplate,
  parseValues,
} from '../../../shared/forms'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import type { FormJson, Grid, GridBox, GridCell, GridLine, GridPage } from './command-line'
import { MM_PER_POINT, type DrawnPage, type DrawnText, type Stroke } from './pdf-drawing'
import { squeezed } from './zhike'

/** Millimetres: what the eye, a ruler and an office printer do not tell apart. */
const TOLERANCE = 0.3
/** Points: under this nobody reads it on paper. */
const LEAST_SIZE = 8
/** Ink of a CJK letter over and under its baseline, as a share of its size. */
const ASCENT = 0.86
const DESCENT = 0.12

const catalogue = join(import.meta.dirname, '../../../shared/catalogue')

/** A form as its author wrote it, read on our own from the source. */
export interface PaperForm {
  readonly template: Template
  /** The labels that stand in cells of their own, as they read without white space. */
  readonly labels: readonly string[]
}

export function paperForm(code: string): PaperForm {
  const source = readFileSync(join(catalogue, code.slice(0, 4), `${code}.form`), 'utf8')
  const parsed = parseTemplate(source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  const rows = source.split('\n').filter((line) => line.trim().startsWith('|'))
  // `|=` begins a row of heads.
  const cells = rows.flatMap((line) => line.trim().replace(/^\|=/, '|').split('|').slice(1, -1))
  const labels = cells
    .map((cell) =>
      squeezed(cell)
        .replaceAll('//', '')
        .replace(/^↓/, '')
        .replace(/\{.*\}$/, ''),
    )
    .filter((cell) => cell !== '' && !/[<^[]/.test(cell))
  return { template: parsed.value, labels }
}

export const formCodes = (): readonly string[] =>
  readdirSync(catalogue, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.form'))
    .map((path) => path.slice(path.lastIndexOf('/') + 1, -'.form'.length))

/** The values of a form's JSON, with what the form computes from them. */
export function valuesOf(template: Template, json: FormJson): FormValues {
  const parsed = parseValues(template, json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return computeFields(template, parsed.value, { today: '2026-11-21' })
}

/** What is wrong with how a PDF draws a grid; empty when every line, label, value and tick stands where it belongs. */
export function faultsOfPdf(
  pages: readonly DrawnPage[],
  grid: Grid,
  form: PaperForm,
  values: FormJson | null,
): readonly string[] {
  if (pages.length !== grid.pages.length) {
    return [`${String(pages.length)} pages instead of ${String(grid.pages.length)}`]
  }
  const each = pages.flatMap((page, at) => {
    const laid = grid.pages[at]
    if (!laid) return []
    const faults = [
      ...page.unseen.map((text) => `not visible: ${text}`),
      ...faultsOfLines(page.strokes, laid),
      ...faultsOfTicks(page.strokes, laid),
      ...page.texts.flatMap((text) => faultsOfText(text, laid)),
    ]
    return faults.map((fault) => `page ${String(at + 1)}: ${fault}`)
  })
  return [
    ...each,
    ...missingLabels(pages, grid, form),
    ...(values ? missingValues(pages, grid, form, values) : []),
  ]
}

const close = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE
const near = (a: GridLine, b: GridLine) =>
  close(a.x1, b.x1) && close(a.y1, b.y1) && close(a.x2, b.x2) && close(a.y2, b.y2)
const contains = (box: GridBox, x: number, y: number, slack = TOLERANCE) =>
  x >= box.x - slack &&
  x <= box.x + box.width + slack &&
  y >= box.y - slack &&
  y <= box.y + box.height + slack
const inBox = (box: GridBox, stroke: Stroke) =>
  contains(box, stroke.x1, stroke.y1) && contains(box, stroke.x2, stroke.y2)
const place = ({ x1, y1, x2, y2 }: GridLine) =>
  `${x1.toFixed(2)},${y1.toFixed(2)} – ${x2.toFixed(2)},${y2.toFixed(2)}`

/** Both ways: no line of the grid is missing, and the paper has no line that the grid does not know. */
function faultsOfLines(strokes: readonly Stroke[], page: GridPage): readonly string[] {
  const lines = strokes.filter((stroke) => !page.ticks.some((tick) => inBox(tick, stroke)))
  return [
    ...page.lines.filter((line) => !lines.some((it) => near(it, line))).map((it) => `no line ${place(it)}`),
    ...lines
      .filter((line) => !page.lines.some((it) => near(it, line)))
      .map((it) => `a line too many ${place(it)}`),
  ]
}

/** A box is four strokes; √ is drawn when one runs neither level nor upright. */
function faultsOfTicks(strokes: readonly Stroke[], page: GridPage): readonly string[] {
  return page.ticks.flatMap((tick) => {
    const inside = strokes.filter((stroke) => inBox(tick, stroke))
    const sloping = inside.filter(({ x1, y1, x2, y2 }) => Math.abs(x1 - x2) > 0.1 && Math.abs(y1 - y2) > 0.1)
    const name = `${tick.path.join('.')}=${tick.option}`
    if (inside.length - sloping.length < 4) return [`no tick box ${name}`]
    return sloping.length > 0 === tick.ticked ? [] : [`${name} is ${tick.ticked ? 'not ticked' : 'ticked'}`]
  })
}

/** Big enough to read, on the sheet, and in one cell only: the one that its middle lies in. */
function faultsOfText(text: DrawnText, page: GridPage): readonly string[] {
  const height = text.size * MM_PER_POINT
  const top = text.baseline - ASCENT * height
  const bottom = text.baseline + DESCENT * height
  const right = text.x + text.width
  const faults = text.size < LEAST_SIZE - 0.01 ? [`${text.text} is set in ${text.size.toFixed(1)} pt`] : []
  const cell = cellAround(page, text)
  const box = cell ?? { x: 0, y: 0, width: page.width, height: page.height }
  const within = contains(box, text.x, top) && contains(box, right, bottom)
  if (!within) faults.push(`${text.text} leaves its box`)
  return faults
}

function cellAround(page: GridPage, text: DrawnText): GridCell | undefined {
  const x = text.x + text.width / 2
  const y = text.baseline - 0.37 * text.size * MM_PER_POINT
  return page.cells.find((cell) => contains(cell, x, y, 0))
}

/** All that is written in a box, read line by line, without white space. */
function textIn(page: DrawnPage, box: GridBox): string {
  const inside = page.texts.filter((text) =>
    contains(box, text.x + text.width / 2, text.baseline - 0.37 * text.size * MM_PER_POINT, 0),
  )
  const lines = [...inside].sort((a, b) =>
    close(a.baseline, b.baseline) ? a.x - b.x : a.baseline - b.baseline,
  )
  return squeezed(lines.map((text) => text.text).join(''))
}

function missingLabels(pages: readonly DrawnPage[], grid: Grid, form: PaperForm): readonly string[] {
  const written = pages.flatMap((page, at) =>
    (grid.pages[at]?.cells ?? []).filter((cell) => cell.kind === 'label').map((cell) => textIn(page, cell)),
  )
  const everything = pages.flatMap((page) => page.texts.map((text) => squeezed(text.text))).join('|')
  const chrome = [form.template.title, form.template.code].map(squeezed)
  const rest = [...written]
  const missing = form.labels.filter((label) => {
    // The parts of a diagonal head stand above one another.
    const parts = label.split('╲')
    const at =
      parts.length === 1
        ? rest.indexOf(label)
        : rest.findIndex((text) => parts.every((part) => text.includes(part)))
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [
    ...missing.map((label) => `no label ${label}`),
    ...chrome.filter((text) => !everything.includes(text)).map((text) => `no ${text}`),
  ]
}

/** Each value in the cell where it is filled in; a text over two pages is read on. */
function missingValues(
  pages: readonly DrawnPage[],
  grid: Grid,
  form: PaperForm,
  json: FormJson,
): readonly string[] {
  const values = valuesOf(form.template, json)
  const boxes = new Map<string, { path: readonly string[]; text: string }>()
  grid.pages.forEach((laid, at) => {
    const page = pages[at]
    for (const slot of laid.slots) {
      if (slot.kind === 'ticks' || slot.kind === 'ink' || !page) continue
      const { path } = slot
      const middle = { x: slot.x + slot.width / 2, y: slot.y + slot.height / 2 }
      const box = laid.cells.find((cell) => contains(cell, middle.x, middle.y, 0)) ?? slot
      const key = JSON.stringify(slot.path)
      boxes.set(key, { path, text: (boxes.get(key)?.text ?? '') + textIn(page, box) })
    }
  })
  const faults = [...boxes.values()].flatMap(({ path, text }) => {
    const field = findField(form.template, path)
    const value = getValue(values, path)
    if (!field || value === undefined) return []
    const wanted = squeezed(formatValue(field, value))
    return text.includes(wanted) ? [] : [`${path.join('.')}: no ${wanted} in ${text}`]
  })
  const places = new Set(grid.pages.flatMap(({ slots }) => slots.map(({ path }) => path[0])))
  const unprinted = Object.keys(values.fields).filter((key) => !places.has(key))
  return [...faults, ...unprinted.map((key) => `no place for ${key}`)]
}

/** Where the cells of two drawings of the same grid differ by more than the tolerance. */
export function faultsOfCells(shown: readonly (readonly GridCell[])[], grid: Grid): readonly string[] {
  return grid.pages.flatMap((page, at) => {
    const cells = new Map((shown[at] ?? []).map((cell) => [cellName(cell), cell]))
    const extra = [...cells.keys()].filter((name) => !page.cells.some((cell) => cellName(cell) === name))
    const wrong = page.cells.flatMap((cell) => {
      const it = cells.get(cellName(cell))
      if (!it) return [`no cell ${cellName(cell)}`]
      const agrees =
        close(it.x, cell.x) &&
        close(it.y, cell.y) &&
        close(it.width, cell.width) &&
        close(it.height, cell.height)
      return agrees ? [] : [`cell ${cellName(cell)} stands elsewhere`]
    })
    return [...wrong, ...extra.map((name) => `a cell too many ${name}`)]
  })
}

const cellName = ({ block, row, column }: Pick<GridCell, 'block' | 'row' | 'column'>) =>
  `${String(block)}.${String(row)}.${String(column)}`
