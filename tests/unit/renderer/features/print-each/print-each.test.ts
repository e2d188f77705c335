import { describe, expect, it } from 'vitest'
import { printEach, type EachParts } from '../../../../../renderer/features/print-each/print-each'
import { fileName, nameValues } from '../../../../../renderer/features/print-each/file-names'
import type { RecordRow } from '../../../../../renderer/db'
import { entryByCode } from '../../../../../shared/catalogue'
import type { PrintFailure } from '../../../../../shared/ipc/contract'
import { err, ok } from '../../../../../shared/kernel/result'

const IDS = Array.from({ length: 9 }, (_, at) => `r${String(at)}`)

/** A folder that takes files, fails where it is told to, and counts how many sheets are held at once. */
function folder(
  failures: { readonly [id: string]: PrintFailure } = {},
  over: Partial<EachParts<string>> = {},
) {
  const files: string[] = []
  const steps: number[] = []
  const held = { now: 0, most: 0 }
  const parts: EachParts<string> = {
    ids: IDS,
    sheetOf: (id) => {
      held.most = Math.max(held.most, (held.now += 1))
      return Promise.resolve(id)
    },
    nameOf: (id) => `单据 ${id}`,
    write: async (id, name) => {
      await Promise.resolve()
      held.now -= 1
      const failure = failures[id]
      if (failure) return err(failure)
      files.push(name)
      return ok({ missing: id === 'r8' ? ['𠮷'] : [] })
    },
    onProgress: (done) => steps.push(done),
    isStopped: () => false,
    ...over,
  }
  return { parts, files, steps, held }
}

describe('a file for each record', () => {
  it('writes all of them, holding two at a time, and says how far it is', async () => {
    const { parts, files, steps, held } = folder()
    expect(await printEach(parts)).toEqual({ written: 9, failed: [], gapped: 1, left: 0 })
    expect(files).toEqual(IDS.map((id) => `单据 ${id}`))
    expect(steps).toHaveLength(9)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    expect(steps.at(-1)).toBe(9)
    expect(held.most).toBe(2)
  })

  it('names what failed and goes on with the others', async () => {
    const failure = { type: 'PrintFailed', reason: '示例' } as const
    const { parts, files } = folder({ r3: failure })
    expect(await printEach(parts)).toEqual({
      written: 8,
      failed: [{ id: 'r3', name: '单据 r3', failure }],
      gapped: 1,
      left: 0,
    })
    expect(files).not.toContain('单据 r3')
  })

  it('names records whose form has not arrived', async () => {
    const { parts } = folder({}, { sheetOf: (id) => Promise.resolve(id === 'r0' ? null : id) })
    expect(await printEach(parts)).toMatchObject({
      written: 8,
      failed: [{ id: 'r0', failure: { type: 'NoTemplate' } }],
    })
  })

  it('comes to its end though something breaks that nobody expected', async () => {
    const { parts } = folder(
      {},
      { sheetOf: (id) => (id === 'r5' ? Promise.reject(new Error('broken')) : Promise.resolve(id)) },
    )
    expect(await printEach(parts)).toMatchObject({
      written: 8,
      failed: [{ id: 'r5', failure: { type: 'PrintFailed', reason: 'Error: broken' } }],
    })
  })

  it('ends where the folder takes nothing any more', async () => {
    const failure = { type: 'DiskFull', path: '/f' } as const
    const { parts } = folder(Object.fromEntries(IDS.slice(4).map((id) => [id, failure])))
    const done = await printEach(parts)
    expect(done.written).toBe(4)
    expect(done.failed.length).toBeLessThanOrEqual(2)
    expect(done.written + done.failed.length + done.left).toBe(9)
  })

  it('stops when somebody says so, after what is being written', async () => {
    let asked = 0
    const { parts, files } = folder({}, { isStopped: () => (asked += 1) > 4 })
    const done = await printEach(parts)
    expect(done).toMatchObject({ written: 4, left: 5 })
    expect(files).toHaveLength(4)
  })
})

describe('the name of a file', () => {
  const entry = entryByCode('KHTS-BD-001')
  if (!entry) throw new Error('no form')
  const values = nameValues(entry.template, {
    row: { number: 'TS-2026-0042', on: '2026-11-22' } as RecordRow,
    values: { fields: { customer: { name: '示例客户' } }, matrices: {}, rows: {} },
  })

  it('says what was chosen, in that order', () => {
    expect(fileName(['number', 'form', 'customer'], values)).toBe(
      `TS-2026-0042 ${entry.template.name} 示例客户`,
    )
    expect(fileName(['on'], values)).toBe('2026-11-22')
  })

  it('is no longer than file systems take', () => {
    expect(fileName(['customer'], { ...values, customer: '长'.repeat(400) })).toHaveLength(120)
  })

  it('leaves out what the record lacks, and is never empty', () => {
    expect(fileName(['number', 'customer'], { ...values, number: '', customer: ' ' })).toBe(values.form)
    expect(fileName([], values)).toBe(values.form)
  })
})
