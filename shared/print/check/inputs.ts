import { pathKey, type Field, type Path } from '../../forms/field'
import { isRows, optionsOf } from '../../forms/field-types'
import type { Template } from '../../forms/template'
import { presetRowId } from '../../forms/values/access'
import type { LaidOutForm, Slot } from '../page'
import { MM } from '../style'
import type { SheetProblem } from './problem'

/** Millimetres that a pen needs: one line to write on, one of several in a cell, and the narrowest blank. */
const LINE = 7
const LINE_OF_SEVERAL = 5.2
const BLANK = 5

/** Every input of the blank sheet stands there exactly once, high and wide enough for a pen. */
export function inputProblems(template: Template, blank: LaidOutForm): readonly SheetProblem[] {
  return [...drawnOnce(template, blank), ...blank.pages.flatMap((page, index) => pen(page.slots, index + 1))]
}

function drawnOnce(template: Template, blank: LaidOutForm): readonly SheetProblem[] {
  const slots = count(
    blank.pages
      .flatMap((page) => page.slots.filter(({ kind }) => kind !== 'ticks'))
      .map(({ path }) => pathKey(path)),
  )
  const ticks = count(
    blank.pages.flatMap((page) => page.ticks).map(({ path, option }) => tickKey(path, option)),
  )
  const wrong: SheetProblem[] = []
  const see = (times: number, name: string): void => {
    if (times === 1) return
    const message = times === 0 ? `“${name}”没有排在纸上` : `“${name}”排了 ${times} 次`
    wrong.push({ fault: times === 0 ? 'undrawn' : 'drawnTwice', state: 'blank', message })
  }
  for (const [field, path, name] of inputsOf(template)) {
    const options = optionsOf(field.type)
    if (options.length === 0) see(slots.get(pathKey(path)) ?? 0, name)
    const alone = field.type.type === 'yesNo' && !ticks.has(tickKey(path, '否'))
    for (const option of alone ? options.slice(0, 1) : options)
      see(ticks.get(tickKey(path, option)) ?? 0, `${name}：${option}`)
  }
  return wrong
}

const tickKey = (path: Path, option: string): string => `${pathKey(path)} ${option}`

function count(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Everything that a blank sheet asks for, with where it stands and what it is called. */
function* inputsOf(template: Template): Generator<readonly [Field, Path, string]> {
  for (const field of template.fields) {
    const { key, label, type } = field
    if (isRows(field)) {
      const { columns, printed, preset } = field.type
      for (let place = 1; place <= printed; place++) {
        for (const column of columns) {
          if (preset?.column === column.key) continue
          const row = preset ? presetRowId(place) : `+${place}`
          yield [column, [key, row, column.key], `${label}第 ${place} 行${column.label}`]
        }
      }
    } else if (type.type === 'matrix') {
      for (const item of type.items) yield [field, [key, item], `${label}：${item}`]
    } else yield [field, [key], label]
  }
}

function pen(slots: readonly Slot[], page: number): readonly SheetProblem[] {
  const inCell = new Map<string, number>()
  const cellKey = ({ cell }: Slot): string => `${cell.x} ${cell.y}`
  const written = slots.filter(({ kind }) => kind === 'text' || kind === 'ink')
  for (const slot of written) {
    const lines = new Set(
      written.filter((other) => cellKey(other) === cellKey(slot)).map(({ y }) => Math.round(y)),
    )
    inCell.set(cellKey(slot), lines.size)
  }
  return written.flatMap((slot): readonly SheetProblem[] => {
    const name = pathKey(slot.path)
    const lines = inCell.get(cellKey(slot)) ?? 1
    const height = slot.cell.height / lines / MM
    const least = lines === 1 ? LINE : LINE_OF_SEVERAL
    const inTable = slot.cell.height > slot.lineHeight + 1
    const found: SheetProblem[] = []
    if (inTable && height < least - 0.01) {
      const message = `填写处“${name}”只有 ${height.toFixed(1)} 毫米高，应至少 ${least} 毫米`
      found.push({ fault: 'low', state: 'blank', page, message })
    }
    if (slot.width < BLANK * MM - 0.01) {
      const message = `填写处“${name}”只有 ${(slot.width / MM).toFixed(1)} 毫米宽，应至少 ${BLANK} 毫米`
      found.push({ fault: 'narrow', state: 'blank', page, message })
    }
    return found
  })
}
