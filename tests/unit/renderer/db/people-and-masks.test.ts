import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WorkingCopy } from '../../../../renderer/db'
import { makeOffice, type Office } from './support'

let office: Office
let copy: WorkingCopy

beforeEach(async () => {
  office = await makeOffice()
  copy = (await office.open()).workingCopy
})

afterEach(async () => {
  copy.close()
  await office.close()
})

async function addOne(): Promise<string> {
  const added = await copy.staff.add([{ name: '示例员工甲', post: '客服专员' }])
  if (!added.ok) throw new Error(JSON.stringify(added.error))
  return added.value[0]?.id ?? ''
}

describe('the PIN of a person', () => {
  it('[ST31] is kept with the person, outlives other changes and a restart, and can be taken away', async () => {
    const id = await addOne()
    expect(await copy.staff.get(id)).toMatchObject({ hasPin: false })
    expect(await copy.staff.keptPin(id)).toBeUndefined()
    await copy.staff.change(id, { pin: 'scrypt$…' })
    await copy.staff.change(id, { post: '客服主管' })
    copy.close()
    copy = (await office.restart()).workingCopy
    expect(await copy.staff.get(id)).toEqual({
      id,
      name: '示例员工甲',
      post: '客服主管',
      active: true,
      hasPin: true,
    })
    expect(await copy.staff.keptPin(id)).toBe('scrypt$…')
    await copy.staff.change(id, { pin: null })
    expect(await copy.staff.get(id)).toMatchObject({ hasPin: false, post: '客服主管' })
  })
})

describe('the masks of the firm', () => {
  it('[ST32] are off at first, set one by one, and written only when they change', async () => {
    expect(await copy.masks.get()).toEqual({ phone: false, idNumber: false })
    await copy.firm.save({ name: '示例电器有限公司', department: '' })
    await copy.masks.set('phone', true, { id: 'p1', name: '示例员工甲' })
    expect(await copy.masks.get()).toEqual({ phone: true, idNumber: false })
    const written = office.folder.calls.length
    await copy.masks.set('phone', true)
    await copy.masks.set('idNumber', false)
    expect(office.folder.calls.slice(written).map(({ name }) => name)).not.toContain('journal:append')
    await copy.firm.save({ name: '示例商贸有限公司', department: '' })
    expect(await copy.masks.get()).toEqual({ phone: true, idNumber: false })
    await copy.masks.set('phone', false)
    await copy.masks.set('idNumber', true)
    expect(await copy.masks.get()).toEqual({ phone: false, idNumber: true })
    expect(await copy.firm.get()).toMatchObject({ name: '示例商贸有限公司' })
  })

  it('stay as they were when they cannot be written', async () => {
    office.folder.failNext('journal:append')
    expect(await copy.masks.set('phone', true)).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
    expect(await copy.masks.get()).toMatchObject({ phone: false })
  })
})
