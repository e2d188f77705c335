import { describe, expect, it } from 'vitest'
import {
  asSent,
  runPrints,
  type PreparedSheet,
  type RunParts,
} from '../../../../../renderer/features/print-run/run-prints'
import { entryByCode } from '../../../../../shared/catalogue'
import { emptyValues } from '../../../../../shared/forms/values'
import type { PrintFailure } from '../../../../../shared/ipc/contract'
import type { RunBatch, RunSheetDone } from '../../../../../shared/ipc/print-run'
import { err, ok, type Result } from '../../../../../shared/kernel/result'

const form = entryByCode('KHTS-BD-001')
if (!form) throw new Error('no form')
const { template } = form
const idsOf = (count: number) => Array.from({ length: count }, (_, at) => `r${String(at)}`)
const full = { type: 'DiskFull', path: '/示例' } as const
const odd = { type: 'PrintFailed', reason: '示例' } as const

const prepared = (id: string, more: Partial<PreparedSheet> = {}): PreparedSheet => ({
  sheet: { values: emptyValues, mode: 'filled', name: id },
  template,
  version: 'v1',
  called: `单据 ${id}`,
  lacking: [],
  ...more,
})

/** A printer that fails where it is told to, and counts how many sheets are held at once. */
function printer(failures: { readonly [id: string]: PrintFailure } = {}, over: Partial<RunParts> = {}) {
  const names: string[] = []
  const batches: RunBatch[] = []
  const steps: number[] = []
  const held = { now: 0, most: 0 }
  const parts: RunParts = {
    ids: idsOf(90),
    prepare: (id) => {
      held.most = Math.max(held.most, (held.now += 1))
      return Promise.resolve(prepared(id))
    },
    add: async (batch): Promise<Result<readonly RunSheetDone[], PrintFailure>> => {
      await new Promise(setImmediate)
      held.now -= batch.sheets.length
      batches.push(batch)
      return ok(
        batch.sheets.map(({ name }) => {
          const failure = failures[name]
          if (failure) return err(failure)
          names.push(name)
          return ok({ pages: 1, missing: name === 'r8' ? ['𠮷'] : [] })
        }),
      )
    },
    onProgress: (done) => steps.push(done),
    isStopped: () => false,
    ...over,
  }
  return { parts, names, batches, steps, held }
}

describe('a run of printing', () => {
  it('prints all in order, never holding more than two batches, and says how far it is', async () => {
    const { parts, names, steps, held } = printer()
    expect(await runPrints(parts)).toEqual({
      printed: 90,
      failed: [],
      gapped: ['单据 r8'],
      lacking: [],
      left: 0,
      ended: null,
      asked: idsOf(90).map((id) => `单据 ${id}`),
    })
    expect(names).toEqual(idsOf(90))
    expect(held.most).toBeLessThanOrEqual(40)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    expect(steps.length).toBeGreaterThan(3)
    expect(steps.at(-1)).toBe(90)
  })

  it('sends each version of a form once', async () => {
    const { parts, batches } = printer(
      {},
      { prepare: (id, place) => Promise.resolve(prepared(id, { version: place % 2 === 0 ? 'v1' : 'v2' })) },
    )
    await runPrints(parts)
    expect(batches.map(({ forms }) => forms.length)).toEqual([2, 0, 0, 0, 0])
    expect(batches[3]?.sheets.slice(0, 3).map((sheet) => sheet.form)).toEqual([0, 1, 0])
  })

  it('names what failed and goes on with the others', async () => {
    const { parts, names } = printer({ r3: odd })
    expect(await runPrints(parts)).toMatchObject({
      printed: 89,
      failed: [{ id: 'r3', called: '单据 r3', failure: odd }],
      left: 0,
    })
    expect(names).not.toContain('r3')
  })

  it('names records whose form has not arrived, whole batches of them too', async () => {
    const { parts } = printer(
      {},
      {
        prepare: (id, place) =>
          Promise.resolve(place < 45 ? { called: `单据 ${id}`, notThere: 'NoTemplate' } : prepared(id)),
      },
    )
    const done = await runPrints(parts)
    expect(done.printed).toBe(45)
    expect(done.failed).toHaveLength(45)
    expect(done.failed[0]).toMatchObject({ id: 'r0', called: '单据 r0', failure: { type: 'NoTemplate' } })
  })

  it('comes to its end though something breaks that nobody expected', async () => {
    const { parts } = printer(
      {},
      {
        prepare: (id) => (id === 'r5' ? Promise.reject(new Error('broken')) : Promise.resolve(prepared(id))),
      },
    )
    expect(await runPrints(parts)).toMatchObject({
      printed: 89,
      failed: [{ id: 'r5', failure: { type: 'PrintFailed', reason: 'broken' } }],
    })
  })

  it('ends where the folder takes nothing any more', async () => {
    const { parts, batches } = printer(
      Object.fromEntries(
        idsOf(90)
          .slice(25)
          .map((id) => [id, full]),
      ),
    )
    expect(await runPrints(parts)).toMatchObject({ printed: 25, failed: [], left: 65, ended: full })
    expect(batches).toHaveLength(2)
  })

  it('ends with the run', async () => {
    const { parts } = printer({}, { add: () => Promise.resolve(err(full)) })
    expect(await runPrints(parts)).toMatchObject({ printed: 0, failed: [], left: 90, ended: full })
  })

  it('stops when somebody says so, and sends nothing after that', async () => {
    let isStopped = false
    const { parts, batches } = printer({}, { isStopped: () => isStopped })
    const { add } = parts
    const done = await runPrints({
      ...parts,
      add: async (batch) => {
        const added = await add(batch)
        isStopped = batches.length === 2
        return added
      },
    })
    expect(batches).toHaveLength(2)
    expect(done).toMatchObject({ printed: 20, left: 70 })
  })

  it('sends fewer at once where attachments are heavy, and names those that were not printed', async () => {
    const bytes = new Uint8Array(9_000_000)
    const extras = [{ page: 'picture', bytes, width: 9, height: 9, caption: '' }] as const
    const { parts, batches } = printer(
      {},
      {
        ids: idsOf(12),
        prepare: (id) =>
          Promise.resolve(
            prepared(id, {
              sheet: { values: emptyValues, mode: 'filled', name: id, extras },
              lacking: id === 'r1' ? ['合同.docx'] : [],
            }),
          ),
      },
    )
    const done = await runPrints(parts)
    expect(batches.map(({ sheets }) => sheets.length)).toEqual([5, 5, 2])
    expect(done.lacking).toEqual([{ called: '单据 r1', files: ['合同.docx'] }])
  })

  it('counts as sent what the printer took, not what was painted, and names the last of it', async () => {
    const done = await runPrints(printer({ r3: odd }).parts)
    expect(asSent(done, { sheets: 60, last: 61 })).toMatchObject({ printed: 60, left: 29, last: '单据 r61' })
    expect(asSent(done, { sheets: 0, last: null })).toMatchObject({ printed: 0, left: 89, last: '' })
  })
})
