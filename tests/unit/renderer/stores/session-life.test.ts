import { describe, expect, it } from 'vitest'
import { copyRecord, makeNextOf, type RecordSession } from '../../../../renderer/stores'
import { fieldsOf, fill, me, sitting } from './support'

const here = sitting()

async function submitted(): Promise<RecordSession> {
  const session = await here.open()
  fill(session)
  expect(await session.actions.submit()).toBe(true)
  return session
}

const idOf = (session: RecordSession) => session.store.getState().recordId

const viewOf = async (session: RecordSession) => {
  const view = await here.copy.records.get(idOf(session))
  if (!view) throw new Error('no record')
  return view
}

const deps = () => {
  const { folder, clock, random } = here.office
  return { bridge: folder.bridge, workingCopy: here.copy, clock, random, person: () => me }
}

describe('作废', () => {
  it('writes the state alone; what was typed stays as a draft and goes on after 恢复', async () => {
    const session = await submitted()
    session.actions.setValue(['reason'], '漏水严重')
    expect(await session.actions.voidRecord('重复')).toBe(true)
    const view = await viewOf(session)
    expect(view).toMatchObject({ row: { state: 'void' }, voidReason: '重复', corrections: 0 })
    expect(view.values.fields['reason']).toBe('漏水')
    await session.actions.flush()
    expect((await here.drafts()).map(({ record, values }) => [record, values.fields['reason']])).toEqual([
      [idOf(session), '漏水严重'],
    ])
    expect(session.store.getState().readOnly).toBe(true)
    await here.copy.records.restore(idOf(session))
    const again = await here.open({ kind: 'record', id: idOf(session) })
    expect(fieldsOf(again)['reason']).toBe('漏水严重')
    expect(await again.actions.save('补充')).toBe(true)
    expect((await viewOf(session)).values.fields['reason']).toBe('漏水严重')
  })
})

describe('办结', () => {
  it('makes a record read-only until it is reopened', async () => {
    const session = await submitted()
    expect(await session.actions.close()).toBe(true)
    expect(session.store.getState()).toMatchObject({
      state: 'closed',
      readOnly: true,
      number: 'TS-2026-0001',
    })
    session.actions.setValue(['reason'], '改')
    expect(fieldsOf(session)['reason']).toBe('漏水')
    expect(await session.actions.save()).toBe(false)
    expect(await session.actions.voidRecord('错')).toBe(false)
    expect(await session.actions.reopen()).toBe(true)
    expect(session.store.getState()).toMatchObject({ state: 'submitted', readOnly: false, corrections: 0 })
    session.actions.setValue(['reason'], '改')
    expect(await session.actions.save('写错')).toBe(true)
  })

  it('is for 登记 records alone', async () => {
    const session = await here.open()
    fill(session)
    await session.actions.save()
    expect(await session.actions.close()).toBe(false)
    expect(await session.actions.reopen()).toBe(false)
    expect(session.store.getState().state).toBe('draft')
  })

  it('takes what was typed with it as a correction', async () => {
    const session = await submitted()
    session.actions.setValue(['reason'], '漏水严重')
    expect(await session.actions.close('补充')).toBe(true)
    expect(session.store.getState()).toMatchObject({ state: 'closed', corrections: 1, dirty: false })
    expect((await viewOf(session)).corrected).toHaveLength(1)
  })

  it('does not pass a record that lacks something', async () => {
    const session = await submitted()
    session.actions.setValue(['reason'], null)
    expect(await session.actions.close()).toBe(false)
    expect(session.store.getState().problems.map(({ path }) => path[0])).toContain('reason')
  })

  it('can be taken back while a draft of it was left, which stays typed', async () => {
    const session = await submitted()
    const other = await here.open({ kind: 'record', id: idOf(session) })
    other.actions.setValue(['reason'], '未存的改动')
    await here.pass(2000)
    await session.actions.close()
    await expect.poll(() => other.store.getState().state).toBe('closed')
    expect(await other.actions.reopen()).toBe(true)
    expect(other.store.getState()).toMatchObject({ state: 'submitted', dirty: true, corrections: 0 })
    expect(fieldsOf(other)['reason']).toBe('未存的改动')
  })
})

