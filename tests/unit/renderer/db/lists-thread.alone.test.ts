import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenedWorkingCopy } from '../../../../renderer/db'
import { listsThread, type ListsPort, type SayStand } from '../../../../renderer/db/lists/lists-port'
import type { RecordRow } from '../../../../renderer/db/records-types'
import { dbName, inTables, makeOffice, type Office, writeComplaints } from './support'

const NAMES = ['示例甲公司', '示例乙公司', '示例丙公司']

let office: Office
let opened: OpenedWorkingCopy
let port: ListsPort
let sayStand: SayStand
/** What the thread told the window. */
let told: string[]

/** A worker in this thread: the module of the thread is loaded anew for each, and messages cross as copies. */
class WorkerHere {
  onmessage: ((event: MessageEvent) => void) | null = null
  readonly #ready: Promise<unknown>

  constructor() {
    vi.stubGlobal('postMessage', (message: { readonly tell: string }) => {
      const copy = structuredClone(message)
      queueMicrotask(() => {
        told.push(copy.tell)
        this.onmessage?.({ data: copy } as MessageEvent)
      })
    })
    vi.resetModules()
    this.#ready = import('../../../../renderer/db/lists/lists-thread')
  }

  postMessage(message: object, transfer: readonly MessagePort[] = []): void {
    const [way] = transfer
    const copy = way ? { ...message, way } : structuredClone(message)
    void this.#ready.then(() => {
      ;(globalThis as unknown as { onmessage: (event: { data: unknown }) => void }).onmessage({ data: copy })
    })
  }

  terminate(): void {
    this.onmessage = null
  }
}

beforeEach(async () => {
  told = []
  sayStand = (hear) => {
    hear(null)
  }
  vi.stubGlobal('Worker', WorkerHere)
  office = await makeOffice()
  opened = await office.open()
  await writeComplaints(office, opened, NAMES)
  port = listsThread(dbName(office), {}, (hear) => {
    sayStand(hear)
  })
  await port.settled
})

afterEach(async () => {
  port.close()
  vi.unstubAllGlobals()
  opened.workingCopy.close()
  await office.close()
})

const titles = async () =>
  (await port.ask('records', { query: {}, from: 0, limit: 9, bare: true })).rows.map(({ title }) => title)

const newest = async (): Promise<RecordRow> => {
  const [id = ''] = (await port.ask('page', { query: {}, from: 0, limit: 1 })).ids
  const [row] = await opened.workingCopy.lists.recordRows([id])
  if (!row) throw new Error('no line')
  return row
}

describe('the thread of the lists', () => {
  it('reads what is stored, and answers', async () => {
    expect(await titles()).toEqual([...NAMES].reverse())
  })

  it('takes a line of the window behind those that another thread made before', async () => {
    const row = await newest()
    const way = port.openWay()
    if (!way) throw new Error('no way')
    port.handed(1)
    port.put([{ ...row, title: '示例新名' }])
    expect((await titles())[0]).toBe(row.title)
    way.postMessage([{ ...row, title: '示例旧名' }])
    await vi.waitFor(async () => {
      expect((await titles())[0]).toBe('示例新名')
    })
    way.close()
  })

  it('reads the stored lines once more when one that writes them broke down, and says so', async () => {
    const row = await newest()
    await inTables(office, (db) => db.records.put({ ...row, title: '示例未说' }))
    expect((await titles())[0]).toBe(row.title)
    const heard = vi.fn()
    port.onHeard(heard)
    port.readAnew()
    expect((await titles())[0]).toBe('示例未说')
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalled()
    })
  })

  it('asks again how the tables stand when that could not be said', async () => {
    const row = await newest()
    const asked = () => told.filter((tell) => tell === 'lacking').length
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const lines = Array.from({ length: 2500 }, (_, at) => ({ ...row, id: `示例${String(at)}` }))
      port.put(lines)
      await titles()
      await vi.advanceTimersByTimeAsync(11_000)
      expect(asked()).toBe(1)
      await vi.advanceTimersByTimeAsync(11_000)
      expect(asked()).toBe(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('makes no image while somebody asks', async () => {
    const row = await newest()
    const files = vi.fn().mockRejectedValue(new Error('no folder'))
    vi.stubGlobal('navigator', { storage: { getDirectory: files } })
    let hear: Parameters<SayStand>[0] = () => undefined
    sayStand = (heard) => {
      hear = heard
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      port.put(Array.from({ length: 2500 }, (_, at) => ({ ...row, id: `示例${String(at)}` })))
      await titles()
      await vi.advanceTimersByTimeAsync(11_000)
      await titles()
      hear({ applied: [], dropped: 0 })
      await titles()
      expect(files).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(11_000)
      hear({ applied: [], dropped: 0 })
      vi.useRealTimers()
      await vi.waitFor(() => {
        expect(files).toHaveBeenCalled()
      })
    } finally {
      vi.useRealTimers()
    }
  })
})
