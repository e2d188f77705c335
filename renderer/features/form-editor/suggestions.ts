import type { ListRow } from '../../../shared/search/list-row'
import type { PersonRef } from '../../../shared/forms/values'

/** What taking a suggestion does. */
export type Offer =
  | { readonly offer: 'value'; readonly value: PersonRef }
  /** A customer of the master: the form is filled, too. */
  | { readonly offer: 'customer'; readonly id: string }
  | { readonly offer: 'create'; readonly name: string }

export interface Suggestion {
  readonly key: string
  readonly name: string
  /** A person's post; a customer's code and contact. */
  readonly note: string
  readonly phone?: string
  /** A name of earlier records that is not in the master. */
  readonly mark?: 'unlinked'
  /** A customer's level. */
  readonly level?: string
  readonly takes: Offer
}

/** Customers, and names of earlier records, that are offered at once. */
export const CUSTOMERS = 8
const NAMES = 5

/**
 * Who may be meant in a customer field: customers of the master, none that is 已销户, then names that earlier records bear
 * without a link, then the way to make a new one.
 */
export function customerSuggestions(input: {
  readonly typed: string
  readonly rows: readonly ListRow[]
  readonly names: readonly string[]
  /** Null: nothing can be written here. */
  readonly newName: string | null
}): readonly Suggestion[] {
  const { typed, rows, names, newName } = input
  const offered = rows.filter(({ state }) => state === 'active')
  const known = new Set(offered.map(({ title }) => title))
  return [
    ...offered.slice(0, CUSTOMERS).map(ofCustomer),
    ...names
      .filter((name) => name !== typed && !known.has(name))
      .slice(0, NAMES)
      .map((name): Suggestion => ({
        key: `=${name}`,
        name,
        note: '',
        mark: 'unlinked',
        takes: { offer: 'value', value: { name } },
      })),
    ...(newName === null
      ? []
      : [{ key: '+', name: '', note: '', takes: { offer: 'create', name: newName } } satisfies Suggestion]),
  ]
}

function ofCustomer({ id, title, number, cells }: ListRow): Suggestion {
  const phone = cells['phone'] ?? cells['mobile'] ?? ''
  return {
    key: id,
    name: title,
    note: [number, cells['contact'] ?? ''].filter((part) => part !== '').join(' · '),
    ...(phone === '' ? {} : { phone }),
    ...(cells['level'] === undefined ? {} : { level: cells['level'] }),
    takes: { offer: 'customer', id },
  }
}
