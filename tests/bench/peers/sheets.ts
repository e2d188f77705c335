import { join } from 'node:path'
import { entryByCode, type CatalogueEntry } from '../../../shared/catalogue'
import { setValue } from '../../../shared/forms'
import type { FormSheet } from '../../../shared/ipc/contract'
import { layoutForm } from '../../../shared/print'
import { letterhead } from '../../support/print-samples'
import { plainSheet, type PlainFace, type PlainSheet } from './plain-sheet'

/** 客户信用调查表: one of the densest forms of the books. */
export const DENSE_FORM = 'KHZX-BD-007'

/** The fonts of the built program, by the names that they have there. */
export const FONTS = join(process.cwd(), 'out/fonts')
export const fontFiles: Readonly<Record<PlainFace, string>> = {
  serif: join(FONTS, 'serif.ttf'),
  serifBold: join(FONTS, 'serif-bold.ttf'),
  sans: join(FONTS, 'sans.ttf'),
}

export function formOf(code: string): CatalogueEntry {
  const entry = entryByCode(code)
  if (!entry) throw new Error(`no form ${code}`)
  return entry
}

/** A filled sheet as the program gets it. */
export const filledSheet = ({ template, sample }: CatalogueEntry): FormSheet => ({
  template,
  values: sample,
  letterhead,
  mode: 'filled',
})

/** The same as everybody else gets it. */
export const plainOf = (sheet: FormSheet): PlainSheet => plainSheet(layoutForm(sheet))

/** So many sheets of one form, each with another text in its first text field: no two are alike. */
export function manySheets(entry: CatalogueEntry, count: number): readonly FormSheet[] {
  const text = entry.template.fields.find(({ type }) => type.type === 'text')
  const sheet = filledSheet(entry)
  return Array.from({ length: count }, (_, at) => ({
    ...sheet,
    values: text ? setValue(sheet.values, [text.key], `示例${String(at + 1)}号客户`) : sheet.values,
  }))
}
