import { initialsOf } from '../../../shared/search/pinyin'
import type { CatalogueTemplate } from '../templates'
import type { ListNames } from './questions'

/** What the forms are called, with the initials by which their records are found. */
export const listNames = (catalogue: readonly Pick<CatalogueTemplate, 'code' | 'head'>[]): ListNames =>
  Object.fromEntries(
    catalogue.map(({ code, head }) => [code, { name: head.name, words: initialsOf(head.name) }]),
  )
