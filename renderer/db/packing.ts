import type { DBCore, DBCoreCursor, DBCoreTable, Dexie } from 'dexie'
import { packState, unpackState } from './pack-state'
import type { RecordRow } from './records-types'
import type { EntityRow } from './schema'

/**
 * Some columns stand in the tables as one text instead of hundreds of small objects: the browser copies and stores that
 * many times faster. Whoever uses the tables does not notice; rows that were written before are read as they are.
 */
interface PackedColumn {
  readonly column: string
  readonly pack: (value: never) => string
  /** Kept as UTF-8: half of the bytes to copy and to write. */
  readonly asBytes?: true
  readonly unpack: (text: string) => unknown
}

const ENTITIES: PackedColumn = { column: 'state', pack: packState, asBytes: true, unpack: unpackState }

const PACKED: Readonly<Record<string, PackedColumn>> = {
  changes: {
    column: 'stored',
    pack: (value) => JSON.stringify(value),
    unpack: (text) => JSON.parse(text) as unknown,
  },
  entities: ENTITIES,
}

/**
 * A line of a record is one text too, beside it only what is looked for by an index. A number or an origin that is empty stands
 * in no index, but for lines whose template has not arrived: those are looked for by just that.
 */
const LINES = 'records'

function packLine(row: Row): Row {
  if (row['line'] instanceof Uint8Array) return row
  const { id, updatedAt, list, number, from } = row
  return {
    id,
    updatedAt,
    list,
    ...(number === '' && list !== '' ? {} : { number }),
    ...(from === '' ? {} : { from }),
    line: encoder.encode(JSON.stringify(row)),
  }
}

function unpackLine<R>(row: R): R {
  const { line } = (row ?? {}) as Row
  return line instanceof Uint8Array ? (JSON.parse(decoder.decode(line)) as R) : row
}

/**
 * A row as it will be stored, for a table to put as it is: bytes beside the heap, where hundreds of small objects stood. Who makes
 * thousands of rows before any is written keeps these.
 */
export const entityAsStored = (row: EntityRow): EntityRow => packEntity(row as never) as never
export const lineAsStored = (row: RecordRow): RecordRow => packLine(row as never) as never
/** A line as it is read from the table: of one as it is stored, or as it was. */
export const lineAsRead = <R>(row: R): R => unpackLine(row)

/** Makes a database pack and unpack. Before it is opened. */
export function packRows(db: Dexie): void {
  db.use({
    stack: 'dbcore',
    name: 'packing',
    create: (core: DBCore) => ({
      ...core,
      table: (name: string) => {
        const table = core.table(name)
        const packed = PACKED[name]
        if (name === LINES) return packedTable(table, packLine, unpackLine)
        return packed ? packedTable(table, ...columnPacker(packed)) : table
      },
    }),
  })
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

type Row = { readonly [column: string]: unknown }

type Packer = readonly [packRow: (row: Row) => Row, unpackRow: <R>(row: R) => R]

function columnPacker({ column, pack, asBytes, unpack }: PackedColumn): Packer {
  const packRow = (row: Row): Row => {
    if (row[column] instanceof Uint8Array) return row
    const text = pack(row[column] as never)
    return { ...row, [column]: asBytes ? encoder.encode(text) : text }
  }
  const unpackRow = <R>(row: R): R => {
    const packed = (row as Row | undefined)?.[column]
    const text = packed instanceof Uint8Array ? decoder.decode(packed) : packed
    return typeof text === 'string' ? { ...row, [column]: unpack(text) } : row
  }
  return [packRow, unpackRow]
}

const [packEntity] = columnPacker(ENTITIES)

function packedTable(table: DBCoreTable, ...[packRow, unpackRow]: Packer): DBCoreTable {
  return {
    ...table,
    mutate: (request) =>
      table.mutate(
        request.type === 'add' || request.type === 'put'
          ? { ...request, values: (request.values as readonly Row[]).map(packRow) }
          : request,
      ),
    get: (request) => table.get(request).then((row: unknown) => unpackRow(row)),
    getMany: (request) =>
      table.getMany(request).then((rows: readonly unknown[]) => rows.map((row) => unpackRow(row))),
    query: (request) =>
      table
        .query(request)
        .then((answer) =>
          request.values === true
            ? { ...answer, result: answer.result.map((row: unknown) => unpackRow(row)) }
            : answer,
        ),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor && request.values === true ? unpackedCursor(cursor, unpackRow) : cursor)),
  }
}

const unpackedCursor = (cursor: DBCoreCursor, unpackRow: <R>(row: R) => R): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => cursor.key as unknown },
    primaryKey: { get: () => cursor.primaryKey as unknown },
    value: { get: () => unpackRow(cursor.value as unknown) },
  }) as DBCoreCursor
