import { textMatches } from '../../../shared/search/pinyin'

/** A form that may follow. */
export interface NextChoice {
  readonly code: string
  readonly name: string
  /** Forms that usually follow stand first, under a head of their own. */
  readonly usual: boolean
}

interface Form {
  readonly code: string
  readonly head: { readonly name: string; readonly module: string }
}

/** The forms that may follow, those that usually do first, as far as every word of the query speaks of them. */
export function nextChoices(
  forms: readonly Form[],
  usual: readonly string[],
  query: string,
): readonly NextChoice[] {
  const place = (code: string) => (usual.includes(code) ? usual.indexOf(code) : usual.length)
  return forms
    .filter(({ code, head }) => textMatches(`${head.name} ${code} ${head.module}`, query))
    .sort((a, b) => place(a.code) - place(b.code))
    .map(({ code, head }) => ({ code, name: head.name, usual: usual.includes(code) }))
}
