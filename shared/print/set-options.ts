import type { Path } from '../forms/field'
import type { Content, ContentLine, Item } from './content'
import { widthOf } from './measure'
import type { TickOption } from './options'
import { LEAST_SIZE, OPTION_GAP, SIZE_STEP, TEXT_SIZE, TICK_GAP, TICK_SIDE, VALUE_LEADING } from './style'

/** Width in em of a box with its label. */
export const tickUnitWidth = (label: string): number => TICK_SIDE + TICK_GAP + widthOf(label, 'serif')

/** A box with its label, its left edge at `x` on a line of text in `size`. */
export function tickUnit(
  option: TickOption,
  path: Path,
  x: number,
  y: number,
  size: number,
): readonly Item[] {
  const { option: name, ordinal, ticked, label } = option
  const hitWidth = tickUnitWidth(label) * size
  const labelX = x + (TICK_SIDE + TICK_GAP) * size
  return [
    { item: 'tick', x, y, side: TICK_SIDE * size, path, option: name, ordinal, ticked, hitWidth },
    { item: 'text', x: labelX, y, text: label, face: 'serif', size, role: 'label' },
  ]
}

/** Least and greatest gap between the options of a scale, in em. */
const LEAST_GAP = 0.55
const SCALE_GAP = 2.6
const MOST_FOR_SMALLER = 9

/**
 * All options of one field in a cell of its own. A scale (rating, matrix item) spreads evenly over the width, so that the
 * rows of a table stand under each other; options that do not fit on one line wrap as whole units into columns.
 */
export function setOptions(
  options: readonly TickOption[],
  path: Path,
  width: number,
  spread: boolean,
): Content {
  const units = options.map((option) => tickUnitWidth(option.label))
  const sum = units.reduce((total, unit) => total + unit, 0)
  const gaps = Math.max(1, options.length - 1)
  for (let size = TEXT_SIZE; size >= MOST_FOR_SMALLER; size -= SIZE_STEP) {
    const gap = Math.min((width / size - sum) / gaps, spread ? SCALE_GAP : OPTION_GAP)
    if (gap < LEAST_GAP && options.length > 1) continue
    return { flow: 'continue', lines: [optionLine(options, path, units, gap, size)] }
  }
  const least = sum + LEAST_GAP * gaps
  if (options.length === 1 || least * LEAST_SIZE <= width) {
    const size = options.length === 1 ? TEXT_SIZE : Math.floor((width / least) * 2) / 2
    return { flow: 'continue', lines: [optionLine(options, path, units, LEAST_GAP, size)] }
  }
  return { flow: 'continue', lines: wrapUnits(options, path, units, width / TEXT_SIZE) }
}

function optionLine(
  options: readonly TickOption[],
  path: Path,
  units: readonly number[],
  gap: number,
  size: number,
): ContentLine {
  const items: Item[] = []
  let x = 0
  options.forEach((option, index) => {
    items.push(...tickUnit(option, path, x * size, 0, size))
    x += (units[index] ?? 0) + gap
  })
  return { height: size * VALUE_LEADING, width: (x - gap) * size, items }
}

/** Columns as wide as the widest unit where that costs no line more than packing them would. */
function wrapUnits(
  options: readonly TickOption[],
  path: Path,
  units: readonly number[],
  width: number,
): readonly ContentLine[] {
  const packed: number[][] = [[]]
  let used = 0
  units.forEach((unit, index) => {
    if (used > 0 && used + unit > width) {
      packed.push([])
      used = 0
    }
    packed.at(-1)?.push(index)
    used += unit + LEAST_GAP
  })
  const column = Math.max(...units) + LEAST_GAP
  const perLine = Math.max(1, Math.floor((width + LEAST_GAP) / column))
  const inColumns = Math.ceil(options.length / perLine) <= packed.length
  const lines = inColumns
    ? Array.from({ length: Math.ceil(options.length / perLine) }, (_, line) =>
        options.map((_option, index) => index).slice(line * perLine, (line + 1) * perLine),
      )
    : packed
  return lines.map((indexes) => {
    const items: Item[] = []
    let x = 0
    for (const index of indexes) {
      const option = options[index]
      if (option) items.push(...tickUnit(option, path, x * TEXT_SIZE, 0, TEXT_SIZE))
      x += inColumns ? column : (units[index] ?? 0) + LEAST_GAP
    }
    return { height: TEXT_SIZE * VALUE_LEADING, width: Math.max(0, x - LEAST_GAP) * TEXT_SIZE, items }
  })
}
