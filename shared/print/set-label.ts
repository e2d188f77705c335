import { fitLabel } from './break-label'
import type { Content, ContentLine, Item } from './content'
import { widthOf } from './measure'
import type { Face } from './page'
import { remembering } from './remember'
import { LABEL_LEADING, LEAST_SIZE, SIZE_STEP, TEXT_SIZE, VERTICAL_STEP } from './style'

/** Text that is printed on every sheet of a form, and the room for it in points. */
interface Label {
  readonly paragraphs: readonly string[]
  readonly width: number
  readonly face: Face
}

/** Labels of some thirty dense forms, each less than a kilobyte. */
const MOST_LABELS = 3000
const keyOf = ({ paragraphs, width, face }: Label): string => `${face} ${width} ${paragraphs.join('\n')}`

/** A printed label, broken and if need be set smaller so that it fits `width` points. */
export const setLabel = (paragraphs: readonly string[], width: number, face: Face = 'serif'): Content =>
  labelSet({ paragraphs, width, face })

const labelSet = remembering(MOST_LABELS, keyOf, ({ paragraphs, width, face }: Label): Content => {
  const { lines, size } = fitLabel(paragraphs, face, width)
  const height = size * LABEL_LEADING
  return {
    flow: 'repeat',
    lines: lines.map((text) => {
      const items: readonly Item[] =
        text.trim() === '' ? [] : [{ item: 'text', x: 0, y: 0, text, face, size, role: 'label' }]
      return { height, width: widthOf(text, face) * size, items }
    }),
  }
})

/** Upright forms of marks that lie along the line: they turn with it. */
const TURNED: Readonly<Record<string, string>> = {
  '（': '︵',
  '）': '︶',
  '(': '︵',
  ')': '︶',
  '—': '︱',
  '～': '︴',
}

/** Characters under each other; further lines stand to the left, as vertical text runs. Digits of a number stay together. */
export function setVertical(paragraphs: readonly string[], width: number): Content {
  const columns = paragraphs.map((text) => text.match(/\d{1,3}|\P{M}\p{M}*/gsu) ?? [])
  const longest = Math.max(...columns.map((column) => column.length), 1)
  const widest = Math.max(...columns.flat().map((unit) => widthOf(unit, 'serif')), 1)
  let size = TEXT_SIZE
  while (size > LEAST_SIZE && columns.length * Math.max(widest, LABEL_LEADING) * size > width)
    size -= SIZE_STEP
  const step = size * VERTICAL_STEP
  const columnWidth = Math.max(widest * size, columns.length > 1 ? size * LABEL_LEADING : 0)
  const lines: ContentLine[] = []
  for (let place = 0; place < longest; place++) {
    const items: Item[] = columns.flatMap((column, index) => {
      const unit = column[place]
      if (unit === undefined || unit.trim() === '') return []
      const text = TURNED[unit] ?? unit
      const x = (columns.length - 1 - index) * columnWidth + (columnWidth - widthOf(text, 'serif') * size) / 2
      return [{ item: 'text', x, y: 0, text, face: 'serif', size, role: 'label' }]
    })
    lines.push({ height: step, width: columnWidth * columns.length, items })
  }
  return { flow: 'repeat', lines }
}
