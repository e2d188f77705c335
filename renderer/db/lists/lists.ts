import { textOf } from '../../../shared/customers/customer'
import type { Likely } from '../../../shared/customers/duplicates'
import { CUSTOMER_FIELDS } from '../../../shared/customers/fields'
import type { FormValues } from '../../../shared/forms/values'
import type { Day } from '../../../shared/kernel/dates'
import { cellsOf } from '../../../shared/search/columns'
import type {
  FoundValue,
  ListAnswer,
  ListCount,
  ListQuery,
  OpenDue,
  ValueCount,
} from '../../../shared/search/list-query'
import { CUSTOMERS, type ListLine, type ListRow } from '../../../shared/search/list-row'
import type { RecordRow } from '../records-types'
import type { WorkingDb } from '../schema'
import { shownLine } from '../survivors'
import type { ListsPort } from './lists-port'
import type { FoundLines, ListedRecord } from './questions'

/** Lines of a list from a place on, and what the whole list comes to. */
export interface ListView<R extends ListLine = ListRow> extends ListAnswer {
  readonly rows: readonly R[]
}

/** Every list over all records and customers, exact and fast at any size. */
export interface Lists {
  /** Records. `query.list` absent: of all forms. `bare`: without their cells and days. */
  readonly records: (
    query: ListQuery,
    from: number,
    limit: number,
    bare?: boolean,
  ) => Promise<ListView<ListedRecord>>
  readonly customers: (query: Omit<ListQuery, 'list'>, from: number, limit: number) => Promise<ListView>
  /** Ids of a query's records from a place on, at most `limit` of them. */
  readonly recordIds: (query: ListQuery, from: number, limit: number) => Promise<readonly string[]>
  /** Where a line stands in a query's order; -1 when it is left out. */
  readonly placeIn: (query: ListQuery, id: string) => Promise<number>
  readonly findRecords: (text: string, limit: number) => Promise<readonly ListedRecord[]>
  readonly findCustomers: (text: string, limit: number) => Promise<readonly ListRow[]>
  /** The same without those that are 已销户: what a field proposes. */
  readonly findActiveCustomers: (text: string, limit: number) => Promise<readonly ListRow[]>
  /** For the one search box: at most so many of each, and how many there are in all. */
  readonly find: (text: string, limits: { customers: number; records: number }) => Promise<FoundLines>
  /** Days to be kept up to and with `until`; `person`: of what this one wrote or handles. */
  readonly dues: (until: Day, person?: string, dealt?: boolean) => Promise<readonly OpenDue[]>
  readonly counts: () => Promise<readonly ListCount[]>
  /** What stands in a column, as it was written, the most frequent first. */
  readonly values: (query: ListQuery, column: string, limit: number) => Promise<readonly ValueCount[]>
  readonly unlinkedNames: (text: string, limit: number) => Promise<readonly string[]>
  /** Who a customer with these values of the master may be, the surest likeness first; `except`: its own id. */
  readonly likely: (values: FormValues, except?: string) => Promise<readonly Likely[]>
  readonly duplicates: (
    apart: readonly (readonly [string, string])[],
  ) => Promise<readonly (readonly Likely[])[]>
  /** Lines by their ids, in that order; unknown ones are left out. */
  readonly recordRows: (ids: readonly string[]) => Promise<readonly RecordRow[]>
  readonly customerRows: (ids: readonly string[]) => Promise<readonly ListRow[]>
  /** Hears that some line changed; what was asked before may be out of date. Answers the way to stop. */
  readonly onChange: (heard: () => void) => () => void
}

export interface KeptLists extends Lists, LineHearer {
  /** When the stored lines have been read, or could not be. */
  readonly settled: Promise<void>
  readonly close: () => void
}

/** Hears which lines were written: from the window, or by a way of their own from the thread that wrote them. */
export type LineHearer = Pick<ListsPort, 'put' | 'openWay' | 'handed' | 'readAnew'>

/** The thread keeps texts in lower case: those that were written otherwise are read from one of their lines. */
async function asWritten(
  found: readonly FoundValue[],
  column: string,
  rowsOf: (ids: readonly string[]) => Promise<readonly ListRow[]>,
): Promise<readonly ValueCount[]> {
  const cased = found.filter(({ value }) => value !== value.toUpperCase())
  const isOwn = column.startsWith('@') && column !== '@number' && column !== '@title'
  if (isOwn || cased.length === 0) return found.map(({ value, count }) => ({ value, count }))
  const rows = new Map((await rowsOf(cased.map(({ id }) => id))).map((row) => [row.id, row]))
  return found.map(({ value, count, id }) => {
    const row = rows.get(id)
    const written = row && writtenIn(row, column)
    return { value: written?.toLowerCase() === value ? written : value, count }
  })
}

function writtenIn(row: ListRow, column: string): string | undefined {
  const text = column === '@number' ? row.number : column === '@title' ? row.title : row.cells[column]
  return text?.replace(/[\r\n]+/g, ' ')
}

/** What lists show comes from the thread; whole lines by their ids are read from the working copy. */
export function keepLists(db: WorkingDb, port: ListsPort): KeptLists {
  const listeners = new Set<() => void>()
  const tellChange = () => {
    for (const heard of listeners) heard()
  }
  port.onHeard(tellChange)
  const recordRows: Lists['recordRows'] = async (ids) =>
    (await db.records.bulkGet([...ids])).filter((row) => row !== undefined)
  const customerRows: Lists['customerRows'] = async (ids) => {
    const rows = (await db.customers.bulkGet([...ids])).filter((row) => row !== undefined)
    return Promise.all(rows.map((row) => shownLine(db, row)))
  }
  return {
    settled: port.settled,
    records: (query, from, limit, bare = false) => port.ask('records', { query, from, limit, bare }),
    customers: (query, from, limit) => port.ask('customers', { query, from, limit }),
    recordIds: async (query, from, limit) => (await port.ask('page', { query, from, limit })).ids,
    placeIn: (query, id) => port.ask('placeIn', { query, id }),
    findRecords: (text, limit) => port.ask('findRecords', { text, limit }),
    findCustomers: (text, limit) => port.ask('findCustomers', { text, limit, active: false }),
    findActiveCustomers: (text, limit) => port.ask('findCustomers', { text, limit, active: true }),
    find: (text, limits) => port.ask('find', { text, ...limits }),
    dues: (until, person, dealt = false) =>
      port.ask('dues', { until, dealt, ...(person === undefined ? {} : { person }) }),
    counts: () => port.ask('counts', null),
    values: async (query, column, limit) =>
      asWritten(
        await port.ask('values', { query, column, limit }),
        column,
        query.list === CUSTOMERS ? customerRows : recordRows,
      ),
    unlinkedNames: (text, limit) => port.ask('unlinkedNames', { text, limit }),
    likely: (values, except = '') => {
      const cells = cellsOf({ fields: CUSTOMER_FIELDS }, values)
      return port.ask('likely', { title: textOf(values.fields['name']).trim(), cells, except })
    },
    duplicates: (apart) => port.ask('duplicates', { apart }),
    recordRows,
    customerRows,
    onChange: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    put: (rows) => {
      port.put(rows)
      tellChange()
    },
    openWay: port.openWay,
    handed: port.handed,
    readAnew: port.readAnew,
    close: () => {
      listeners.clear()
      port.close()
    },
  }
}
