import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cloudFinding } from '../../../../../node/team/carrier/cloud-finding'
import { foldersAbove } from '../../../../../node/team/carrier/cloud-places'
import { namesAround } from '../../../../../node/team/carrier/names-around'
import {
  startFolderThread,
  type StartThread,
  type ThreadEvents,
} from '../../../../../node/team/carrier/start-folder-thread'
import type { ThreadCall } from '../../../../../node/team/carrier/thread-messages'
import { removeFolder } from '../../../../support/remove-folder'

const THREAD = join(import.meta.dirname, '../../../../../out/main/team-folder-thread.cjs')

/** A thread that answers when the test says so. */
function handThread() {
  const asked: ThreadCall[] = []
  const state = { isEnded: false, events: null as ThreadEvents | null }
  const start: StartThread = (events) => {
    state.events = events
    return {
      ask: (call) => asked.push(call),
      end: () => {
        state.isEnded = true
      },
    }
  }
  const answer = (value: readonly string[]) =>
    state.events?.answered({ answer: 'result', result: { ok: true, value } })
  return { start, asked, state, answer }
}

describe('looking around a data folder', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'zhike-around-'))
  })
  afterEach(() => {
    removeFolder(root)
  })

  it('finds the mark of a cloud drive in a folder above, on the disk', async () => {
    const path = join(root, '同步', '知客')
    mkdirSync(path, { recursive: true })
    const around = namesAround(startFolderThread(THREAD, { root, device: '0'.repeat(16) }))
    expect(await cloudFinding(around, path, {})).toEqual([])
    mkdirSync(join(root, '同步', '.stfolder'))
    expect(await cloudFinding(around, path, {})).toEqual([
      { finding: 'cloudFolder', path, place: 'Syncthing' },
    ])
    expect(around.stuck()).toBe(0)
  })

  it('reads hidden names only, and passes over a folder that cannot be read', async () => {
    writeFileSync(join(root, '.dropbox'), '')
    writeFileSync(join(root, '文件.txt'), '')
    const around = namesAround(startFolderThread(THREAD, { root, device: '0'.repeat(16) }))
    const gone = join(root, '没有')
    expect([...(await around.of([gone, root]))]).toEqual([[root, ['.dropbox']]])
  })

  it('a thread that cannot be started is no reason not to start', async () => {
    const around = namesAround(startFolderThread(`${THREAD}.missing`, { root, device: '0'.repeat(16) }))
    expect(await cloudFinding(around, join(root, 'OneDrive', '知客'), {})).toMatchObject([
      { place: 'OneDrive' },
    ])
  })
})

describe('a folder above that hangs', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is waited for a short time only; what answered before counts', async () => {
    const { start, asked, state, answer } = handThread()
    const around = namesAround(start, 1_500)
    const found = cloudFinding(around, '/srv/同步/知客', {})
    answer([])
    answer(['.stfolder'])
    expect(asked.map(({ path }) => path)).toEqual(foldersAbove('/srv/同步/知客'))
    await vi.advanceTimersByTimeAsync(1_500)
    expect(await found).toMatchObject([{ place: 'Syncthing' }])
    expect(state.isEnded).toBe(true)
    expect(around.stuck()).toBe(1)
    state.events?.ended('')
    expect(around.stuck()).toBe(0)
  })

  it('says nothing when nothing answers', async () => {
    const { start } = handThread()
    const found = cloudFinding(namesAround(start, 1_500), '/srv/知客', {})
    await vi.advanceTimersByTimeAsync(1_500)
    expect(await found).toEqual([])
  })
})
