import type { LibraryForm } from '../../../../../renderer/features/forms-library/library'
import { parseHead, parseTemplate } from '../../../../../shared/forms'
import { emptyValues } from '../../../../../shared/forms/values'

/** A form with one field; its template is counted when it is read. */
export function libraryForm(
  code: string,
  name: string,
  module: string,
  label = '备注',
  pages = 1,
): LibraryForm & { readonly read: () => number } {
  const source = `form ${code}\nname ${name}\nmodule ${module}\nkind record\npages ${pages}\nfields\n  a "${label}" text\ntable 30 70\n  | ${label} | [a] |\n`
  let times = 0
  return {
    code,
    head: parseHead(source),
    get template() {
      times++
      const parsed = parseTemplate(source)
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
      return parsed.value
    },
    sample: emptyValues,
    read: () => times,
  }
}
