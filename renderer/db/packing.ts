import type { DBCore, DBCoreCursor, DBCoreTable, Dexie } from 'dexie'
import { packState, unpackState } from './pack-state'

/**
 * Some columns stand in the tables as one text instead of hundreds of small objects: the browser copies and stores that
 * many times faster. Whoever uses the tables does not notice; rows that were written before are read as they are.
 */
interface PackedColumn {
  readonly column: string
  readonly pack: (value: never) => string
  readonly unpack: (text: string) => unknown
}

const PACKED: Readonly<Record<string, PackedColumn>> = {
  changes: {
    column: 'stored',
    pack: (value) => JSON.stringify(value),
    unpack: (text) => JSON.parse(text) as unknown,
  },
  entities: { column: 'state', pack: packState, unpack: unpackState },
}

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
        return packed ? packedTable(table, packed) : table
      },
    }),
  })
}

type Row = { readonly [column: string]: unknown }

function packedTable(table: DBCoreTable, { column, pack, unpack }: PackedColumn): DBCoreTable {
  const packRow = (row: Row): Row => ({ ...row, [column]: pack(row[column] as never) })
  const unpackRow = <R>(row: R): R => {
    const text = (row as Row | undefined)?.[column]
    return typeof text === 'string' ? { ...row, [column]: unpack(text) } : row
  }
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
