import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { printRuns, type PrintRunParts } from '../../../../main/handlers/print-run'
import { textsIn } from '../../../../main/text'
import type { RunPart, RunSettings } from '../../../../node/pdf/run/messages'
import { entryByCode } from '../../../../shared/catalogue'
import type { RunInto, RunOrder, RunSheet } from '../../../../shared/ipc/print-run'
import { err, ok } from '../../../../shared/kernel/result'
import { letterhead } from '../../../support/print-samples'

const form = entryByCode('KHTS-BD-001')
if (!form) throw new Error('no such form')
const sheet = (name: string): RunSheet => ({ form: 0, values: form.sample, mode: 'filled', name })
const order = (into: RunInto): RunOrder => ({ into, letterhead, title: '示例', onFront: false, copies: 1 })
const part: RunPart = { bytes: new Uint8Array([1]), pages: 60, missing: [], sheets: [0, 1] }
const broken = { type: 'PrintFailed', reason: '卡纸' } as const

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '批量 '))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A run that writes its pages as letters, and remembers what was done with it. */
function desk(over: Partial<PrintRunParts> = {}) {
  const log: string[] = []
  let pages = 0
  const runs = printRuns({
    pool: () => ({
      render: (job) => {
        const title = job.job === 'form' ? (job.sheets[0]?.stamp ?? '') : ''
        if (title === '坏的') return Promise.resolve(err(broken))
        return Promise.resolve(ok({ bytes: new Uint8Array([65]), pages: 1, missing: [] }))
      },
    }),
    startRun: ({ file }: RunSettings) => ({
      add: ({ sheets }) => {
        pages += sheets.length
        const done = sheets.map(() => ok({ pages: 1, missing: [] }))
        return Promise.resolve(ok({ sheets: done, parts: file === null ? [part] : [] }))
      },
      finish: () => {
        if (file !== null) writeFileSync(file, 'A'.repeat(pages))
        return Promise.resolve(ok({ pages, papers: [], parts: [] }))
      },
      stop: () => {
        log.push('stopped')
        if (file !== null) rmSync(file, { force: true })
        return Promise.resolve()
      },
    }),
    clock: { now: () => 0 },
    ask: {
      saveAs: () => Promise.resolve(join(folder, '合并.pdf')),
      chooseFolder: () => Promise.resolve(folder),
    },
    texts: () => textsIn('zh-CN'),
    printers: () => Promise.resolve([]),
    print: () => {
      log.push('printed')
      return Promise.resolve(ok({ printed: true }))
    },
    openPath: (path) => Promise.resolve(log.push(path)),
    ...over,
  })
  return { ...runs, log }
}

const batch = (...names: readonly string[]) => ({ forms: [form.template], sheets: names.map(sheet) })
const file: RunInto = { into: 'file', suggestedName: '合并' }

