import { entryByCode } from '../../../shared/catalogue'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import type { Draft } from '../../../shared/ipc/contract'
import { cellsOf } from '../../../shared/search/columns'
import { placesOf, words } from '../../../shared/search/pinyin'

/** What was typed on this computer and not saved yet. */
export interface DraftLine {
  readonly draft: Draft
  readonly form: string
  readonly title: string
}

/** Drafts in which every word of the query occurs, or in the name of their form. */
export function findDrafts(
  drafts: readonly Draft[],
  query: string,
  titleOf: (template: Template | undefined, values: FormValues) => string,
): readonly DraftLine[] {
  const wanted = words(query)
  if (wanted.length === 0) return []
  return drafts.flatMap((draft) => {
    const template = entryByCode(draft.templateCode)?.template
    const form = template?.name ?? draft.templateCode
    const title = titleOf(template, draft.values)
    const texts = template ? Object.values(cellsOf(template, draft.values)) : []
    const isHere = (word: string) =>
      [form, title].some((text) => placesOf(text, word)) ||
      texts.some((text) => text.toLowerCase().includes(word))
    return wanted.every(isHere) ? [{ draft, form, title }] : []
  })
}
