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

/** Labels that say different things on different sheets, and why; every other label means one thing. */
const AMBIGUOUS: { readonly [label: string]: string } = {
  姓名: '客户、联系人、应聘者或员工的',
  部门: '填表的部门，或员工所在的部门',
  负责人: '客户一方的，或本单位的',
  编号: '这张单据的，或客户、投诉的',
  日期: '填表的，或每一行那件事的',
  数量: '卖出的货物的，或礼品、配件的',
  单价: '卖出的货物的，或配件、工时的',
  金额: '销售额，或费用',
}

interface Use {
  readonly code: string
  readonly meaning: Meaning | undefined
  /** The form already gives its meanings to other fields. */
  readonly taken: ReadonlySet<Meaning>
}

/**
 * One label, one meaning: a customer's telephone is filled in by itself in every form or in none. What a column says of
 * a row is another thing than what a field says of the sheet.
 */
function meaningProblems(templates: readonly Template[]): readonly string[] {
  const fields = labelUses(templates, (template) => template.fields.filter((field) => !isRows(field)))
  const columns = labelUses(templates, ({ fields: all }) =>
    all.flatMap((field) => (isRows(field) ? field.type.columns : [])),
  )
  return [...problemsOf(fields, ''), ...problemsOf(columns, '明细的')]
}

function labelUses(
  templates: readonly Template[],
  pick: (template: Template) => readonly Field[],
): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>()
  for (const template of templates) {
    const fields = pick(template)
    for (const field of fields) {
      const taken = new Set(
        fields.flatMap((other) => (other !== field && other.meaning ? [other.meaning] : [])),
      )
      const label = field.label.replace(/\s/gu, '')
      const ink = field.type.type === 'signature' || field.type.type === 'seal'
      if (ink || Object.hasOwn(AMBIGUOUS, label)) continue
      uses.set(label, [...(uses.get(label) ?? []), { code: template.code, meaning: field.meaning, taken }])
    }
  }
  return uses
}

function problemsOf(uses: ReadonlyMap<string, readonly Use[]>, what: string): readonly string[] {
  return [...uses].flatMap(([label, found]) => {
    const meanings = [...new Set(found.flatMap(({ meaning }) => meaning ?? []))]
    if (meanings.length > 1) {
      const where = meanings.map((meaning) => {
        const codes = found.filter((use) => use.meaning === meaning).map(({ code }) => code)
        return `${meaning}（${codes.join('、')}）`
      })
      return [`${what}“${label}”有几种含义：${where.join('，')}`]
    }
    const [meaning] = meanings
    const without = found.filter((use) => use.meaning === undefined && meaning && !use.taken.has(meaning))
    if (!meaning || without.length === 0) return []
    const codes = (uses: readonly Use[]): string => uses.map(({ code }) => code).join('、')
    const giving = codes(found.filter((use) => use.meaning === meaning))
    return [`${what}“${label}”在 ${giving} 的含义是 ${meaning}，这些表单没有写：${codes(without)}`]
  })
}
