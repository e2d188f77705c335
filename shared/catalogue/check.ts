import type { Field } from '../forms/field'
import { isRows } from '../forms/field-types'
import type { Meaning } from '../forms/meaning'
import type { Template } from '../forms/template'

/** A form as the books list it. */
export interface BookForm {
  readonly code: string
  readonly name: string
  readonly module: string
  readonly kind: string
}

const [list = ''] = Object.values(
  import.meta.glob('./books.csv', { query: '?raw', import: 'default', eager: true }),
)

/** The forms of the books, in their order. */
export const bookForms: readonly BookForm[] = list
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [code = '', name = '', module = '', kind = ''] = line.split(',')
    return { code, name, module, kind }
  })

/** Whether the forms are those of the books, and whether what they share means the same in all. Chinese sentences. */
export function checkCatalogue(
  templates: readonly Template[],
  books: readonly BookForm[] = bookForms,
): readonly string[] {
  return [...bookProblems(templates, books), ...meaningProblems(templates)]
}

function bookProblems(templates: readonly Template[], books: readonly BookForm[]): readonly string[] {
  const drawn = new Map(templates.map((template) => [template.code, template]))
  const listed = new Set(books.map(({ code }) => code))
  const missing = books
    .filter(({ code }) => !drawn.has(code))
    .map(({ code, name }) => `${code} ${name}：书目有，还没有画`)
  const extra = templates
    .filter(({ code }) => !listed.has(code))
    .map(({ code }) => `${code}：书目里没有这个编号`)
  const different = books.flatMap((book) => {
    const template = drawn.get(book.code)
    if (!template) return []
    return (['name', 'module', 'kind'] as const).flatMap((what) =>
      template[what] === book[what]
        ? []
        : [`${book.code}：${what} 是“${template[what]}”，书目是“${book[what]}”`],
    )
  })
  return [...missing, ...extra, ...different]
}

interface Use {
  readonly code: string
  readonly meaning: Meaning | undefined
  /** The form already gives its meanings to other fields. */
  readonly taken: ReadonlySet<Meaning>
}

/** One label, one meaning: a customer's telephone is filled in by itself in every form or in none. */
function meaningProblems(templates: readonly Template[]): readonly string[] {
  const uses = new Map<string, Use[]>()
  for (const template of templates) {
    const fields = template.fields.flatMap((field): readonly Field[] =>
      isRows(field) ? field.type.columns : [field],
    )
    for (const field of fields) {
      const taken = new Set(
        fields.flatMap((other) => (other !== field && other.meaning ? [other.meaning] : [])),
      )
      const label = field.label.replace(/\s/gu, '')
      uses.set(label, [...(uses.get(label) ?? []), { code: template.code, meaning: field.meaning, taken }])
    }
  }
  return [...uses].flatMap(([label, found]) => {
    const meanings = [...new Set(found.flatMap(({ meaning }) => meaning ?? []))]
    if (meanings.length === 0) return []
    if (meanings.length > 1) {
      const where = meanings.map((meaning) => {
        const codes = found.filter((use) => use.meaning === meaning).map(({ code }) => code)
        return `${meaning}（${codes.join('、')}）`
      })
      return [`“${label}”有几种含义：${where.join('，')}`]
    }
    const [meaning] = meanings
    const without = found.filter((use) => use.meaning === undefined && meaning && !use.taken.has(meaning))
    if (without.length === 0) return []
    return [
      `“${label}”的含义是 ${String(meaning)}，这些表单没有写：${without.map(({ code }) => code).join('、')}`,
    ]
  })
}
