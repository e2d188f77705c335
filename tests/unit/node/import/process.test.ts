import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { READ_LIMITS, readFileOfTables } from '../../../../node/import'
import type { ReaderMessage } from '../../../../node/import/messages'
import type { StartReader } from '../../../../node/import/reader'
import { inline, rawWorkbook } from '../../../support/import/raw-workbook'

const folder = mkdtempSync(join(tmpdir(), 'zhike-reader-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const readerFile = join(import.meta.dirname, '../../../../out/main/import-reader.cjs')

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('a reading process', () => {
  it('hands a workbook over, telling how far it is', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => `<row>${inline(`A${i + 1}`, `示例${i}`)}</row>`)
    const told: number[] = []
    const path = file('a.xlsx', rawWorkbook({ sheets: [rows.join('')] }))
    const read = await readFileOfTables(path, { readerFile, progress: (count) => told.push(count) })
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(read.value.sheets[0]?.rows).toHaveLength(2500)
    expect(read.value.sheets[0]?.rows[2499]).toEqual({
      number: 2500,
      hidden: false,
      cells: [{ cell: 'text', text: '示例2499' }],
    })
    expect(told).toEqual([1000, 2000, 2500])
  })

  it('answers what is wrong with a file', async () => {
    const read = (path: string) => readFileOfTables(path, { readerFile })
    expect(await read(join(folder, 'none.xlsx'))).toEqual({ ok: false, error: { type: 'NotThere' } })
    expect(await read(folder)).toEqual({ ok: false, error: { type: 'NotAFile' } })
    expect(await read(file('b.xlsx', 'PK'))).toMatchObject({ ok: false, error: { type: 'Broken' } })
  })

  it('talks as Electron’s processes do where there is such a port', async () => {
    const port = file(
      'port.cjs',
      `process.parentPort = {
        on: (_, take) => process.once('message', (data) => take({ data })),
        postMessage: (message) => process.send(message),
      }`,
    )
    const start: StartReader = (path) => {
      const child = fork(path, [], { execArgv: ['--require', port], serialization: 'advanced' })
      return {
        tell: (job) => child.send(job),
        onMessage: (take) => child.on('message', (message) => take(message as ReaderMessage)),
        onEnd: () => undefined,
        kill: () => child.kill(),
      }
    }
    const read = await readFileOfTables(file('c.csv', '名称\r\n示例'), { readerFile, start })
    expect(read).toMatchObject({ ok: true, value: { sheets: [{ rows: [{ number: 1 }, { number: 2 }] }] } })
  })

  it('is stopped when it says nothing for too long', async () => {
    const silent = file('silent.cjs', 'process.on("message", () => {}); setInterval(() => {}, 1000)')
    const limits = { ...READ_LIMITS, stageMs: 300 }
    expect(await readFileOfTables('x', { readerFile: silent, limits })).toEqual({
      ok: false,
      error: { type: 'TookTooLong', seconds: 0 },
    })
  })

  it('is stopped when the person no longer wants it', async () => {
    const silent = file('silent2.cjs', 'process.on("message", () => {}); setInterval(() => {}, 1000)')
    const stop = new AbortController()
    const reading = readFileOfTables('x', { readerFile: silent, signal: stop.signal })
    stop.abort()
    expect(await reading).toEqual({ ok: false, error: { type: 'Cancelled' } })
    expect(await readFileOfTables('x', { readerFile: silent, signal: stop.signal })).toEqual({
      ok: false,
      error: { type: 'Cancelled' },
    })
  })

  it('may die without harm, and is told apart when its memory was used up', async () => {
    const dying = file('dying.cjs', 'process.on("message", () => process.exit(3))')
    expect(await readFileOfTables('x', { readerFile: dying })).toEqual({
      ok: false,
      error: { type: 'ReaderFailed', reason: '3' },
    })
    const greedy = file(
      'greedy.cjs',
      'process.on("message", () => { const all = []; for (;;) all.push({ a: [all.length] }) })',
    )
    const limits = { ...READ_LIMITS, heapMb: 30 }
    expect(await readFileOfTables('x', { readerFile: greedy, limits })).toEqual({
      ok: false,
      error: { type: 'TooMuchMemory' },
    })
  })
})
