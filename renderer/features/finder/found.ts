import type { FoundLines, ListedRecord } from '../../db'
import type { CatalogueEntry } from '../../../shared/catalogue'
import type { Draft } from '../../../shared/ipc/contract'
import type { ListRow } from '../../../shared/search/list-row'
import { textMatches, words } from '../../../shared/search/pinyin'
import type { Command } from './commands'
import type { DraftLine } from './find-drafts'

/** One line under the search box. */
export type Found =
  | { readonly kind: 'customer'; readonly row: ListRow }
  | { readonly kind: 'record'; readonly row: ListedRecord }
  /** The way to all records or customers with this text. */
  | { readonly kind: 'all'; readonly of: 'records' | 'customers'; readonly count: number }
  | { readonly kind: 'draft'; readonly draft: Draft; readonly form: string; readonly title: string }
  | { readonly kind: 'form'; readonly code: string; readonly name: string }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'again'; readonly text: string }

export type GroupName = 'customers' | 'records' | 'drafts' | 'forms' | 'commands' | 'again'

export interface Group {
  readonly group: GroupName
  /** How many there are in all; more than are offered at once. */
  readonly count: number
  readonly found: readonly Found[]
}

/** Lines that are offered of each. */
export const SHOWN = { customers: 5, records: 8, drafts: 3, forms: 6, commands: 6 } as const

/** Words before or behind the name of a form by which a person asks for a blank one: 新建 投诉, 投诉登记表 填写. */
const NEW = /^(?:新建|新增|填写|new\s)\s*(?=\S)|\s+(?:新建|新增|填写|new)$/i

/** What is asked for without the wish for a new one; null where no such wish was said. */
export function askedAnew(query: string): string | null {
  const text = query.trim()
  const rest = text.replace(NEW, '').trim()
  return rest === text ? null : rest
}

/** Forms whose name, code or module is meant by the query, those first whose name begins with it. */
export function findForms(
  catalogue: readonly Pick<CatalogueEntry, 'head'>[],
  query: string,
): readonly Extract<Found, { kind: 'form' }>[] {
  const meant = (text: string) =>
    words(text).length === 0
      ? []
      : catalogue
          .filter(({ head }) => textMatches(`${head.name} ${head.code} ${head.module}`, text))
          .sort((a, b) => Number(b.head.name.startsWith(text)) - Number(a.head.name.startsWith(text)))
  const asked = query.trim()
  const named = meant(asked)
  // 新 may begin the name of a form, too: 新客户潜力开发表.
  return (named.length > 0 ? named : meant(askedAnew(asked) ?? '')).map(({ head }) => ({
    kind: 'form',
    code: head.code,
    name: head.name,
  }))
}

/** A code of a form, or its beginning with the module: whoever types it means the form, not its records. */
const CODE = /^[a-z]{4}-[a-z]/i
/** So many characters out of a form's name mean the form; fewer (客户, 投诉) stand in too many. */
const NAMING = 3

/** Whether a blank form is what is wanted most: it was asked for, or the form was named. */
function meansForm(query: string, forms: FoundParts['forms']): boolean {
  const text = query.trim()
  if (CODE.test(text)) return true
  if (forms.length > 0 && askedAnew(text) !== null) return true
  return Array.from(text).length >= NAMING && forms.some(({ name }) => name.includes(text))
}

export interface FoundParts {
  readonly query: string
  readonly lines: FoundLines
  readonly drafts: readonly DraftLine[]
  readonly forms: readonly Extract<Found, { kind: 'form' }>[]
  readonly commands: readonly Command[]
}

/** What is offered, group by group; empty groups are left out. */
export function groupsOf({ query, lines, drafts, forms, commands }: FoundParts): readonly Group[] {
  const { customers, records } = lines
  /** The way to all of them, where there are more than are offered. */
  const all = (of: 'records' | 'customers'): readonly Found[] =>
    lines[of].rows.length > 0 && lines[of].count > lines[of].rows.length
      ? [{ kind: 'all', of, count: lines[of].count }]
      : []
  const groups: readonly Group[] = [
    {
      group: 'customers',
      count: customers.count,
      found: [...customers.rows.map((row): Found => ({ kind: 'customer', row })), ...all('customers')],
    },
    {
      group: 'records',
      count: records.count,
      found: [...records.rows.map((row): Found => ({ kind: 'record', row })), ...all('records')],
    },
    {
      group: 'drafts',
      count: drafts.length,
      found: drafts.slice(0, SHOWN.drafts).map((line) => ({ kind: 'draft', ...line })),
    },
    { group: 'forms', count: forms.length, found: forms.slice(0, SHOWN.forms) },
    {
      group: 'commands',
      count: commands.length,
      found: commands.slice(0, SHOWN.commands).map((command) => ({ kind: 'command', command })),
    },
  ]
  const isSaid = ({ label }: Command) => unspaced(label) === unspaced(query)
  const first = commands.some(isSaid) ? 'commands' : meansForm(query, forms) ? 'forms' : 'customers'
  return [
    ...groups.filter(({ group }) => group === first),
    ...groups.filter(({ group }) => group !== first),
  ].filter(({ found }) => found.length > 0)
}

const unspaced = (text: string): string => text.replace(/\s+/g, '')

/** A line's key among all that are offered. */
export function keyOf(found: Found): string {
  switch (found.kind) {
    case 'customer':
    case 'record':
      return found.row.id
    case 'draft':
      return `draft ${found.draft.id}`
    case 'form':
      return found.code
    case 'command':
      return found.command.name
    case 'all':
      return `all ${found.of}`
    case 'again':
      return `again ${found.text}`
  }
}

export interface Ways {
  /** Enter. */
  readonly to: string
  /** Ctrl+Enter; absent where there is no second way. */
  readonly second?: string
}

/** Where a line leads; null for commands and texts, which are no places. */
export function waysOf(found: Found, query: string): Ways | null {
  switch (found.kind) {
    case 'customer':
      return { to: `/customer/${found.row.id}`, second: recordsWith(found.row.title) }
    case 'record':
      return { to: `/record/${found.row.id}`, second: `/records/${found.row.list}` }
    case 'all':
      return { to: found.of === 'records' ? recordsWith(query) : customersWith(query) }
    case 'draft':
      return { to: `/draft/${found.draft.id}` }
    case 'form':
      return { to: `/fill/${found.code}`, second: `/records/${found.code}` }
    case 'command':
    case 'again':
      return null
  }
}

/** All records in which a text occurs. */
const recordsWith = (text: string): string => `/found/${encodeURIComponent(text.trim())}`

/** All customers in whose line a text occurs. */
const customersWith = (text: string): string => `/customers/with/${encodeURIComponent(text.trim())}`