describe('更正', () => {
  it('[ST37] is what is saved after 登记: counted, with its reason, the old value and who', async () => {
    const session = await submitted()
    expect(session.store.getState().corrections).toBe(0)
    here.office.clock.advance(60_000)
    session.actions.setValue(['reason'], '不制冷')
    expect(await session.actions.save('  听错了 ')).toBe(true)
    expect(session.store.getState()).toMatchObject({
      corrections: 1,
      corrected: [{ path: ['reason'], before: '漏水', at: here.office.clock.now(), person: me }],
    })
    const history = await here.copy.records.history(idOf(session))
    expect(history.at(-1)?.steps).toContainEqual(
      expect.objectContaining({
        step: 'set',
        path: ['@corrections', expect.any(String), 'reason'],
        after: '听错了',
      }),
    )
    session.actions.setValue(['reason'], '漏电')
    expect(await session.actions.save('')).toBe(true)
    expect(session.store.getState()).toMatchObject({ corrections: 2, corrected: [{ before: '漏水' }] })
  })

  it('[ST37] is not what is filled in later; both in one save are one 更正 of what was replaced', async () => {
    const session = await submitted()
    session.actions.setValue(['demand'], '换货')
    session.actions.setValue(['kind'], ['商品', '服务'])
    expect(session.actions.corrects()).toBe(false)
    expect(await session.actions.save()).toBe(true)
    expect(session.store.getState()).toMatchObject({ corrections: 0, corrected: [] })
    session.actions.setValue(['reason'], '不制冷')
    session.actions.setValue(['address'], '示例路 1 号')
    expect(session.actions.corrects()).toBe(true)
    expect(await session.actions.save('听错了')).toBe(true)
    expect(session.store.getState()).toMatchObject({ corrections: 1, corrected: [{ path: ['reason'] }] })
    // What was blank at 登记 bears no mark, also when it is put right.
    session.actions.setValue(['demand'], null)
    expect(await session.actions.save()).toBe(true)
    expect(session.store.getState()).toMatchObject({ corrections: 2, corrected: [{ path: ['reason'] }] })
  })

  it('marks nothing that says again what it said at 登记', async () => {
    const session = await submitted()
    session.actions.setValue(['reason'], '不制冷')
    await session.actions.save()
    session.actions.setValue(['reason'], '漏水')
    await session.actions.save()
    expect(session.store.getState()).toMatchObject({ corrections: 2, corrected: [] })
  })

  it('is not what is saved before 登记, nor a save of nothing', async () => {
    const session = await here.open()
    fill(session)
    await session.actions.save()
    session.actions.setValue(['reason'], '不制冷')
    await session.actions.save()
    await session.actions.submit()
    expect(await session.actions.save('原因')).toBe(true)
    expect(session.store.getState().corrections).toBe(0)
  })

  it('leaves the rows of the record itself out of what is filled in', async () => {
    const session = await submitted()
    session.actions.setValue(['reason'], '不制冷')
    await session.actions.save('听错了')
    expect(Object.keys(session.store.getState().values.rows)).toEqual([])
    expect((await viewOf(session)).row).toMatchObject({ corrections: 1 })
  })
})

describe('a copy', () => {
  it('says what it is a copy of, until something is typed', async () => {
    const session = await submitted()
    const id = (await session.actions.copyAsNew()) ?? ''
    const copy = await here.open({ kind: 'draft', id })
    expect(copy.store.getState()).toMatchObject({ copyOf: session.store.getState().number, fromDraft: true })
    copy.actions.setValue(['reason'], '不制冷')
    await copy.actions.flush()
    expect((await here.drafts()).find((draft) => draft.id === id)).not.toHaveProperty('copyOf')
  })

  it('has no number, no origin and no attachment, is dated today, and is made from lists, too', async () => {
    const session = await submitted()
    here.office.clock.advance(24 * 3600 * 1000)
    const made = await copyRecord(deps(), idOf(session))
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    const copy = await here.open({ kind: 'draft', id: made.value })
    expect(fieldsOf(copy)).toMatchObject({
      on: '2026-11-22',
      reason: '漏水',
      customer: { name: '示例甲公司' },
    })
    expect(fieldsOf(copy)).not.toHaveProperty('no')
    expect(copy.store.getState()).toMatchObject({ stored: false, number: '', state: 'draft' })
    await copy.actions.submit()
    expect(await viewOf(copy)).toMatchObject({ row: { number: 'TS-2026-0002', from: '', files: 0 } })
    expect((await viewOf(copy)).from).toBeUndefined()
  })

  it('says which record it does not know', async () => {
    expect(await copyRecord(deps(), 'r')).toEqual({ ok: false, error: { type: 'UnknownRecord', id: 'r' } })
  })
})

describe('the next form', () => {
  it('[ST36] is made from its record with what is known, and says so from its first save on', async () => {
    const session = await submitted()
    const draft = await session.actions.makeNext('KHTS-BD-001')
    const next = await here.open({ kind: 'draft', id: draft ?? '' })
    expect(next.store.getState()).toMatchObject({ from: idOf(session), stored: false, number: '' })
    expect(fieldsOf(next)).toMatchObject({ reason: '漏水', phone: '010-12345678', on: '2026-11-21' })
    expect(await here.copy.records.madeFrom(idOf(session))).toEqual([])
    await next.actions.save()
    expect((await here.copy.records.madeFrom(idOf(session))).map(({ id }) => id)).toEqual([idOf(next)])
    expect(await viewOf(next)).toMatchObject({ from: idOf(session) })
    await next.actions.submit()
    const writes = (await here.copy.records.history(idOf(next))).flatMap(({ steps }) =>
      steps.filter((step) => step.step === 'set' && step.path[0] === '@from'),
    )
    expect(writes).toHaveLength(1)
  })

  it('keeps its origin in the draft over a restart', async () => {
    const session = await submitted()
    const draft = await session.actions.makeNext('KHTS-BD-001')
    const first = await here.open({ kind: 'draft', id: draft ?? '' })
    first.actions.setValue(['reason'], '又漏')
    await first.actions.dispose()
    const again = await here.open({ kind: 'draft', id: draft ?? '' })
    await again.actions.save()
    expect((await viewOf(again)).from).toBe(idOf(session))
  })

  it('is not made of a form that is not there', async () => {
    const session = await submitted()
    expect(await makeNextOf(deps(), idOf(session), 'XX-BD-001')).toEqual({
      ok: false,
      error: { type: 'UnknownForm', code: 'XX-BD-001' },
    })
  })
})
