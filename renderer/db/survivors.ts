import { standingLine, survivorOf } from '../../shared/customers/merging'
import type { ListRow } from '../../shared/search/list-row'
import type { WorkingDb } from './schema'

/** The id of the customer that an id stands for now. */
export const survivorIn = ({ customers }: Pick<WorkingDb, 'customers'>, id: string): Promise<string> =>
  survivorOf(id, async (at) => (await customers.get(at))?.from ?? '')

/**
 * A customer's line as lists show it: a stored line says what the customer alone says, and that of a circle of merges one
 * stays can be told from the others only.
 */
export async function shownLine(db: Pick<WorkingDb, 'customers'>, row: ListRow): Promise<ListRow> {
  if (row.state !== 'merged') return row
  return (await survivorIn(db, row.id)) === row.id ? standingLine(row) : row
}
