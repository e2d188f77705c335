import { pathKey, type Path } from '../forms/field'
import { widthOf } from './measure'
import type { LaidOutForm, LaidOutPage, Slot, TextRun } from './page'
import { MM } from './style'

/** Ink between a value and the 年, 月, % that the sheet has already, in em. */
const GAP = 0.15
/** Digits are set as small as this share of their size where the sheet leaves them less room than they need. */
const SMALLEST = 0.7

/**
 * 套打: what was filled in and nothing else, for a sheet that was printed blank before, moved by millimetres. Where that
 * sheet says 年 月 日 or a unit, the digits stand before them. `blank` is the same form laid out empty.
 */
export function overprintPages(
  filled: LaidOutForm,
  blank: LaidOutForm,
  offset: { readonly right: number; readonly down: number },
): LaidOutForm {
  const dx = offset.right * MM
  const dy = offset.down * MM
  const blankPath = samePlaces(filled, blank)
  const pages = filled.pages.map((page, index): LaidOutPage => {
    const printed = blank.pages[index]
    const values = runsByPath(page.runs.filter(({ role }) => role === 'value'))
    return {
      width: page.width,
      height: page.height,
      contentBottom: page.contentBottom,
      cells: [],
      rules: [],
      slots: [],
      images: [],
      runs: values
        .flatMap((runs) => (printed ? onPrinted(runs, page, printed, blankPath) : runs))
        .map((run) => ({ ...run, x: run.x + dx, y: run.y + dy })),
      ticks: page.ticks
        .filter(({ ticked }) => ticked)
        .map((tick) => ({ ...tick, x: tick.x + dx, y: tick.y + dy, bare: true })),
    }
  })
  return { ...filled, pages }
}

/** The runs of one field stand together: a date may be broken over two lines. */
function runsByPath(runs: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const byPath = new Map<string, TextRun[]>()
  for (const run of runs) {
    const key = run.path ? pathKey(run.path) : ''
    byPath.set(key, [...(byPath.get(key) ?? []), run])
  }
  return [...byPath.values()]
}

/**
 * Where a path of the filled form stands on the blank one. Rows have ids only where they are filled in: the first row of
 * the one answers the first of the other, and so on.
 */
function samePlaces(filled: LaidOutForm, blank: LaidOutForm): (path: Path) => string {
  const [rows, blankRows] = [rowsInOrder(filled), rowsInOrder(blank)]
  return ([field = '', ...rest]) => {
    const [row, column] = rest
    if (row === undefined || column === undefined) return pathKey([field, ...rest])
    const place = rows.get(field)?.indexOf(row) ?? -1
    return pathKey([field, blankRows.get(field)?.[place] ?? row, column])
  }
}

function rowsInOrder({ pages }: LaidOutForm): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, string[]>()
  for (const { path } of pages.flatMap(({ slots }) => slots)) {
    const [field = '', row, column] = path
    if (row === undefined || column === undefined) continue
    const known = rows.get(field) ?? []
    if (!known.includes(row)) rows.set(field, [...known, row])
  }
  return rows
}

/** What the blank sheet prints for one value: 年, 月, 日 or a unit, with the ends of the room before each. */
interface Mark {
  readonly mark: string
  readonly from: number
  readonly x: number
  readonly y: number
}

/**
 * Where a value belongs on the blank sheet: the digits of a date or a time, or a figure without its unit, before the marks
 * that are printed there; anything else in its own place there, which in a caption is not where the filled form has it.
 */
function onPrinted(
  runs: readonly TextRun[],
  filled: LaidOutPage,
  blank: LaidOutPage,
  blankPath: (path: Path) => string,
): readonly TextRun[] {
  const [first] = runs
  if (!first?.path) return runs
  const key = blankPath(first.path)
  const pattern = blank.runs.filter(({ role, path }) => role === 'label' && path && pathKey(path) === key)
  const marks = pattern.flatMap((run) => marksOf(run, blank))
  const parts = partsBefore(
    runs.map(({ text }) => text).join(''),
    marks.map(({ mark }) => mark),
  )
  if (marks.length === 0 || !parts)
    return moved(runs, slotAt(filled, pathKey(first.path)), slotAt(blank, key))
  return marks.map((mark, index) => placedBefore(mark, parts[index] ?? '', first))
}

