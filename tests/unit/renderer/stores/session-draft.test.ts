import { describe, expect, it, vi } from 'vitest'
import { unfinishedDrafts } from '../../../../renderer/stores'
import { fieldsOf, fill, sitting } from './support'

const here = sitting()

describe('the draft of an editing session', () => {
  it('is written a moment after the last keystroke, once', async () => {
    const session = await here.open()
    session.actions.setValue(['reason'], '漏')
    await here.pass(299)
    expect(here.callsOf('draft:put')).toBe(0)
    await here.pass(1)
    expect(here.callsOf('draft:put')).toBe(1)
    expect((await here.drafts())[0]).toMatchObject({
      templateCode: 'KHTS-BD-001',
      values: { fields: { reason: '漏' } },
    })
    expect(session.store.getState().draftSavedAt).toBe(here.office.clock.now())
    await here.pass(5000)
    expect(here.callsOf('draft:put')).toBe(1)
  })

  it('is never more than a second behind someone who types without a pause', async () => {
    const session = await here.open()
    for (let i = 1; i <= 30; i++) {
      session.actions.setValue(['reason'], '字'.repeat(i))
      await here.pass(100)
      if (i >= 10) {
        const [draft] = await here.drafts()
        const kept = ((draft?.values.fields['reason'] ?? '') as string).length
        expect(i - kept).toBeLessThanOrEqual(10)
      }
    }
    expect(here.callsOf('draft:put')).toBeLessThanOrEqual(4)
  })

  it('is removed after a save, and when everything typed was undone', async () => {
    const session = await here.open()
    session.actions.setValue(['reason'], '漏水')
    await here.pass(300)
    expect(await here.drafts()).toHaveLength(1)
    session.actions.undo()
    await here.pass(0)
    expect(await here.drafts()).toEqual([])
    fill(session)
    await here.pass(300)
    expect(await here.drafts()).toHaveLength(1)
    await session.actions.save()
    expect(await here.drafts()).toEqual([])
    expect(session.store.getState().draftSavedAt).toBeUndefined()
  })

  it('is put down at once when the form is left', async () => {
    const session = await here.open()
    session.actions.setValue(['reason'], '漏水')
    await session.actions.dispose()
    expect((await here.drafts())[0]?.values.fields['reason']).toBe('漏水')
  })

  it('is tried again after a failure, and the failure is told', async () => {
    const session = await here.open()
    here.office.folder.failNext('draft:put')
    session.actions.setValue(['reason'], '漏水')
    await here.pass(300)
    expect(session.store.getState()).toMatchObject({
      draftFailure: { act: 'write', failure: { type: 'DiskFull' } },
    })
    expect(session.store.getState().failure).toBeUndefined()
    await here.pass(5000)
    expect(await here.drafts()).toHaveLength(1)
    expect(session.store.getState().draftFailure).toBeUndefined()
  })

  it('that is refused outright is told too, and does not stop the save', async () => {
    const session = await here.open()
    const { bridge } = here.office.folder
    const call = vi.spyOn(bridge, 'call')
    call.mockRejectedValueOnce(new Error('refused'))
    fill(session)
    await here.pass(300)
    expect(session.store.getState().draftFailure).toMatchObject({ failure: { type: 'Io' } })
    call.mockRestore()
    expect(await session.actions.submit()).toBe(true)
  })

  it('goes on after a restart where it stopped', async () => {
    const session = await here.open()
    fill(session)
    await here.pass(1000)
    const [draft] = await here.drafts()
    here.copy.close()
    await here.office.folder.reopen()
    here.copy = (await here.office.open()).workingCopy
    const again = await here.open({ kind: 'draft', id: draft?.id ?? '' })
    expect(again.store.getState()).toMatchObject({ fromDraft: true, dirty: true, stored: false })
    expect(fieldsOf(again)).toEqual(fieldsOf(session))
    expect(await again.actions.submit()).toBe(true)
    expect(await here.drafts()).toEqual([])
    expect((await here.copy.lists.records({}, 0, 9)).rows).toHaveLength(1)
  })

  it('opens with its record and saves only what was typed, without a conflict', async () => {
    const first = await here.open()
    fill(first)
    await first.actions.submit()
    first.actions.setValue(['reason'], '漏水严重')
    await first.actions.dispose()
    const again = await here.open({ kind: 'record', id: first.store.getState().recordId })
    expect(again.store.getState()).toMatchObject({ fromDraft: true, dirty: true, number: 'TS-2026-0001' })
    expect(fieldsOf(again)['reason']).toBe('漏水严重')
    await again.actions.save()
    const history = await here.copy.records.history(first.store.getState().recordId)
    expect(history.at(-1)?.steps).toEqual([
      { step: 'set', path: ['reason'], before: '漏水', after: '漏水严重' },
      { step: 'addRow', rows: '@corrections', row: expect.any(String) as string },
    ])
    expect((await here.copy.records.get(first.store.getState().recordId))?.conflicts).toEqual([])
  })

  it('that is behind what was saved and could not be removed is not offered again', async () => {
    const session = await here.open()
    fill(session)
    await here.pass(300)
    session.actions.setValue(['reason'], '漏水，又不制冷')
    here.office.folder.failNext('draft:remove')
    await session.actions.save()
    expect(session.store.getState().draftFailure).toMatchObject({ act: 'remove' })
    expect(await here.drafts()).toEqual([])
    const again = await here.open({ kind: 'record', id: session.store.getState().recordId })
    expect(again.store.getState()).toMatchObject({ fromDraft: false, dirty: false, stored: true })
    expect(fieldsOf(again)['reason']).toBe('漏水，又不制冷')
  })

  it('that says what its record says is not offered, wherever it comes from', async () => {
    const session = await here.open()
    fill(session)
    await here.pass(300)
    const [left] = await here.drafts()
    if (!left) throw new Error('no draft')
    await session.actions.save()
    await here.office.folder.folder().drafts.put({ ...left, savedAt: left.savedAt + 1 })
    const again = await here.open({ kind: 'draft', id: left.id })
    expect(again.store.getState()).toMatchObject({ fromDraft: false, dirty: false, stored: true })
    expect(await here.drafts()).toEqual([])
  })

  it('of what was typed behind a save is offered again', async () => {
    const session = await here.open()
    fill(session)
    await here.pass(300)
    here.office.folder.failNext('draft:remove')
    await session.actions.save()
    session.actions.setValue(['reason'], '噪音')
    await here.pass(300)
    const again = await here.open({ kind: 'record', id: session.store.getState().recordId })
    expect(again.store.getState()).toMatchObject({ fromDraft: true, dirty: true })
    expect(fieldsOf(again)['reason']).toBe('噪音')
  })

  it('is listed while it is unfinished, and removed from the list when its record holds it all', async () => {
    const saved = await here.open()
    fill(saved)
    await here.pass(300)
    here.office.folder.failNext('draft:remove')
    await saved.actions.save()
    const open2 = await here.open()
    open2.actions.setValue(['reason'], '噪音')
    await here.pass(300)
    const listed = await unfinishedDrafts({ bridge: here.office.folder.bridge, workingCopy: here.copy })
    expect(listed.ok && listed.value.map((draft) => draft.values.fields['reason'])).toEqual(['噪音'])
    expect(await here.drafts()).toHaveLength(1)
  })

  it('is thrown away when the person wants what is saved', async () => {
    const session = await here.open()
    fill(session)
    await session.actions.save()
    session.actions.setValue(['reason'], '别的')
    await here.pass(300)
    await session.actions.discardDraft()
    expect(fieldsOf(session)['reason']).toBe('漏水')
    expect(session.store.getState()).toMatchObject({ dirty: false, canUndo: false })
    expect(await here.drafts()).toEqual([])
  })
})
