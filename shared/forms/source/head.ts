import type { FormKind, Paper, Template } from '../template'
import type { LineCursor } from './cursor'
import { LIMITS } from './limits'
import type { Problems } from './problem'

/** What a form is, without what stands on it. Every template is one too. */
export type FormHead = Pick<
  Template,
  'code' | 'version' | 'name' | 'title' | 'module' | 'kind' | 'paper' | 'pages'
>

export const HEAD_WORDS = ['form', 'name', 'title', 'module', 'kind', 'version', 'paper', 'pages'] as const
export type HeadWord = (typeof HEAD_WORDS)[number]
export const isHeadWord = (word: string): word is HeadWord => (HEAD_WORDS as readonly string[]).includes(word)

const KINDS = ['record', 'list', 'survey', 'stats'] as const satisfies readonly FormKind[]
const SIZES = ['A3', 'A4', 'B5', '16K'] as const satisfies readonly Paper['size'][]
const MOST_PAGES = 20
const MOST_VERSION = 9999

/** Reads the lines before `fields`: each word at most once, form, name, module and kind always. */
export class HeadReader {
  private readonly seen = new Map<HeadWord, string>()
  private kind: FormKind = 'record'
  private paper: Paper = { size: 'A4', orientation: 'portrait' }
  private version = 1
  private pages = 1

  constructor(private readonly problems: Problems) {}

  read(word: HeadWord, cursor: LineCursor): void {
    const { text, column } = cursor.rest()
    const at = cursor.number
    if (this.seen.has(word)) return this.problems.add(at, 1, `“${word}”重复`, `每个表头项只写一次`)
    this.seen.set(word, text)
    if (text === '') return this.problems.add(at, column, `“${word}”后面没有内容`, EXPECTED[word])
    if (text.length > LIMITS.text)
      return this.problems.add(at, column, '文字过长', `不超过 ${LIMITS.text} 个字符`)
    switch (word) {
      case 'kind': {
        const kind = KINDS.find((candidate) => candidate === text)
        if (kind) this.kind = kind
        else this.problems.add(at, column, `不认识的表单种类“${text}”`, EXPECTED.kind)
        return
      }
      case 'paper': {
        const [name, orientation = 'portrait', ...more] = text.split(/ +/)
        const size = SIZES.find((candidate) => candidate === name)
        if (size && (orientation === 'portrait' || orientation === 'landscape') && more.length === 0) {
          this.paper = { size, orientation }
        } else this.problems.add(at, column, `不认识的纸张“${text}”`, EXPECTED.paper)
        return
      }
      case 'version':
        this.version = this.whole(text, MOST_VERSION, at, column, EXPECTED.version)
        return
      case 'pages':
        this.pages = this.whole(text, MOST_PAGES, at, column, EXPECTED.pages)
        return
      case 'form':
      case 'name':
      case 'title':
      case 'module':
    }
  }

  /** What was read; missing words are reported at the line where the head ends. */
  finish(line: number): FormHead {
    for (const word of ['form', 'name', 'module', 'kind'] as const) {
      if (!this.seen.has(word)) this.problems.add(line, 1, `表头缺少“${word}”`, EXPECTED[word])
    }
    const name = this.seen.get('name') ?? ''
    return {
      code: this.seen.get('form') ?? '',
      version: this.version,
      name,
      title: this.seen.get('title') ?? name,
      module: this.seen.get('module') ?? '',
      kind: this.kind,
      paper: this.paper,
      pages: this.pages,
    }
  }

  private whole(text: string, most: number, line: number, column: number, expected: string): number {
    const value = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0
    if (value < 1 || value > most) this.problems.add(line, column, `“${text}”不是合适的数`, expected)
    return value
  }
}

const EXPECTED: { readonly [word in HeadWord]: string } = {
  form: 'form 后写表单编号，如 form KHTS-BD-001',
  name: 'name 后写表单名称',
  title: 'title 后写印在表头的标题',
  module: 'module 后写所属模块，如 客户投诉',
  kind: `kind 后写 ${KINDS.join('、')} 之一`,
  version: `1 到 ${MOST_VERSION} 的整数`,
  paper: `纸张 ${SIZES.join('、')} 之一，后可写 portrait 或 landscape`,
  pages: `1 到 ${MOST_PAGES} 的整数`,
}
