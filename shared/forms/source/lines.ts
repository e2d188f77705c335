import { LIMITS } from './limits'
import type { Problems } from './problem'

/** One line of the source that is neither empty nor a comment. */
export interface SourceLine {
  /** 1-based. */
  readonly number: number
  /** Spaces before the text. */
  readonly indent: number
  /** The text without the spaces around it. */
  readonly text: string
}

/** Cuts a source into its lines. A byte-order mark and Windows line ends are accepted. */
export function readLines(source: string, problems: Problems): readonly SourceLine[] {
  if (source.length > LIMITS.source) {
    problems.add(1, 1, '模板文件过大', `不超过 ${LIMITS.source} 个字符`)
    return []
  }
  const raw = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  if (raw.length > LIMITS.lines) {
    problems.add(LIMITS.lines + 1, 1, '模板行数过多', `不超过 ${LIMITS.lines} 行`)
    return []
  }
  return raw.flatMap((line, i) => readLine(line, i + 1, problems))
}

function readLine(line: string, number: number, problems: Problems): readonly SourceLine[] {
  const strange = /[\u0000-\u001F\u007F\u2028\u2029]/.exec(line)
  if (strange) {
    const tab = strange[0] === '\t'
    problems.add(
      number,
      strange.index + 1,
      tab ? '出现制表符' : '出现控制字符',
      tab ? '用空格缩进和分隔' : '可见字符',
    )
    return []
  }
  if (line.length > LIMITS.line) {
    problems.add(number, LIMITS.line + 1, '本行过长', `每行不超过 ${LIMITS.line} 个字符`)
    return []
  }
  const indent = line.length - line.replace(/^ +/, '').length
  const text = trimSpaces(line)
  return text === '' || text.startsWith('#') ? [] : [{ number, indent, text }]
}

/** Without the half-width spaces at both ends; full-width ones are meant. A space after a backslash stays. */
export function trimSpaces(text: string): string {
  let from = 0
  while (text[from] === ' ') from++
  let to = text.length
  while (to > from && text[to - 1] === ' ' && !isEscaped(text, to - 1)) to--
  return text.slice(from, to)
}

/** Whether the character at `at` stands after an odd number of backslashes. */
export function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text[at - 1 - slashes] === '\\') slashes++
  return slashes % 2 === 1
}
