import { initialsOf } from '../../../shared/search/pinyin'
import type { CatalogueTemplate } from '../templates'
import type { FormNames, ListNames } from './questions'

/** What the forms are called. */
export const formNames = (catalogue: readonly Pick<CatalogueTemplate, 'code' | 'head'>[]): FormNames =>
  Object.fromEntries(catalogue.map(({ code, head }) => [code, head.name]))

/**
 * With the initials by which their records are found; those of `known` need not be worked out. Not in the window's thread: the first
 * initials build the tables of the whole library, as much work as half of the window's first drawing.
 */
export const listNames = (names: FormNames, known: ListNames = {}): ListNames =>
  Object.fromEntries(
    Object.entries(names).map(([code, name]) => {
      const kept = known[code]
      return [code, kept?.name === name ? kept : { name, words: initialsOf(name) }]
    }),
  )
