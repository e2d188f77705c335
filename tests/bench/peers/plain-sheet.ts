import type { Face, LaidCell, LaidOutForm, LaidOutPage, TextRun } from '../../../shared/print/page'

/**
 * A filled form as anybody's program could be given it: tables of cells with spans and texts, and what stands around them. Peers
 * and limits set the same cells from it; each breaks and places the texts itself. Lengths in points.
 */
export interface PlainSheet {
  readonly pages: readonly PlainPage[]
}

export interface PlainPage {
  readonly width: number
  readonly height: number
  readonly tables: readonly PlainTable[]
  /** Outside of tables: title, signatures, page number. */
  readonly texts: readonly PlainText[]
}

export interface PlainTable {
  readonly x: number
  readonly y: number
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  readonly cells: readonly PlainCell[]
}

export interface PlainCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly size: number
  readonly face: PlainFace
}

export interface PlainText {
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly text: string
  readonly size: number
  readonly face: PlainFace
}

/** The rare face stands in for single characters only: peers take the sans for it. */
export type PlainFace = Exclude<Face, 'rare'>

export function plainSheet(form: LaidOutForm): PlainSheet {
  return { pages: form.pages.map(plainPage) }
}

function plainPage({ width, height, cells, runs, ticks }: LaidOutPage): PlainPage {
  const boxes = ticks.map((tick): TextRun => ({
    x: tick.x,
    y: tick.y + tick.height,
    text: tick.ticked ? '■' : '□',
    face: 'sans',
    size: tick.width,
    width: tick.width,
    spacing: 0,
    role: 'label',
  }))
  const all = [...runs, ...boxes]
  const blocks = [...new Set(cells.map(({ block }) => block))]
  const tables = blocks.map((block) =>
    plainTable(
      cells.filter((cell) => cell.block === block),
      all,
    ),
  )
  const isInside = (run: TextRun) => cells.some((cell) => holds(cell, run))
  const texts = all
    .filter((run) => !isInside(run))
    .map(({ x, y, text, size, face }) => ({ x, y, text, size, face: plainFace(face) }))
  return { width, height, tables, texts }
}

function plainTable(cells: readonly LaidCell[], runs: readonly TextRun[]): PlainTable {
  const across = edges(cells.flatMap(({ x, width }) => [x, x + width]))
  const down = edges(cells.flatMap(({ y, height }) => [y, y + height]))
  const plain = cells.map((cell): PlainCell => {
    const column = placeOf(across, cell.x)
    const row = placeOf(down, cell.y)
    const own = runs.filter((run) => holds(cell, run))
    return {
      row,
      column,
      rowSpan: placeOf(down, cell.y + cell.height) - row,
      columnSpan: placeOf(across, cell.x + cell.width) - column,
      text: linesOf(own),
      size: own[0]?.size ?? 10,
      face: plainFace(own[0]?.face ?? 'serif'),
    }
  })
  return { x: across[0] ?? 0, y: down[0] ?? 0, columns: gaps(across), rows: gaps(down), cells: plain }
}

const plainFace = (face: Face): PlainFace => (face === 'rare' ? 'sans' : face)

const holds = (cell: LaidCell, { x, y }: TextRun): boolean =>
  x >= cell.x - 0.5 && x < cell.x + cell.width && y > cell.y && y <= cell.y + cell.height + 0.5

/** The texts of a cell, from left to right and from top to bottom, a line of the sheet each. */
function linesOf(runs: readonly TextRun[]): string {
  const lines = new Map<number, TextRun[]>()
  for (const run of runs) {
    const line = Math.round(run.y)
    lines.set(line, [...(lines.get(line) ?? []), run])
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, line]) =>
      line
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n')
}

/** Distinct places in order; nearer than half a point is the same one. */
function edges(places: readonly number[]): readonly number[] {
  const kept: number[] = []
  for (const place of [...places].sort((a, b) => a - b)) {
    if (place - (kept.at(-1) ?? -Infinity) > 0.5) kept.push(place)
  }
  return kept
}

const placeOf = (kept: readonly number[], place: number): number =>
  kept.findIndex((edge) => Math.abs(edge - place) <= 0.5)

const gaps = (kept: readonly number[]): readonly number[] =>
  kept.slice(1).map((edge, at) => edge - (kept[at] ?? 0))
