import { endOfChain } from './customer-chain'
import type { ListColumns } from './list-columns'
import { CUSTOMERS } from './list-row'

/** What each customer was merged into, by id; the links hold no circle (lists show one of a circle without its link). */
export function mergeLinks(columns: ListColumns): ReadonlyMap<string, string> {
  const isCustomer = columns.isIn(CUSTOMERS)
  const links = new Map<string, string>()
  for (const place of columns.all().filter(isCustomer)) {
    const into = columns.mergedIntoAt(place)
    if (into !== '') links.set(columns.idAt(place), into)
  }
  return links
}

/**
 * The keys (`ListRow.customers`) under which records name each customer: its id, those merged into it, and their names where no
 * link is. A customer that was merged away still has its own; a name (`=…`) or an unknown id stands for itself alone.
 */
export function customerKeys(
  columns: ListColumns,
  titleAt: (place: number) => string,
): (asked: string) => readonly string[] {
  const links = mergeLinks(columns)
  const keys = new Map<string, string[]>()
  const note = (id: string, own: readonly string[]) => {
    const known = keys.get(id)
    if (known) known.push(...own)
    else keys.set(id, [...own])
  }
  for (const place of columns.all().filter(columns.isIn(CUSTOMERS))) {
    const id = columns.idAt(place)
    const own = [id, `=${titleAt(place)}`]
    note(id, own)
    const end = endOfChain(id, links)
    if (end !== id) note(end, own)
  }
  return (asked) => keys.get(asked) ?? [asked]
}
