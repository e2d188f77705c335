import type { Edit } from './change'
import { compareText } from './dot'
import { ORDER, ROW, rowKey, type EntityState, type Stamp } from './entity-state'
import { plainFileName } from './file-types'
import { isOrderKey, orderKeysBetween } from './order-key'
import { FILES, orderOf, seenOf, survivorsAt } from './values-of'

/** What a record says of one attachment; its bytes lie in the data folder under their hash. [ST34] */
export interface NamedFile {
  readonly name: string
  /** SHA-256 of the content, 64 hex digits. */
  readonly hash: string
  /** Bytes. */
  readonly size: number
  /** MIME type. */
  readonly type: string
}

/** An attachment as a row of its record. */
export interface RecordFile extends NamedFile {
  readonly row: string
  /** The change that added it; null when that has not arrived (yet). */
  readonly added: Stamp | null
}

export const isContentHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** A record's attachments, in the order in which they were added. Rows without a proper hash are left out. [ST35] */
export function filesOf(state: EntityState): readonly RecordFile[] {
  return rowsThere(state)
    .flatMap((row) => readFile(state, row) ?? [])
    .sort((a, b) => compareText(orderOf(state, FILES, a.row) ?? '', orderOf(state, FILES, b.row) ?? ''))
}

/** All rows that have a cell or an addition left, sorted by id. */
function rowsThere(state: EntityState): readonly string[] {
  const rows = new Set<string>()
  for (const { rows: field, row, adds } of Object.values(state.rows))
    if (field === FILES && adds.length > 0) rows.add(row)
  for (const { path, survivors } of Object.values(state.registers)) {
    const [field, row, column] = path
    if (field !== FILES || row === undefined || column === undefined || column === ORDER) continue
    if (survivors.some(({ value }) => value !== null)) rows.add(row)
  }
  return [...rows].sort(compareText)
}

function readFile(state: EntityState, row: string): RecordFile | null {
  const cell = (column: string): string => {
    const value = survivorsAt(state, [FILES, row, column])[0]?.value
    return typeof value === 'string' ? value : ''
  }
  const hash = cell('hash')
  if (!isContentHash(hash)) return null
  const size = Number(cell('size'))
  return {
    row,
    name: plainFileName(cell('name')) || hash.slice(0, 8),
    hash,
    size: Number.isSafeInteger(size) && size >= 0 ? size : 0,
    type: cell('type'),
    added: state.rows[rowKey(FILES, row)]?.adds[0] ?? null,
  }
}

/** A file and the row that it is to have. */
export interface NewFile extends NamedFile {
  readonly row: string
}

/** Adds attachments behind those that are there; a row that was removed before comes back as it was. */
export function addFileEdits(state: EntityState | null, files: readonly NewFile[]): readonly Edit[] {
  const orders = state === null ? [] : filesOf(state).flatMap(({ row }) => orderOf(state, FILES, row) ?? [])
  const last = orders.filter(isOrderKey).sort(compareText).at(-1) ?? null
  const keys = orderKeysBetween(last, null, files.length)
  const seen = state === null ? {} : seenOf(state)
  return files.flatMap((file, i): readonly Edit[] => {
    const stood = state === null ? null : orderOf(state, FILES, file.row)
    const order = stood !== null && isOrderKey(stood) ? stood : (keys[i] ?? 'a0')
    const over = (column: string) => seen[JSON.stringify([FILES, file.row, column])] ?? []
    const settled = over(ROW)
    const set = (column: string, value: string): Edit => ({
      op: 'set',
      path: [FILES, file.row, column],
      value,
      over: over(column),
    })
    return [
      { op: 'addRow', rows: FILES, row: file.row, order, ...(settled.length > 0 ? { over: settled } : {}) },
      set('name', plainFileName(file.name)),
      set('hash', file.hash),
      set('size', String(file.size)),
      set('type', file.type),
    ]
  })
}

/** Nothing when there is no such attachment, or it bears the name already. */
export function renameFileEdits(state: EntityState, row: string, name: string): readonly Edit[] {
  const to = plainFileName(name)
  const file = filesOf(state).find((each) => each.row === row)
  if (!file || to === '' || to === file.name) return []
  const path = [FILES, row, 'name'] as const
  return [{ op: 'set', path, value: to, over: survivorsAt(state, path).map(({ dot }) => dot) }]
}

/** Takes an attachment out of the record; its bytes stay in the data folder. */
export function removeFileEdits(state: EntityState, row: string): readonly Edit[] {
  if (!filesOf(state).some((each) => each.row === row)) return []
  const under = JSON.stringify([FILES, row]).slice(0, -1)
  const dots = Object.entries(seenOf(state)).flatMap(([key, seen]) => (key.startsWith(under) ? seen : []))
  return [{ op: 'removeRow', rows: FILES, row, over: [...new Set(dots)] }]
}
