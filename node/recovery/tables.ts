import type { Template } from '../../shared/forms/template'
import {
  CUSTOMER_INFO,
  customersTarget,
  exportCsv,
  exportSheet,
  exportTable,
  RECORD_INFO,
  recordsTarget,
  type Exported,
  type ImportTarget,
} from '../../shared/import'
import { ok } from '../../shared/kernel/result'
import type { ListSheet } from '../../shared/print/excel/list-sheet'
import { compareText } from '../../shared/store'
import type { ExcelResult } from '../excel/messages'
import type { FileResult } from '../store/file-port'
import type { OutFolder } from './out-folder'

/** Entries of one workbook: more are put into a further one, so that memory stays as it is. */
const MOST_IN_FILE = 5000

/** Head of the last column: what a person has to know about the line. */
const NOTE = '导出说明'

/** Makes a workbook; in a thread or here. */
export type WriteList = (list: ListSheet) => Promise<ExcelResult>

interface Table {
  readonly target: ImportTarget
  readonly file: string
  /** By what the lines are sorted, and where in the file they stand. */
  readonly lines: { readonly sort: string; readonly offset: number; readonly length: number }[]
  waiting: string[]
  waitingBytes: number
  bytes: number
}

/** Customers, and the records of each version of a form, as tables: collected in files, written at the end. */
export class Tables {
  readonly #out: OutFolder
  readonly #tables = new Map<string, Table>()

  constructor(out: OutFolder) {
    this.#out = out
  }

  addCustomer(sort: string, exported: Exported, note: string): FileResult<boolean> {
    return this.#add('customers', customersTarget, sort, exported, note)
  }

  /** false: a text of it is longer than a cell takes. */
  addRecord(hash: string, template: Template, sort: string, exported: Exported, note: string) {
    return this.#add(hash, recordsTarget(template), sort, exported, note)
  }

  /** Writes the workbooks; `progress` hears the part that is done, 0 to 1. Answers how many are tables of plain text. */
  async write(writeList: WriteList, progress: (part: number) => void): FileResult<number> {
    let plain = 0
    const tables = [...this.#tables.values()].sort((a, b) => b.lines.length - a.lines.length)
    const total = tables.reduce((sum, { lines }) => sum + lines.length, 0)
    let done = 0
    for (const table of tables) {
      const flushed = await this.#flush(table)
      if (!flushed.ok) return flushed
      table.lines.sort((a, b) => compareText(a.sort, b.sort))
      for (let at = 0; at < table.lines.length; at += MOST_IN_FILE) {
        const written = await this.#writeFile(table, at, writeList)
        if (!written.ok) return written
        if (!written.value) plain++
        done += Math.min(MOST_IN_FILE, table.lines.length - at)
        progress(done / total)
      }
      await this.#out.drop(table.file)
    }
    return ok(plain)
  }

  async #add(
    key: string,
    target: ImportTarget,
    sort: string,
    { values, info }: Exported,
    note: string,
  ): FileResult<boolean> {
    const exported: Exported = { values, info: [...info, note] }
    if (!exportTable(target, [exported], headsOf(target)).ok) return ok(false)
    const table = this.#tables.get(key) ?? {
      target,
      file: `table-${this.#tables.size}`,
      lines: [],
      waiting: [],
      waitingBytes: 0,
      bytes: 0,
    }
    this.#tables.set(key, table)
    const line = JSON.stringify(exported)
    const length = Buffer.byteLength(line)
    table.lines.push({ sort, offset: table.bytes, length })
    table.waiting.push(line)
    table.waitingBytes += length
    table.bytes += length
    const flushed = table.waitingBytes > 256 * 1024 ? await this.#flush(table) : ok(null)
    return flushed.ok ? ok(true) : flushed
  }

  async #flush(table: Table): FileResult<null> {
    if (table.waiting.length === 0) return ok(null)
    const written = await this.#out.append(table.file, new TextEncoder().encode(table.waiting.join('')))
    table.waiting = []
    table.waitingBytes = 0
    return written
  }

  /** Answers false where it became a table of plain text, because no workbook could be made. */
  async #writeFile({ target, file, lines }: Table, from: number, writeList: WriteList): FileResult<boolean> {
    const exported: Exported[] = []
    for (const { offset, length } of lines.slice(from, from + MOST_IN_FILE)) {
      const bytes = await this.#out.readBack(file, offset, length)
      if (!bytes.ok) return bytes
      exported.push(JSON.parse(new TextDecoder().decode(bytes.value)) as Exported)
    }
    const table = exportTable(target, exported, headsOf(target))
    if (!table.ok) throw new Error('a line was tried before it was taken')
    const made = await writeList(exportSheet(table.value))
    const bytes = made.ok ? made.value : new TextEncoder().encode(exportCsv(table.value))
    const [parts, name] = placeOf(target)
    const count = lines.length > MOST_IN_FILE ? ` 第${from / MOST_IN_FILE + 1}份` : ''
    const put = await this.#out.put(parts, `${name}${count}`, made.ok ? 'xlsx' : 'csv', bytes)
    return put.ok ? ok(made.ok) : put
  }
}

const headsOf = ({ kind }: ImportTarget): readonly string[] => [
  ...(kind === 'customers' ? CUSTOMER_INFO : RECORD_INFO),
  NOTE,
]

const placeOf = ({ template }: ImportTarget): readonly [readonly string[], string] =>
  template ? [['单据'], `${template.code} ${template.name}`] : [[], '客户']
