import { readFile, stat, open } from 'node:fs/promises'
import type { SheetRow, SourceNote, SourceSheet } from '../../shared/import/cell'
import { readDelimited, separatorOf } from '../../shared/import/delimited'
import type { SourceRefusal } from '../../shared/import/refusal'
import { plainOf } from '../../shared/import/safe-text'
import { err, ok, type Result } from '../../shared/kernel/result'
import { openArchive, type Archive } from './archive'
import { Budget } from './budget'
import { decodeText } from './decode-text'
import type { ReadLimits } from './limits'
import { readParts, readSharedStrings, readStyles } from './parts'
import { recognise } from './recognise'
import { readSheet } from './sheet'
import { Stop } from './stop'

/** What comes out of a file, in this order for each sheet: `sheet`, any number of `rows`, `sheetEnd`. */
export type ReadEvent =
  | { readonly event: 'sheet'; readonly sheet: Pick<SourceSheet, 'name' | 'hidden' | 'from1904'> }
  | { readonly event: 'rows'; readonly rows: readonly SheetRow[] }
  | {
      readonly event: 'sheetEnd'
      readonly end: Pick<SourceSheet, 'merges' | 'hiddenColumns' | 'formulas' | 'withoutValue'>
    }
  | { readonly event: 'note'; readonly note: SourceNote }

export interface ReadTask {
  /** Path of a file, or its bytes. */
  readonly source: string | Buffer
  readonly limits: ReadLimits
  readonly emit: (event: ReadEvent) => void
  /** Called between pieces; see Budget. */
  readonly breathe?: () => Promise<void>
}

/** Rows that are handed over at once. */
const BATCH = 1000

/** Reads a file of tables from front to back. Whatever the file holds, this answers; it throws only for bugs. */
export async function readSource(task: ReadTask): Promise<Result<null, SourceRefusal>> {
  try {
    const { limits } = task
    const budget = new Budget(limits, task.breathe ?? (() => Promise.resolve()))
    const size = typeof task.source === 'string' ? await sizeOf(task.source) : task.source.length
    if (size > limits.fileBytes) return err({ type: 'TooLarge', bytes: size, most: limits.fileBytes })
    const head = typeof task.source === 'string' ? await headOf(task.source) : task.source.subarray(0, 4096)
    const compound = head[0] === 0xd0 ? await bytesOf(task.source) : null
    const recognised = recognise(head, (bytes) => compound?.includes(bytes) === true)
    switch (recognised.is) {
      case 'refused':
        return err(recognised.refusal)
      case 'archive':
        await readWorkbook(task, budget)
        return ok(null)
      case 'text':
        if (size > limits.text) return err({ type: 'TooLarge', bytes: size, most: limits.text })
        await readText(await bytesOf(task.source), task, budget)
        return ok(null)
    }
  } catch (error) {
    if (error instanceof Stop) return err(error.refusal)
    throw error
  }
}

async function readWorkbook({ source, emit }: ReadTask, budget: Budget): Promise<void> {
  const archive = await openArchive(source, budget)
  try {
    refuseOthers(archive)
    const parts = await readParts(archive, budget)
    if (parts.externalLinks.length > 0)
      emit({ event: 'note', note: { note: 'externalLinks', files: parts.externalLinks } })
    const styles = await readStyles(archive, parts.styles)
    const strings = await readSharedStrings(archive, parts.sharedStrings, budget)
    const found = { any: false }
    for (const { name, hidden, part } of parts.sheets) {
      const batch = batches(emit)
      emit({ event: 'sheet', sheet: { name, hidden, from1904: parts.from1904 } })
      const row = (read: SheetRow) => {
        found.any = true
        batch.add(read)
      }
      const end = await readSheet(archive, part, { name, strings, styles, budget, row })
      batch.flush()
      emit({ event: 'sheetEnd', end })
      await budget.breathe()
    }
    if (!found.any) throw new Stop({ type: 'Empty' })
  } finally {
    archive.close()
  }
}

function refuseOthers(archive: Archive): void {
  if (archive.has('xl/workbook.bin')) throw new Stop({ type: 'BinaryExcel' })
  if (archive.has('content.xml') && archive.has('mimetype')) throw new Stop({ type: 'OpenDocument' })
  if (!archive.has('[Content_Types].xml')) throw new Stop({ type: 'NotATable' })
  const isOther = archive.names().some((name) => /^(?:word|ppt|visio)\//.test(name))
  if (isOther && !archive.has('xl/workbook.xml')) throw new Stop({ type: 'NotATable' })
}

async function readText(bytes: Buffer, { emit }: ReadTask, budget: Budget): Promise<void> {
  const decoded = decodeText(bytes)
  for (const note of decoded.notes) emit({ event: 'note', note })
  const { separator, text, firstLine } = separatorOf(decoded.text)
  budget.text(text.length)
  emit({ event: 'sheet', sheet: { name: '', hidden: false, from1904: false } })
  const batch = batches(emit)
  const found = { any: false }
  const { openQuote } = readDelimited(text, separator, (cells, line) => {
    found.any = true
    budget.row(cells.length)
    const filled = cells.map((cell, column) => {
      if (cell === '') return null
      budget.cell(column)
      return { cell: 'text', text: plainOf(cell) } as const
    })
    batch.add({ number: line + firstLine - 1, hidden: false, cells: filled })
    return true
  })
  if (!found.any) throw new Stop({ type: 'Empty' })
  batch.flush()
  emit({ event: 'sheetEnd', end: { merges: [], hiddenColumns: [], formulas: 0, withoutValue: 0 } })
  if (openQuote !== null)
    emit({ event: 'note', note: { note: 'openQuote', line: openQuote + firstLine - 1 } })
  await budget.breathe()
}

function batches(emit: (event: ReadEvent) => void) {
  let rows: SheetRow[] = []
  const flush = () => {
    if (rows.length > 0) emit({ event: 'rows', rows })
    rows = []
  }
  return {
    add: (row: SheetRow) => {
      rows.push(row)
      if (rows.length >= BATCH) flush()
    },
    flush,
  }
}

async function sizeOf(path: string): Promise<number> {
  const info = await stat(path).catch((error: unknown) => {
    throw asStop(error)
  })
  if (!info.isFile()) throw new Stop({ type: 'NotAFile' })
  return info.size
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    throw asStop(error)
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const bytesOf = async (source: string | Buffer): Promise<Buffer> =>
  typeof source === 'string'
    ? readFile(source).catch((error: unknown) => {
        throw asStop(error)
      })
    : source

function asStop(error: unknown): Stop {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Stop({ type: 'NotThere' })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return new Stop({ type: 'NoPermission' })
  return new Stop({ type: 'Broken', what: '读不出来' })
}
