import { textMatches, words } from '../../../shared/search/pinyin'

/** What can be done from anywhere, beside finding. Texts: `finder:command.*`. */
export const commandNames = [
  'workbench',
  'dues',
  'forms',
  'records',
  'customers',
  'newCustomer',
  'voided',
  'audit',
  'settings',
  'backup',
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
  voided: '/voided',
  audit: '/audit',
  settings: '/settings',
  backup: '/settings',
  about: '/about',
}

/**
 * Commands that are meant by the query. A single letter means none: pinyin of one letter is in most of them, and whoever
 * looks for something would have to pass them.
 */
export function findCommands(query: string, textOf: (name: CommandName) => string): readonly Command[] {
  const wanted = words(query)
  if (wanted.length === 0 || wanted.some((word) => word.length === 1 && /[a-z0-9]/.test(word))) return []
  return commandNames
    .map((name) => ({ name, label: textOf(name) }))
    .filter(({ label }) => textMatches(label, query))
}
