import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createRecoveryThread } from '../../../../node/recovery/thread'

/** A worker that says that it is there, goes on until it is asked to stop, and says then what it was. */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads')
parentPort.postMessage({ is: 'progress', done: 0, total: 1 })
parentPort.once('message', () => {
  parentPort.postMessage({ is: 'answer', answer: { ok: false, error: { type: 'Stopped', path: workerData.task } } })
})
`

describe('the thread that checks and exports', () => {
  const place = mkdtempSync(join(tmpdir(), 'zhike-thread-'))
  const file = join(place, 'worker.cjs')
  writeFileSync(file, WORKER)
  afterAll(() => {
    rmSync(place, { recursive: true, force: true })
  })

  /** Begins one, and answers once it is under way. */
  async function begun(thread: ReturnType<typeof createRecoveryThread>, work: 'check' | 'rescue') {
    let ended: Promise<unknown> = Promise.resolve()
    await new Promise<void>((under) => {
      const progress = () => {
        under()
      }
      ended = work === 'check' ? thread.survey('/d', progress) : thread.rescue('/d', '/out', 0, progress)
    })
    return { ended }
  }

  it('stops only what is meant, and says of what goes on that it does', async () => {
    const thread = createRecoveryThread(file)
    const { ended } = await begun(thread, 'rescue')
    thread.stop('check')
    expect(await thread.survey('/d', () => undefined)).toEqual({
      ok: false,
      error: { type: 'UnderWay', work: 'rescue' },
    })
    thread.stop('rescue')
    expect(await ended).toEqual({ ok: false, error: { type: 'Stopped', path: 'rescue' } })
  })

  it('lets a new check wait for one that is stopping', async () => {
    const thread = createRecoveryThread(file)
    const first = await begun(thread, 'check')
    thread.stop('check')
    const second = await begun(thread, 'check')
    expect(await first.ended).toMatchObject({ error: { type: 'Stopped', path: 'survey' } })
    thread.stop('check')
    expect(await second.ended).toMatchObject({ error: { type: 'Stopped', path: 'survey' } })
  })

  it('answers Stopped when it is closed, and begins nothing afterwards', async () => {
    const thread = createRecoveryThread(file)
    const { ended } = await begun(thread, 'rescue')
    await thread.close()
    const stopped = { ok: false, error: { type: 'Stopped', path: '/d' } }
    expect(await ended).toEqual(stopped)
    expect(await thread.survey('/d', () => undefined)).toEqual(stopped)
  })
})
