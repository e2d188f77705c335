import { listWorkbook } from '../../../node/excel'
import { valuesToJson } from '../../../shared/forms'
import type { Template } from '../../../shared/forms/template'
import { isEmptyRow } from '../../../shared/forms/values/access'
import { withDerived, withoutDerived } from '../../../shared/forms/values/derived'
import type { FormValues } from '../../../shared/forms/values'
import {
  exportCsv,
  exportSheet,
  exportTable,
  findHeads,
  headKnowledge,
  readEntries,
  type Entry,
  type ImportTarget,
  type SourceSheet,
} from '../../../shared/import'
import { readBytes } from './read-bytes'

export type Carrier = 'xlsx' | 'csv'

const nobody = { person: () => undefined, customer: () => undefined }

/** The bytes of a register of these values. */
export async function written(
  target: ImportTarget,
  all: readonly { readonly values: FormValues; readonly number: string }[],
  carrier: Carrier,
): Promise<Uint8Array> {
  const { template } = target
  const exported = all.map(({ values, number }) => ({
    values: template ? withDerived(template, values, number, { today: '2026-11-21' }) : values,
    info: ['已登记'],
  }))
  const table = exportTable(target, exported, ['单据状态'])
  if (!table.ok) throw new Error(JSON.stringify(table.error))
  if (carrier === 'csv') return new TextEncoder().encode(exportCsv(table.value))
  const made = await listWorkbook(exportSheet(table.value), 0)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

/** The entries of a register with the mapping that is guessed. */
export async function readBack(target: ImportTarget, bytes: Uint8Array): Promise<readonly Entry[]> {
  const read = await readBytes(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const [sheet] = read.value.sheets
  if (!sheet) throw new Error('no sheet')
  return entriesOf(target, sheet)
}

export function entriesOf(target: ImportTarget, sheet: SourceSheet): readonly Entry[] {
  const knowledge = headKnowledge(target)
  const heads = findHeads(sheet, knowledge.knows)
  if (!heads) throw new Error('no heads')
  const mapping = knowledge.guess(heads.row, heads.heads)
  let rows = 0
  return readEntries({ sheet, target, mapping, names: nobody, newId: () => `r${++rows}` })
}

/** What is written of a record, its empty lines left out. */
export const plainOfRecord = (template: Template, values: FormValues) => {
  const rows = Object.entries(values.rows).map(([key, all]) => [key, all.filter((row) => !isEmptyRow(row))])
  return valuesToJson(
    template,
    withoutDerived(template, { ...values, rows: Object.fromEntries(rows) as FormValues['rows'] }),
  )
}