describe('批量打印 as the window asks for it', () => {
  it('puts one PDF at the place that was chosen, only when it is whole', async () => {
    const { handlers, log } = desk()
    expect(await handlers['printRun:begin'](order(file))).toEqual(ok({ begun: true }))
    expect(await handlers['printRun:add'](batch('甲', '乙'))).toMatchObject({ ok: true, value: [{}, {}] })
    expect(readdirSync(folder)).toEqual([])
    const path = join(folder, '合并.pdf')
    expect(await handlers['printRun:finish'](null)).toMatchObject({ ok: true, value: { pages: 2, path } })
    expect(readFileSync(path, 'utf8')).toBe('AA')
    expect(readdirSync(folder)).toEqual(['合并.pdf'])
    await handlers['printRun:show'](null)
    expect(log).toContain(path)
  })

  it('leaves what stood there when nothing was printed, and when it is stopped', async () => {
    writeFileSync(join(folder, '合并.pdf'), '从前的')
    const { handlers } = desk()
    await handlers['printRun:begin'](order(file))
    expect(await handlers['printRun:finish'](null)).toMatchObject({ ok: true, value: { path: null } })
    await handlers['printRun:begin'](order(file))
    await handlers['printRun:add'](batch('甲'))
    await handlers['printRun:stop'](null)
    expect(await handlers['printRun:add'](batch('乙'))).toMatchObject({ ok: false })
    expect(readFileSync(join(folder, '合并.pdf'), 'utf8')).toBe('从前的')
    expect(readdirSync(folder)).toEqual(['合并.pdf'])
  })

  it('does not begin when the person cancels', async () => {
    const ask = { saveAs: () => Promise.resolve(null), chooseFolder: () => Promise.resolve(null) }
    const { handlers } = desk({ ask })
    for (const into of [file, { into: 'folder' }] as const)
      expect(await handlers['printRun:begin'](order(into))).toEqual(ok({ begun: false }))
    expect(await handlers['printRun:add'](batch('甲'))).toMatchObject({ ok: false })
  })

  it('stops the run before when the next one begins', async () => {
    const { handlers, log } = desk()
    await handlers['printRun:begin'](order(file))
    await handlers['printRun:begin'](order(file))
    expect(log).toEqual(['stopped'])
  })

  it('writes a file for each, replaces none, and names the one that fails', async () => {
    writeFileSync(join(folder, '甲.pdf'), '从前的')
    const { handlers } = desk()
    await handlers['printRun:begin'](order({ into: 'folder' }))
    const sheets = [sheet('甲'), sheet('甲'), { ...sheet('乙'), stamp: '坏的' }, sheet('a/b:c')]
    const added = await handlers['printRun:add']({ forms: [form.template], sheets })
    expect(added.ok && added.value.map(({ ok }) => ok)).toEqual([true, true, false, true])
    expect(readdirSync(folder).sort()).toEqual(['a b c.pdf', '甲 (2).pdf', '甲 (3).pdf', '甲.pdf'])
    expect(readFileSync(join(folder, '甲.pdf'), 'utf8')).toBe('从前的')
  })

  it('answers at once when it is stopped, though a thread is stuck, and writes nothing after that', async () => {
    let release: () => void = () => undefined
    const stuck = new Promise<void>((resolve) => {
      release = resolve
    })
    const render = async () => {
      await stuck
      return ok({ bytes: new Uint8Array([65]), pages: 1, missing: [] })
    }
    const { handlers } = desk({ pool: () => ({ render }) })
    await handlers['printRun:begin'](order({ into: 'folder' }))
    const adding = handlers['printRun:add'](batch('甲'))
    await handlers['printRun:stop'](null)
    expect(await adding).toMatchObject({ ok: false })
    release()
    await new Promise(setImmediate)
    expect(readdirSync(folder)).toEqual([])
  })

  it('gives a printer part after part, and ends with the one that it does not take', async () => {
    const into = { into: 'printer', printer: '示例打印机', bothSides: true } as const
    const told: unknown[] = []
    const { handlers, log } = desk({
      print: (_part, to) => {
        told.push(to)
        return Promise.resolve(told.length < 2 ? ok({ printed: true }) : err(broken))
      },
    })
    await handlers['printRun:begin'](order(into))
    expect((await handlers['printRun:add'](batch('甲'))).ok).toBe(true)
    expect(await handlers['printRun:add'](batch('乙'))).toEqual(err(broken))
    expect(told).toEqual([into, into])
    expect(log).toEqual(['stopped'])
  })

  const toPrinter = { into: 'printer', printer: '示例打印机', bothSides: false } as const

  it('answers at once when it is stopped, though the driver never does, and sends no further part', async () => {
    let asked = 0
    const { handlers } = desk({
      print: () => {
        asked += 1
        return asked === 1 ? Promise.resolve(ok({ printed: true })) : new Promise<never>(() => undefined)
      },
    })
    await handlers['printRun:begin'](order(toPrinter))
    await handlers['printRun:add'](batch('甲', '乙'))
    const adding = handlers['printRun:add'](batch('丙'))
    await new Promise(setImmediate)
    expect(await handlers['printRun:stop'](null)).toEqual({ sheets: 2, last: 1 })
    expect(await adding).toMatchObject({ ok: false })
    expect(asked).toBe(2)
  })

  it('stops also while it finishes', async () => {
    const startRun: PrintRunParts['startRun'] = () => ({
      add: () => Promise.resolve(ok({ sheets: [], parts: [] })),
      finish: () => Promise.resolve(ok({ pages: 120, papers: [], parts: [part, part] })),
      stop: () => Promise.resolve(),
    })
    let asked = 0
    let take: () => void = () => undefined
    const print = () => {
      asked += 1
      return new Promise<ReturnType<typeof ok<{ printed: boolean }>>>((resolve) => {
        take = () => {
          resolve(ok({ printed: true }))
        }
      })
    }
    const { handlers } = desk({ startRun, print })
    await handlers['printRun:begin'](order(toPrinter))
    const finishing = handlers['printRun:finish'](null)
    await new Promise(setImmediate)
    expect(await handlers['printRun:stop'](null)).toEqual({ sheets: 0, last: null })
    expect(await finishing).toMatchObject({ ok: false })
    take()
    await new Promise(setImmediate)
    expect(asked).toBe(1)
  })

  it('ends where the driver takes a part and does not print it, and says so', async () => {
    const { handlers } = desk({ print: () => Promise.resolve(ok({ printed: false })) })
    await handlers['printRun:begin'](order(toPrinter))
    expect(await handlers['printRun:add'](batch('甲'))).toEqual(
      err({ type: 'PrintFailed', reason: '打印机驱动取消了打印' }),
    )
    expect(await handlers['printRun:stop'](null)).toEqual({ sheets: 0, last: null })
  })
})
