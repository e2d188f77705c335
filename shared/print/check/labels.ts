import type { Template } from '../../forms/template'
import { emptyValues } from '../../forms/values'
import { breakOffsets } from '../break-text'
import type { SheetContext } from '../field-text'
import { setGrid, type SetCell } from '../grid'
import { insideShorter, insideWords } from '../label-words'
import { pageShape } from '../style'
import type { SheetProblem } from './problem'

/** Labels that are broken inside a word. */
export function labelProblems(template: Template): readonly SheetProblem[] {
  const sheet: SheetContext = { template, values: emptyValues, mode: 'blank', spareRow: false, rowScale: 1 }
  const { left, right } = pageShape(template.paper)
  return template.body.flatMap((block, index) =>
    block.block === 'grid' ? setGrid(sheet, block, index, right - left).cells.flatMap(cellProblems) : [],
  )
}

function cellProblems({ cell, content }: SetCell): readonly SheetProblem[] {
  if (cell.lines.flat().some(({ piece }) => piece !== 'text') || cell.vertical) return []
  const items = content.lines.flatMap((line) => line.items)
  const texts = items.flatMap((item) => (item.item === 'text' ? [item.text] : []))
  const word = breakInsideWord(texts, cell.lines.length > 1)
  if (word === null) return []
  const message = `标签“${texts.join('／')}”断在词“${word}”当中，应加宽这一列或用 // 指明断处`
  return [{ fault: 'brokenLabel', state: 'blank', message }]
}

/** Longer words are compounds: 统一社会信用代码 may be broken where the template says so. */
const COMPOUND = 4

/**
 * The word that a label's lines break; null when they end between words. One character a line is a way to write.
 * Where the template itself says where to break, only the form-makers' own words count: a dictionary may read wrongly.
 */
export function breakInsideWord(lines: readonly string[], chosen: boolean): string | null {
  const parts = lines.map((line) => line.replace(/[ \u3000]/gu, '')).filter((line) => line !== '')
  if (parts.length < 2 || parts.every((part) => Array.from(part.replace(/\d+/gu, '0')).length === 1))
    return null
  const joined = parts.join('')
  const allowed = new Set(breakOffsets(joined))
  const inside = chosen ? insideShorter(joined, COMPOUND) : insideWords(joined)
  const dictionary = chosen ? [] : wordsAround(joined)
  let at = 0
  for (const part of parts.slice(0, -1)) {
    at += part.length
    const word = dictionary.find(({ from, to }) => from < at && at < to)
    if (word) return joined.slice(word.from, word.to)
    if (inside.has(at) || (!chosen && !allowed.has(at))) return joined.slice(Math.max(0, at - 2), at + 2)
  }
  return null
}

/** Words of two characters or more that a dictionary of Chinese knows (Unicode's, in every JavaScript engine). */
function wordsAround(text: string): readonly { readonly from: number; readonly to: number }[] {
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)
  return Array.from(segments, ({ index, segment }) => ({ from: index, to: index + segment.length })).filter(
    ({ from, to }) => to - from > 1,
  )
}
