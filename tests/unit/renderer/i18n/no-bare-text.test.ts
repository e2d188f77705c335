import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '../../../../renderer')
const han = /\p{Script=Han}/u

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('i18n'))
    .map((name) => join(folder, name))
}

/** The same in every language: the seal's sign, the program's name, and what is stamped on the paper itself. */
const sameEverywhere = new Set(['知', '知客', '作废', '样例'])

/** Every literal and every text between tags that has a Han character. */
function bareTexts(file: string, code: string): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const text =
      ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node) ? node.text : ''
    if (han.test(text) && !sameEverywhere.has(text.trim()))
      found.push(`${relative(renderer, file)}: ${text.trim()}`)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX))
  return found
}

describe('the window', () => {
  it('says nothing in Chinese that is not among the texts of its languages', () => {
    const found = sources(renderer).flatMap((file) => bareTexts(file, readFileSync(file, 'utf8')))
    expect(found).toEqual([])
  })

  it('is caught when it does', () => {
    expect(bareTexts(join(renderer, 'x.tsx'), 'const a = <p title="标题">正文</p>')).toEqual([
      'x.tsx: 标题',
      'x.tsx: 正文',
    ])
  })
})
