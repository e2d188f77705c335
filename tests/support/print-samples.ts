import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTemplate } from '../../shared/forms'
import type { Template } from '../../shared/forms/template'
import type { Letterhead } from '../../shared/print/layout-input'

export const letterhead: Letterhead = { firm: '示例电器有限公司', department: '客户服务部' }

export function templateOf(source: string): Template {
  const parsed = parseTemplate(source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

/** Everything that the sheet language draws, on one landscape form. */
export const hardForm = (): Template =>
  templateOf(readFileSync(join(process.cwd(), 'tests/fixtures/print/hard.form'), 'utf8'))

/** The hardest forms of the books, drawn to try the language. */
export function difficultForms(): readonly Template[] {
  const folder = join(process.cwd(), 'tests/fixtures/forms')
  const names = readdirSync(folder).filter((name) => name.endsWith('.form'))
  return names.sort().map((name) => templateOf(readFileSync(join(folder, name), 'utf8')))
}

/** A square of seal red, 2 × 2 pixels. */
export const redSquare = {
  source:
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGPYbKkPRAwQCgAhEgRt/r/KXAAAAABJRU5ErkJggg==',
  width: 2,
  height: 2,
} as const