const slotAt = ({ slots }: LaidOutPage, key: string): Slot | undefined =>
  slots.find(({ path }) => pathKey(path) === key)

function moved(runs: readonly TextRun[], from: Slot | undefined, to: Slot | undefined): readonly TextRun[] {
  if (!from || !to) return runs
  const share = { left: 0, center: 0.5, right: 1 }[from.align]
  const dx = to.x - from.x + (to.width - from.width) * share
  const dy = to.y - from.y
  return dx === 0 && dy === 0 ? runs : runs.map((run) => ({ ...run, x: run.x + dx, y: run.y + dy }))
}

function marksOf(pattern: TextRun, blank: LaidOutPage): readonly Mark[] {
  const at = (length: number): number =>
    pattern.x + widthOf(pattern.text.slice(0, length), pattern.face) * pattern.size
  let from = freeFrom(pattern, blank)
  return Array.from(pattern.text.matchAll(/[^\u3000\s]+/gu), ({ 0: mark, index }) => {
    const found = { mark, from, x: at(index), y: pattern.y }
    from = at(index + mark.length)
    return found
  })
}

/** Where the room to the left of a pattern begins: at the line of its cell, or behind the text before it. */
function freeFrom(pattern: TextRun, blank: LaidOutPage): number {
  const sameLine = blank.runs.filter(
    (run) => run !== pattern && run.x < pattern.x && Math.abs(run.y - pattern.y) < pattern.size / 2,
  )
  const cell = blank.cells.find(
    ({ x, y, width, height }) =>
      x <= pattern.x && pattern.x < x + width && y <= pattern.y && pattern.y <= y + height,
  )
  return Math.max(0, cell?.x ?? 0, ...sameLine.map(({ x, width }) => x + width))
}

/** A time is written 09:30 and stands before 时 and 分. */
const CLOCK: { readonly [mark: string]: string } = { 时: ':' }

/** What of a value stands before each mark; null where the sheet's marks are not those of the value. */
function partsBefore(text: string, marks: readonly string[]): readonly string[] | null {
  const isTime = /\d:\d\d$/.test(text)
  let rest = text
  const parts: string[] = []
  for (const mark of marks) {
    const written = isTime ? (CLOCK[mark] ?? mark) : mark
    const found = rest.indexOf(written)
    const at = found === -1 && isTime && mark === '分' ? rest.length : found
    if (at === -1) return null
    parts.push(rest.slice(0, at).trim())
    rest = rest.slice(at + written.length)
  }
  return parts
}

function placedBefore({ from, x, y }: Mark, text: string, like: TextRun): TextRun {
  const em = widthOf(text, like.face)
  const room = x - from
  const share = Math.max(SMALLEST, Math.min(1, room / ((em + 2 * GAP) * like.size)))
  const size = like.size * share
  return { ...like, text, size, y, width: em * size, x: x - (em + GAP) * size }
}

/** Whether filling the form in moved any of its cells: then a sheet printed before no longer fits under it. */
export function movedByFilling(filled: LaidOutForm, blank: LaidOutForm): boolean {
  if (filled.pages.length !== blank.pages.length) return true
  return filled.pages.some((page, index) => {
    const cells = blank.pages[index]?.cells ?? []
    return (
      page.cells.length !== cells.length ||
      page.cells.some(({ y, height }, place) => {
        const other = cells[place]
        return !other || Math.abs(other.y - y) > 0.5 || Math.abs(other.height - height) > 0.5
      })
    )
  })
}
