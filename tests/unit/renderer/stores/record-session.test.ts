import { IDBObjectStore } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { WorkingCopy } from '../../../../renderer/db'
import { openRecordSession } from '../../../../renderer/stores'
import { fieldsOf, fill, me, newForm, sitting } from './support'

const here = sitting()

describe('an editing session', () => {
  it('begins with first values and nothing to save', async () => {
    const session = await here.open()
    expect(session.store.getState()).toMatchObject({
      stored: false,
      dirty: false,
      state: 'draft',
      number: '',
      canUndo: false,
    })
    expect(fieldsOf(session)).toEqual({ on: '2026-11-21', preparedBy: me })
    await here.pass(5000)
    expect(here.callsOf('draft:put')).toBe(0)
  })

  it('says which form, record, draft or template it does not know', async () => {
    expect(await here.tryOpen({ kind: 'new', code: 'XX-BD-001' })).toEqual({
      ok: false,
      error: { type: 'UnknownForm', code: 'XX-BD-001' },
    })
    expect(await here.tryOpen({ kind: 'record', id: 'r' })).toEqual({
      ok: false,
      error: { type: 'UnknownRecord', id: 'r' },
    })
    expect(await here.tryOpen({ kind: 'draft', id: 'd' })).toEqual({
      ok: false,
      error: { type: 'UnknownDraft', id: 'd' },
    })
    const foreign = { entity: { kind: 'record', id: 'r' }, template: 'f'.repeat(64), edits: [] } as const
    await here.office.folder
      .folder()
      .append([{ ...foreign, edits: [{ op: 'set', path: ['a'], value: '1', over: [] }] }])
    await here.copy.catchUp()
    expect(await here.tryOpen({ kind: 'record', id: 'r' })).toEqual({
      ok: false,
      error: { type: 'UnknownTemplate', hash: 'f'.repeat(64) },
    })
  })

  it('saves a draft record without a number, and 登记 gives one', async () => {
    const session = await here.open()
    fill(session)
    expect(await session.actions.save()).toBe(true)
    expect(session.store.getState()).toMatchObject({
      stored: true,
      dirty: false,
      state: 'draft',
      number: '',
      saving: false,
    })
    expect(session.store.getState().savedAt).toBe(here.office.clock.now())
    expect(await session.actions.submit()).toBe(true)
    expect(session.store.getState()).toMatchObject({
      state: 'submitted',
      number: 'TS-2026-0001',
      dirty: false,
    })
    expect(fieldsOf(session)['no']).toBe('TS-2026-0001')
    expect((await here.copy.records.get(session.store.getState().recordId))?.row.createdBy).toBe('示例员工甲')
  })

  it('lets a refused problem stop 登记 and takes it back when it is mended', async () => {
    const session = await here.open()
    session.actions.setValue(['customer'], { name: '示例甲公司' })
    expect(await session.actions.submit()).toBe(false)
    const problems = () =>
      session.store.getState().problems.filter((problem) => problem.severity === 'refuse')
    expect(problems().map((problem) => problem.path[0])).toEqual(['kind', 'reason'])
    expect(here.callsOf('journal:append')).toBe(0)
    session.actions.setValue(['kind'], ['商品'])
    expect(problems().map((problem) => problem.path[0])).toEqual(['reason'])
    session.actions.setValue(['reason'], '漏水')
    expect(await session.actions.submit()).toBe(true)
  })

  it('does not let a 登记 record be saved with a required field emptied', async () => {
    const session = await here.open()
    fill(session)
    await session.actions.submit()
    session.actions.setValue(['reason'], null)
    expect(await session.actions.save()).toBe(false)
    expect(session.store.getState().problems.map((problem) => problem.path[0])).toContain('reason')
  })

  it('keeps what was typed and says what failed when the journal cannot write; the next save succeeds', async () => {
    const session = await here.open()
    fill(session)
    here.office.folder.failNext('journal:append')
    expect(await session.actions.save()).toBe(false)
    expect(session.store.getState()).toMatchObject({
      failure: { type: 'DiskFull' },
      dirty: true,
      saving: false,
      stored: false,
    })
    expect(fieldsOf(session)['reason']).toBe('漏水')
    expect(await here.drafts()).toHaveLength(1)
    expect(await session.actions.save()).toBe(true)
    expect(session.store.getState().failure).toBeUndefined()
  })

  it('saves twice pressed quickly once', async () => {
    const session = await here.open()
    fill(session)
    expect(await Promise.all([session.actions.save(), session.actions.save()])).toEqual([true, true])
    expect(here.callsOf('journal:append')).toBe(1)
  })

  it('is 已保存 as soon as the journal has it; the browser’s storage follows', async () => {
    const session = await here.open()
    fill(session)
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    const putsBefore: number[] = []
    session.store.subscribe(({ savedAt, dirty, saving }) => {
      if (savedAt !== undefined && !dirty && !saving) putsBefore.push(put.mock.calls.length)
    })
    expect(await session.actions.save()).toBe(true)
    expect(putsBefore[0]).toBe(0)
    expect(put).toHaveBeenCalled()
    put.mockRestore()
  })

  it('saves again before the browser’s storage has what was saved before', async () => {
    const session = await here.open()
    fill(session)
    // The journal has more than the window knows, so that taking in the first save asks for its ends.
    const edits = [{ op: 'set', path: ['reason'], value: '别处写的', over: [] }] as const
    const entity = { kind: 'record', id: '01a20000-0000-7000-8000-000000000001' } as const
    expect((await here.office.folder.folder().append([{ entity, edits }])).ok).toBe(true)
    const release = here.office.folder.hold('journal:ends')
    const asked = here.callsOf('journal:ends')
    const first = session.actions.save()
    await vi.waitFor(() => {
      expect(here.callsOf('journal:ends')).toBe(asked + 1)
    })
    session.actions.setValue(['reason'], '漏水严重')
    const second = session.actions.save()
    const isSaved = () => {
      expect(session.store.getState().dirty).toBe(false)
    }
    await vi.waitFor(isSaved, { timeout: 20_000 })
    expect(here.callsOf('journal:append')).toBe(2)
    release()
    expect(await Promise.all([first, second])).toEqual([true, true])
    const { recordId } = session.store.getState()
    const view = await here.copy.records.get(recordId)
    expect(view?.conflicts).toEqual([])
    expect(view?.values.fields['reason']).toBe('漏水严重')
    expect(await here.copy.records.history(recordId)).toHaveLength(2)
    expect(await here.drafts()).toEqual([])
  })

  it('says that it is saving when that takes its time', async () => {
    const session = await here.open()
    fill(session)
    const release = here.office.folder.hold('journal:append')
    const saving = session.actions.save()
    await vi.advanceTimersByTimeAsync(99)
    expect(session.store.getState().saving).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(session.store.getState().saving).toBe(true)
    release()
    expect(await saving).toBe(true)
    expect(session.store.getState().saving).toBe(false)
  })

  it('keeps what is typed while a save is under way, and saves it next without a conflict with itself', async () => {
    const session = await here.open()
    fill(session)
    const release = here.office.folder.hold('journal:append')
    const saving = session.actions.save()
    await vi.waitFor(() => {
      expect(here.callsOf('journal:append')).toBe(1)
    })
    session.actions.setValue(['reason'], '漏水，又不制冷')
    release()
    expect(await saving).toBe(true)
    expect(session.store.getState().dirty).toBe(true)
    expect(fieldsOf(session)['reason']).toBe('漏水，又不制冷')
    await here.pass(1000)
    expect((await here.drafts())[0]).toMatchObject({ record: session.store.getState().recordId })
    expect(await session.actions.save()).toBe(true)
    const view = await here.copy.records.get(session.store.getState().recordId)
    expect(view?.conflicts).toEqual([])
    expect(view?.values.fields['reason']).toBe('漏水，又不制冷')
    expect(await here.drafts()).toEqual([])
  })

  it('undoes and redoes, a word at a time', async () => {
    const session = await here.open()
    for (const typed of ['漏', '漏水', '漏水了']) {
      session.actions.setValue(['reason'], typed)
      await here.pass(200)
    }
    await here.pass(1000)
    session.actions.setValue(['reason'], '漏水了。')
    session.actions.undo()
    expect(fieldsOf(session)['reason']).toBe('漏水了')
    session.actions.undo()
    expect(fieldsOf(session)['reason']).toBeUndefined()
    expect(session.store.getState()).toMatchObject({ canUndo: false, canRedo: true, dirty: false })
    session.actions.redo()
    session.actions.redo()
    expect(fieldsOf(session)['reason']).toBe('漏水了。')
    expect(session.store.getState().canRedo).toBe(false)
  })

  it('types into no computed, serial or unknown field', async () => {
    const session = await here.open()
    session.actions.setValue(['no'], 'TS-1999-0001')
    session.actions.setValue(['nothing'], 'x')
    expect(session.store.getState().dirty).toBe(false)
  })

  it('voids with a reason, shows it, and lets nothing more be typed', async () => {
    const session = await here.open()
    fill(session)
    await session.actions.submit()
    expect(await session.actions.voidRecord('  ')).toBe(false)
    expect(await session.actions.voidRecord('填错了')).toBe(true)
    expect(session.store.getState()).toMatchObject({
      state: 'void',
      voidReason: '填错了',
      readOnly: true,
      number: 'TS-2026-0001',
    })
    session.actions.setValue(['reason'], '改')
    expect(fieldsOf(session)['reason']).toBe('漏水')
  })

  it('copies as a new draft, dated today, without the number', async () => {
    const session = await here.open()
    fill(session)
    await session.actions.submit()
    here.office.clock.set(new Date(2026, 11, 24, 9).getTime())
    const id = await session.actions.copyAsNew()
    const copied = await here.open({ kind: 'draft', id: id ?? '' })
    expect(copied.store.getState()).toMatchObject({
      stored: false,
      state: 'draft',
      number: '',
      fromDraft: true,
    })
    expect(fieldsOf(copied)).toMatchObject({
      on: '2026-12-24',
      reason: '漏水',
      customer: { name: '示例甲公司' },
    })
    expect(fieldsOf(copied)['no']).toBeUndefined()
    expect(copied.store.getState().recordId).not.toBe(session.store.getState().recordId)
  })

  it('stays 登记 when it is saved again while the browser’s storage takes nothing', async () => {
    const session = await here.open()
    fill(session)
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError')
    })
    expect(await session.actions.submit()).toBe(true)
    session.actions.setValue(['reason'], '漏水严重')
    expect(await session.actions.save()).toBe(true)
    put.mockRestore()
    await here.copy.catchUp()
    const record = await here.copy.records.get(session.store.getState().recordId)
    expect(record?.conflicts).toEqual([])
    expect(record?.row).toMatchObject({ state: 'submitted', number: 'TS-2026-0001' })
    expect(record?.values.fields['reason']).toBe('漏水严重')
  })

  it('tells when a save breaks off, keeps the draft, and can save later', async () => {
    const session = await here.open()
    fill(session)
    const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('Internal error', 'UnknownError')
    })
    expect(await session.actions.save()).toBe(false)
    expect(session.store.getState()).toMatchObject({ saving: false, failure: { type: 'BadChange' } })
    get.mockRestore()
    expect(await here.drafts()).toHaveLength(1)
    expect(await session.actions.save()).toBe(true)
    expect(await here.drafts()).toEqual([])
  })

  it('saves safely while the lists lag behind', async () => {
    const session = await here.open()
    fill(session)
    const write = here.copy.records.write
    const lagging: WorkingCopy = {
      ...here.copy,
      records: {
        ...here.copy.records,
        write: async (record, onSaved) => {
          const done = await write(record, onSaved)
          return done.ok ? { ok: true, value: { ...done.value, viewed: false } } : done
        },
      },
      catchUp: () => Promise.resolve({ ok: false, error: { type: 'Io', path: '', code: 'EIO' } }),
    }
    const opened = await openRecordSession(
      {
        bridge: here.office.folder.bridge,
        workingCopy: lagging,
        clock: here.office.clock,
        random: here.office.random,
        person: () => me,
      },
      newForm,
    )
    if (!opened.ok) throw new Error('not open')
    fill(opened.value)
    expect(await opened.value.actions.submit()).toBe(true)
    expect(opened.value.store.getState()).toMatchObject({
      viewLags: true,
      state: 'submitted',
      number: 'TS-2026-0001',
      dirty: false,
    })
    expect(await here.drafts()).toEqual([])
    await opened.value.actions.dispose()
  })
})
