import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listWorkbook } from '../../node/excel'
import { readFileOfTables } from '../../node/import'
import { CUSTOMER_FIELDS } from '../../shared/customers/fields'
import { isRows } from '../../shared/forms/field-types'
import {
  customersTarget,
  exportCsv,
  exportSheet,
  exportTable,
  findHeads,
  headKnowledge,
  planImport,
  readEntries,
  type SourceSheet,
} from '../../shared/import'
import { figures } from './harness'

const COUNT = 10_000
const COLUMNS = 20
const folder = mkdtempSync(join(tmpdir(), 'zhike-tables-'))
const readerFile = join(import.meta.dirname, '../../out/main/import-reader.cjs')

/** A customer of twenty fields, as a firm's list has them. */
const customer = (place: number) =>
  Object.fromEntries(
    CUSTOMER_FIELDS.filter((field) => !isRows(field))
      .slice(0, COLUMNS)
      .map(({ key, type }) => [key, valueOf(type.type, place)]),
  )

function valueOf(type: string, place: number): string {
  if (type === 'choice') return place % 2 === 0 ? 'A' : 'B'
  return type === 'phone' ? `138${String(place).padStart(8, '0')}` : `示例${place}`
}

const level = (fields: { readonly [key: string]: string }) => ({ ...fields, kind: '企业', level: 'A' })

function table() {
  const all = Array.from({ length: COUNT }, (_, place) => ({
    values: { fields: level(customer(place)), matrices: {}, rows: {} },
    info: [],
  }))
  const made = exportTable(customersTarget, all)
  if (!made.ok) throw new Error(made.error.head)
  return made.value
}

const made = table()
const xlsx = join(folder, 'a.xlsx')
const csv = join(folder, 'a.csv')
let sheet: SourceSheet | undefined

async function write(): Promise<void> {
  const book = await listWorkbook(exportSheet(table()), 0)
  if (!book.ok) throw new Error(JSON.stringify(book.error))
  writeFileSync(xlsx, book.value)
}

async function read(path: string): Promise<void> {
  const done = await readFileOfTables(path, { readerFile })
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  sheet = done.value.sheets[0]
}

function plan(): void {
  if (!sheet) throw new Error('nothing read')
  const knowledge = headKnowledge(customersTarget)
  const heads = findHeads(sheet, knowledge.knows)
  if (!heads) throw new Error('no heads')
  let id = 0
  const newId = () => `id${++id}`
  const entries = readEntries({
    sheet,
    target: customersTarget,
    mapping: knowledge.guess(heads.row, heads.heads),
    names: { person: () => undefined, customer: () => undefined },
    newId,
  })
  const planned = planImport({
    target: customersTarget,
    entries,
    matching: { key: 'name', whenThere: 'skip' },
    known: { bearers: () => [], isTaken: () => false, nextNumber: () => '' },
    today: '2026-11-21',
    batch: 'b',
    newId,
  })
  if (planned.counts.create !== COUNT) throw new Error(JSON.stringify(planned.counts))
}

export default figures('表格进出 / tables, 10,000 × 20', {
  'written as .xlsx': { run: write, samples: 5 },
  'written as CSV': {
    run: () => {
      writeFileSync(csv, exportCsv(made))
    },
    samples: 5,
  },
  'read from .xlsx in a process of its own': { run: () => read(xlsx), prepare: write, samples: 5 },
  'read from CSV in a process of its own': { run: () => read(csv), samples: 5 },
  'heads found, cells understood, planned': { run: plan, samples: 5 },
})
