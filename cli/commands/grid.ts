import { emptyValues, type FormValues } from '../../shared/forms/values'
import { layoutForm } from '../../shared/print'
import type { Box, LaidOutPage } from '../../shared/print/page'
import type { CliContext } from '../context'
import { formNamed, readValues } from '../input'

const MM_PER_POINT = 25.4 / 72

/** Millimetres to the hundredth: finer than any printer. */
const mm = (points: number): number => Math.round(points * MM_PER_POINT * 100) / 100

const boxInMm = ({ x, y, width, height }: Box) => ({
  x: mm(x),
  y: mm(y),
  width: mm(width),
  height: mm(height),
})

/** `grid CODE --json [--data FILE]`: the laid-out boxes in millimetres from the page's top left corner. */
export function gridCommand(code: string, data: string | undefined, context: CliContext): void {
  const { template } = formNamed(code)
  const values: FormValues = data === undefined ? emptyValues : readValues(template, data, context.now())
  const mode = data === undefined ? 'blank' : 'filled'
  const { pages } = layoutForm({ template, values, letterhead: { firm: '' }, mode })
  const grid = { code, unit: 'mm', mode, pages: pages.map(describePage) }
  context.write(`${JSON.stringify(grid, null, 2)}\n`)
}

function describePage(page: LaidOutPage) {
  return {
    width: mm(page.width),
    height: mm(page.height),
    cells: page.cells.map((cell) => ({
      block: cell.block,
      row: cell.row,
      column: cell.column,
      kind: cell.kind,
      ...boxInMm(cell),
    })),
    lines: page.rules.map(({ x1, y1, x2, y2, width }) => ({
      x1: mm(x1),
      y1: mm(y1),
      x2: mm(x2),
      y2: mm(y2),
      width: mm(width),
    })),
    texts: page.runs.map(({ x, y, text, size, width, role }) => ({
      x: mm(x),
      baseline: mm(y),
      width: mm(width),
      points: size,
      role,
      text,
    })),
    ticks: page.ticks.map((tick) => ({
      path: tick.path,
      option: tick.option,
      ticked: tick.ticked,
      ...boxInMm(tick),
    })),
    slots: page.slots.map((slot) => ({ path: slot.path, kind: slot.kind, ...boxInMm(slot) })),
  }
}
