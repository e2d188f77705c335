import { pathKey } from '../forms/field'
import { widthOf } from './measure'
import type { LaidOutForm, LaidOutPage, TextRun } from './page'
import { MM } from './style'

/** Ink between a value and the 年, 月, % that the sheet has already, in em. */
const GAP = 0.15

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
  const pages = filled.pages.map((page, index): LaidOutPage => {
    const printed = blank.pages[index]
    const values = page.runs.filter(({ role }) => role === 'value')
    return {
      width: page.width,
      height: page.height,
      contentBottom: page.contentBottom,
      cells: [],
      rules: [],
      slots: [],
      images: [],
      runs: values
        .flatMap((run) => (printed ? besidePrinted(run, printed) : [run]))
        .map((run) => ({ ...run, x: run.x + dx, y: run.y + dy })),
      ticks: page.ticks
        .filter(({ ticked }) => ticked)
        .map((tick) => ({ ...tick, x: tick.x + dx, y: tick.y + dy, bare: true })),
    }
  })
  return { ...filled, pages }
}

/** The digits of a date, or a figure without its unit, before the marks that the blank sheet prints. */
function besidePrinted(run: TextRun, blank: LaidOutPage): readonly TextRun[] {
  const pattern = blank.runs.find((other) => isSamePlace(run, other))
  if (!pattern) return [run]
  const marks = Array.from(pattern.text.matchAll(/[^\u3000\s]+/gu), ({ 0: mark, index }) => ({
    mark,
    x: pattern.x + widthOf(pattern.text.slice(0, index), pattern.face) * pattern.size,
  }))
  let rest = run.text
  const digits: TextRun[] = []
  for (const { mark, x } of marks) {
    const at = rest.indexOf(mark)
    if (at === -1) return [run]
    const text = rest.slice(0, at).trim()
    rest = rest.slice(at + mark.length)
    const width = widthOf(text, run.face) * run.size
    digits.push({ ...run, text, width, x: x - width - GAP * run.size })
  }
  return digits
}

/** A pattern of the same field; of rows, which have no ids on a blank sheet, one of the same column on the same line. */
function isSamePlace(run: TextRun, other: TextRun): boolean {
  if (other.role !== 'label' || !other.path || !run.path) return false
  if (pathKey(other.path) === pathKey(run.path)) return true
  const same = other.path[0] === run.path[0] && other.path.length === 3 && other.path[2] === run.path[2]
  return same && Math.abs(other.y - run.y) < run.size
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
