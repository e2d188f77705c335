import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { listWorkbook } from '../../../node/excel'
import { readFileOfTables } from '../../../node/import'
import {
  customersTarget,
  exportSheet,
  findHeads,
  headKnowledge,
  planImport,
  readEntries,
  type SourceSheet,
} from '../../../shared/import'
import { contest } from '../harness/contest'
import type { BenchContext, Group } from '../harness/group'
import type { Row } from '../harness/row'
import { customerTable } from '../peers/customer-table'

const readerFile = join(process.cwd(), 'out/main/import-reader.cjs')

async function measure({ quick, scratch }: BenchContext): Promise<readonly Row[]> {
  const count = quick ? 1000 : 10_000
  const xlsx = join(scratch, 'table.xlsx')
  // Made up before: neither the program nor a bare writer has to.
  const customers = customerTable(count)
  const sheet = exportSheet(customers)
  const write = async (): Promise<void> => {
    const book = await listWorkbook(exportSheet(customers), 0)
    if (!book.ok) throw new Error(JSON.stringify(book.error))
    writeFileSync(xlsx, book.value)
  }
  const rows = [sheet.columns.map(({ label }) => label), ...sheet.rows.map((row) => [...row])]
  const common = { unit: 'ms', size: `${count.toLocaleString('en')} × 20`, rounds: quick ? 3 : 7 } as const
  const out = await contest({
    ...common,
    id: 'export-xlsx',
    title: 'customers written as .xlsx',
    own: write,
    beside: {
      'bare write': async () => {
        writeFileSync(join(scratch, 'bare.xlsx'), await writeXlsx({ sheets: [{ name: '表', rows }] }))
      },
    },
    goals: [{ goal: 'times', than: 'bare write', most: 2, rank: 'target' }],
  })
  const bareParse = async (): Promise<void> => {
    await readXlsx(readFileSync(xlsx))
  }
  const read = async (): Promise<SourceSheet> => {
    const done = await readFileOfTables(xlsx, { readerFile })
    const [first] = done.ok ? done.value.sheets : []
    if (!first) throw new Error(JSON.stringify(done))
    return first
  }
  const back = await contest({
    ...common,
    id: 'import-xlsx',
    title: 'customers read from .xlsx in a process of its own, heads found, cells understood, planned',
    own: async () => {
      plan(await read(), count)
    },
    beside: { 'bare parse': bareParse },
    goals: [{ goal: 'times', than: 'bare parse', most: 2, rank: 'target' }],
  })
  return [out, back]
}

function plan(sheet: SourceSheet, count: number): void {
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
    today: '2026-11-22',
    batch: 'b',
    newId,
  })
  if (planned.counts.create !== count) throw new Error(JSON.stringify(planned.counts))
}

export const group: Group = { name: 'tables', title: '表格进出 / tables in and out', measure }
