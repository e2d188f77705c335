import type { ListRow } from '../../shared/search/list-row'

/** A line of a list as a test needs it: empty but for what is said. */
export const listLine = (row: Partial<ListRow> & Pick<ListRow, 'id'>): ListRow => ({
  list: 'KHA',
  state: 'submitted',
  number: '',
  title: '',
  on: '',
  createdAt: 0,
  updatedAt: 0,
  createdBy: '',
  updatedBy: '',
  customers: [],
  cells: {},
  words: '',
  dues: [],
  conflicts: 0,
  corrections: 0,
  files: 0,
  from: '',
  ...row,
})
