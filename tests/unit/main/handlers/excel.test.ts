import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ask, Wanted } from '../../../../main/files/ask'
import { excelHandlers } from '../../../../main/handlers/excel'
import { textsIn } from '../../../../main/text'
import type { ExcelResult } from '../../../../node/excel/messages'
import { err, ok } from '../../../../shared/kernel/result'

const bytes = new Uint8Array([80, 75, 3, 4])

describe('saving an Excel file', () => {
  let folder: string
  let asked: Wanted[]
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhike-表格 '))
    asked = []
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const save = (answer: string | null, written: ExcelResult = ok(bytes)) => {
    const saveAs: Ask['saveAs'] = (wanted) => {
      asked.push(wanted)
      return Promise.resolve(answer)
    }
    const handlers = excelHandlers({
      thread: { write: () => Promise.resolve(written), close: () => Promise.resolve() },
      clock: { now: () => 0 },
      ask: {
        saveAs,
        openFile: () => Promise.resolve(null),
        openFiles: () => Promise.resolve([]),
        chooseFolder: () => Promise.resolve(null),
        wasChosen: () => false,
      },
      texts: () => textsIn('zh-CN'),
    })
    return handlers['excel:save']({ sheets: [], suggestedName: '客户投诉登记表' })
  }

  it('asks for a place and writes the file there', async () => {
    const path = join(folder, '登记表.xlsx')
    expect(await save(path)).toEqual(ok({ path }))
    expect(new Uint8Array(readFileSync(path))).toEqual(bytes)
    expect(asked).toEqual([
      { title: '导出 Excel', name: '客户投诉登记表', extension: 'xlsx', kind: 'Excel 工作簿' },
    ])
  })

  it('writes nothing when the person cancels', async () => {
    expect(await save(null)).toEqual(ok({ path: null }))
  })

  it('tells what cannot be written before it asks for a place', async () => {
    const failure = { type: 'CellTooLong', form: '表', field: '备注', length: 40_000, most: 32_767 } as const
    expect(await save(join(folder, 'x.xlsx'), err(failure))).toEqual(err(failure))
    expect(asked).toEqual([])
  })

  it('tells of a place that cannot be written to', async () => {
    const path = join(folder, 'nowhere', 'x.xlsx')
    expect(await save(path)).toEqual(err({ type: 'NotFound', path }))
  })
})
