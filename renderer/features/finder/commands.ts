import type { Wish } from '../../stores'
import { textMatches, words } from '../../../shared/search/pinyin'

/** What can be done from anywhere, beside finding. Texts: `finder:command.*`. */
export const commandNames = [
  'workbench',
  'dues',
  'forms',
  'records',
  'customers',
  'newCustomer',
  'importCustomers',
  'importRecords',
  'duplicates',
  'voided',
  'team',
  'syncNow',
  'arrived',
  'conflicts',
  'audit',
  'settings',
  'firm',
  'staff',
  'calendar',
  'folder',
  'backup',
  'restore',
  'check',
  'about',
  'light',
  'dark',
  'system',
  'english',
  'chinese',
  'person',
  'lock',
  'help',
  'keys',
  'demo',
] as const
export type CommandName = (typeof commandNames)[number]

export interface Command {
  readonly name: CommandName
  readonly label: string
}

/** Pages that commands lead to. */
export const pageOf: { readonly [N in CommandName]?: string } = {
  workbench: '/',
  dues: '/dues',
  forms: '/forms',
  records: '/records',
  customers: '/customers',
  newCustomer: '/customer/new',
  importCustomers: '/customers',
  importRecords: '/records',
  duplicates: '/customers/duplicates',
  voided: '/voided',
  team: '/team',
  arrived: '/arrived',
  conflicts: '/conflicts',
  audit: '/audit',
  settings: '/settings',
  firm: '/settings',
  staff: '/settings',
  calendar: '/settings',
  folder: '/settings',
  backup: '/settings',
  restore: '/settings',
  check: '/recovery',
  about: '/about',
}

/** What the page does at once when it is reached by the command. */
export const wishOf: { readonly [N in CommandName]?: Wish } = {
  importCustomers: 'importCustomers',
  importRecords: 'importRecords',
  firm: 'firm',
  staff: 'staff',
  calendar: 'calendar',
  folder: 'folder',
  backup: 'backup',
  restore: 'restore',
}

export interface CommandText {
  readonly label: string
  /** Other words under which a person looks for it; not shown. */
  readonly also: string
}

/**
 * Commands that are meant by the query. A single letter means none: pinyin of one letter is in most of them, and whoever
 * looks for something would have to pass them. Those whose own words are meant come before those that are known by another
 * word, too.
 */
export function findCommands(query: string, textOf: (name: CommandName) => CommandText): readonly Command[] {
  const wanted = words(query)
  if (wanted.length === 0 || wanted.some((word) => word.length === 1 && /[a-z0-9]/.test(word))) return []
  const texts = commandNames.map((name) => ({ name, ...textOf(name) }))
  const named = texts.filter(({ label }) => textMatches(withoutGaps(label), query))
  const known = texts.filter(
    (text) => !named.includes(text) && textMatches(`${withoutGaps(text.label)} ${text.also}`, query),
  )
  return [...named, ...known].map(({ name, label }) => ({ name, label }))
}

/** A label with the same without its spaces behind it: both 新建 客户 and 新建客户 are typed. */
const withoutGaps = (label: string): string => `${label} ${label.replace(/\s+/g, '')}`
