import type { Template } from '../../../shared/forms/template'
import {
  exportCsv,
  exportedCustomer,
  exportedRecord,
  exportSheet,
  exportTable,
  type Exported,
  type ExportTable,
  type ImportTarget,
} from '../../../shared/import'
import type { ExcelFailure } from '../../../shared/ipc/contract'
import { masked, type Masks } from '../../../shared/kernel/mask'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { ListSheet } from '../../../shared/print/excel/list-sheet'
import type { ListState } from '../../../shared/search/list-row'
import type { EntityState } from '../../../shared/store'
import { today } from '../../platform'
import { entityKey, type WorkingDb } from '../schema'

export interface ExportWish {
  readonly target: ImportTarget
  /** Of the customers or records, in the order in which they go out. */
  readonly ids: readonly string[]
  /** Versions of the form that records may pin, by content hash. */
  readonly templates: readonly (readonly [string, Template])[]
  readonly format: 'xlsx' | 'csv'
  /** What is masked in lists is masked here, too. */
  readonly masks: Masks
  readonly words: ExportWords
}

export interface ExportWords {
  readonly state: string
  /** The day on which a record was made. */
  readonly made: string
  readonly states: { readonly [S in ListState]: string }
}

export type ExportedTable =
  { readonly format: 'xlsx'; readonly list: ListSheet } | { readonly format: 'csv'; readonly text: string }

/** Entities that are read at once. */
const AT_ONCE = 500

/** Customers or records with all their fields, as a table that comes in again as it went out. */
export async function exportAll(
  db: WorkingDb,
  wish: ExportWish,
): Promise<Result<ExportedTable, ExcelFailure>> {
  const { target, ids, words, format } = wish
  const isOfCustomers = target.kind === 'customers'
  const kind = isOfCustomers ? 'customer' : 'record'
  const templates = new Map(wish.templates)
  const formOf = (state: EntityState) => templates.get(state.template?.hash ?? '') ?? target.template
  const exported: Exported[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const keys = ids.slice(at, at + AT_ONCE).map((id) => entityKey({ kind, id }))
    for (const found of await db.entities.bulkGet(keys)) {
      if (!found) continue
      exported.push(
        isOfCustomers
          ? exportedCustomer(found.state, words.states)
          : exportedRecord(found.state, formOf(found.state), 0, dayOf, words.states),
      )
    }
  }
  const heads = isOfCustomers ? [words.state] : [words.state, words.made]
  const table = exportTable(target, exported, heads)
  if (!table.ok) {
    const { head, length, most } = table.error
    return err({ type: 'CellTooLong', form: target.name, field: head, length, most })
  }
  const shown = withMasks(table.value, wish.masks)
  return ok(format === 'csv' ? { format, text: exportCsv(shown) } : { format, list: exportSheet(shown) })
}

const dayOf = (ms: number) => today({ now: () => ms })

function withMasks(table: ExportTable, masks: Masks): ExportTable {
  if (!masks.phone && !masks.idNumber) return table
  const types = table.columns.map(({ field }) => field?.type.type ?? '')
  return {
    ...table,
    lines: table.lines.map((line) => line.map((text, at) => masked(text, types[at] ?? '', masks))),
  }
}
