import { describe, expect, it } from 'vitest'
import type { RecordSession } from '../../../../renderer/stores'
import { fieldsOf, fill, sitting } from './support'

const here = sitting()

describe('two who have the same record open', () => {
  async function twoOpen(): Promise<readonly [RecordSession, RecordSession]> {
    const one = await here.open()
    fill(one)
    await one.actions.save()
    const other = await here.open({ kind: 'record', id: one.store.getState().recordId })
    return [one, other]
  }

  /** Lets the live questions be asked again until the form shows what it is waited for. */
  async function until(condition: () => boolean): Promise<void> {
    for (let i = 0; i < 5000 && !condition(); i++) {
      await new Promise((resolve) => setImmediate(resolve))
      await here.pass(0)
    }
    expect(condition()).toBe(true)
  }

  it('see each other’s changes in the fields that they have not touched', async () => {
    const [one, other] = await twoOpen()
    other.actions.setValue(['note'], '我写的')
    one.actions.setValue(['reason'], '新缘由')
    await one.actions.save()
    await until(() => fieldsOf(other)['reason'] === '新缘由')
    expect(fieldsOf(other)).toMatchObject({ reason: '新缘由', note: '我写的' })
    expect(other.store.getState().dirty).toBe(true)
    await other.actions.save()
    const view = await here.copy.records.get(one.store.getState().recordId)
    expect(view?.values.fields).toMatchObject({ reason: '新缘由', note: '我写的' })
    expect(view?.conflicts).toEqual([])
  })

  it('keep both values of a field that both have written, until one of them decides', async () => {
    const [one, other] = await twoOpen()
    other.actions.setValue(['reason'], '乙说')
    one.actions.setValue(['reason'], '甲说')
    one.actions.setValue(['note'], '甲的备注')
    await one.actions.save()
    await until(() => fieldsOf(other)['note'] === '甲的备注')
    expect(fieldsOf(other)['reason']).toBe('乙说')
    here.office.clock.advance(1000)
    await other.actions.save()
    await until(() => one.store.getState().conflicts.length === 1)
    const [conflict] = one.store.getState().conflicts
    expect(conflict?.survivors.map((survivor) => survivor.value)).toEqual(['乙说', '甲说'])
    if (!conflict) throw new Error('no conflict')
    expect(await one.actions.settle(conflict, conflict.survivors[1]?.dot ?? '')).toBe(true)
    await until(() => other.store.getState().conflicts.length === 0)
    expect(fieldsOf(one)['reason']).toBe('甲说')
    expect(fieldsOf(other)['reason']).toBe('甲说')
    expect(other.store.getState()).toMatchObject({ conflicts: [], dirty: false })
  })

  it('decide a conflict by writing something new', async () => {
    const [one, other] = await twoOpen()
    other.actions.setValue(['reason'], '乙说')
    one.actions.setValue(['reason'], '甲说')
    await one.actions.save()
    await other.actions.save()
    await until(() => one.store.getState().conflicts.length === 1)
    one.actions.setValue(['reason'], '两者都有')
    await one.actions.save()
    const view = await here.copy.records.get(one.store.getState().recordId)
    expect(view?.conflicts).toEqual([])
    expect(view?.values.fields['reason']).toBe('两者都有')
  })
})
