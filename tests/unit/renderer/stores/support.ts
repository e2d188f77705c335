import { afterEach, beforeEach, vi } from 'vitest'
import type { WorkingCopy } from '../../../../renderer/db'
import { openRecordSession, type RecordSession, type SessionSource } from '../../../../renderer/stores'
import type { Draft } from '../../../../shared/ipc/contract'
import { makeOffice, type Office } from '../db/support'

export const me = { id: 'p1', name: '示例员工甲' }
export const newForm: SessionSource = { kind: 'new', code: 'KHTS-BD-001' }

/** What a test of editing sessions works with: a data folder, a working copy, and clocks that stand still. */
export interface Sitting {
  office: Office
  copy: WorkingCopy
  readonly tryOpen: (source: SessionSource) => ReturnType<typeof openRecordSession>
  readonly open: (source?: SessionSource) => Promise<RecordSession>
  /** Lets both clocks go on and everything that becomes due be done. */
  readonly pass: (ms: number) => Promise<void>
  readonly callsOf: (name: string) => number
  readonly drafts: () => Promise<readonly Draft[]>
}

/** A new sitting for every test. */
export function sitting(): Sitting {
  let sessions: RecordSession[] = []

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    made.office = await makeOffice()
    made.copy = (await made.office.open()).workingCopy
    sessions = []
  })

  afterEach(async () => {
    for (const session of sessions) await session.actions.dispose()
    vi.useRealTimers()
    made.copy.close()
    await made.office.close()
  })

  const made: Sitting = {
    // Given before each test.
    office: null as never,
    copy: null as never,
    tryOpen: (source) => {
      const { folder, clock, random } = made.office
      return openRecordSession(
        { bridge: folder.bridge, workingCopy: made.copy, clock, random, person: () => me },
        source,
      )
    },
    open: async (source = newForm) => {
      const opened = await made.tryOpen(source)
      if (!opened.ok) throw new Error(JSON.stringify(opened.error))
      sessions.push(opened.value)
      return opened.value
    },
    pass: async (ms) => {
      made.office.clock.advance(ms)
      await vi.advanceTimersByTimeAsync(ms)
      await made.office.folder.idle()
    },
    callsOf: (name) => made.office.folder.calls.filter((call) => call.name === name).length,
    drafts: async () => {
      const listed = await made.office.folder.folder().drafts.list()
      return listed.ok ? listed.value : []
    },
  }
  return made
}

export function fill({ actions }: RecordSession, customer = '示例甲公司'): void {
  actions.setValue(['customer'], { name: customer })
  actions.setValue(['kind'], ['商品'])
  actions.setValue(['reason'], '漏水')
  actions.setValue(['phone'], '010-12345678')
}

export const fieldsOf = (session: RecordSession) => session.store.getState().values.fields
