import { splitByFace } from './measure'
import type { Box, Face, ImageBox, LaidCell, LaidOutPage, RuleLine, Slot, TextRun, TickBox } from './page'

/** A page while it is being set. Names the characters that no font has. */
export class SheetBuilder {
  readonly cells: LaidCell[] = []
  readonly rules: RuleLine[] = []
  readonly runs: TextRun[] = []
  readonly ticks: TickBox[] = []
  readonly slots: Slot[] = []
  readonly images: ImageBox[] = []

  constructor(private readonly missing: Set<string>) {}

  /** Sets one line of text with its left end at `x` and its baseline at `y`; `spacing` in points after each character. */
  text(
    x: number,
    y: number,
    text: string,
    style: { readonly face: Face; readonly size: number; readonly spacing?: number },
    from: Pick<TextRun, 'role' | 'path'>,
  ): void {
    const { face, size, spacing = 0 } = style
    const split = splitByFace(text, face)
    for (const character of split.missing) this.missing.add(character)
    for (const run of split.runs) {
      this.runs.push({
        x: x + run.offset * size + run.before * spacing,
        y,
        text: run.text,
        face: run.face,
        size,
        width: run.width * size + run.count * spacing,
        spacing,
        role: from.role,
        ...(from.path && { path: from.path }),
      })
    }
  }

  /** Takes over what was set apart. */
  take(other: SheetBuilder): void {
    for (const character of other.missing) this.missing.add(character)
    this.rules.push(...other.rules)
    this.runs.push(...other.runs)
    this.ticks.push(...other.ticks)
    this.slots.push(...other.slots)
  }

  finish(page: Pick<LaidOutPage, 'width' | 'height' | 'contentBottom' | 'stamp'>): LaidOutPage {
    const { cells, rules, runs, ticks, slots, images } = this
    return { ...page, cells, rules, runs, ticks, slots, images }
  }
}

/** The smallest box around all of them. */
export function boxAround(boxes: readonly Box[]): Box {
  let x = Infinity
  let y = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const box of boxes) {
    x = Math.min(x, box.x)
    y = Math.min(y, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return { x, y, width: right - x, height: bottom - y }
}
