import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenedWorkingCopy, WorkingCopy } from '../../../../renderer/db'
import { templateHash } from '../../../../shared/forms'
import { applySettings, type FormSettings } from '../../../../shared/forms/settings'
import type { Template } from '../../../../shared/forms/template'
import { complaintOf, makeOffice, tamper, type Office } from './support'

const CODE = 'KHTS-BD-001'
const me = { id: 'p1', name: '示例员工甲' }
const wide: FormSettings = { paper: { size: 'A3', orientation: 'landscape' } }
const small: FormSettings = { paper: { size: 'B5', orientation: 'portrait' } }

let office: Office
let opened: OpenedWorkingCopy
let copy: WorkingCopy
let own: Template

beforeEach(async () => {
  office = await makeOffice()
  opened = await office.open()
  copy = opened.workingCopy
  own = applySettings(office.template, wide)
})

afterEach(async () => {
  copy.close()
  await office.close()
})

const seenOf = async () => (await copy.templates.versions(CODE))?.seen ?? []

async function choose(template: Template | null, seen?: readonly string[]): Promise<void> {
  office.clock.advance(60_000)
  const chosen = await copy.templates.choose(CODE, template, seen ?? (await seenOf()), me)
  if (!chosen.ok) throw new Error(JSON.stringify(chosen.error))
}

const currentHash = () => copy.templates.current(CODE)?.hash

const keptHashes = async () => {
  const all = await office.folder.folder().templates()
  return all.ok ? all.value.map(({ hash }) => hash) : []
}

async function restart(): Promise<void> {
  copy.close()
  opened = await office.restart()
  copy = opened.workingCopy
}

describe("a firm's own version of a form", () => {
  it('[ST30] is current from when it is chosen on, also after a restart, and says who chose it', async () => {
    expect(currentHash()).toBe(office.entry.hash)
    await choose(own)
    expect(currentHash()).toBe(templateHash(own))
    await restart()
    expect(copy.templates.current(CODE)?.template).toEqual(own)
    const versions = await copy.templates.versions(CODE)
    expect(versions?.shipped.hash).toBe(office.entry.hash)
    expect(versions?.choices).toEqual([
      { hash: templateHash(own), template: own, base: office.template, at: office.clock.now(), person: me },
    ])
  })

  it('[ST30] is in the data folder with the form that it was made from before the firm names it', async () => {
    await choose(own)
    const names = office.folder.calls.map(({ name }) => name)
    expect(names.lastIndexOf('template:keep')).toBeLessThan(names.indexOf('journal:append'))
    expect(await keptHashes()).toEqual(expect.arrayContaining([templateHash(own), office.entry.hash]))
  })

  it('is not chosen when it could not be kept, and nothing is written', async () => {
    for (const failing of ['template:keep', 'journal:append'] as const) {
      office.folder.failNext(failing)
      const chosen = await copy.templates.choose(CODE, own, [], me)
      expect(chosen).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
      expect(currentHash()).toBe(office.entry.hash)
    }
    expect(office.folder.folder().ends()).toEqual([])
  })

  it('gives way to the form of the books again', async () => {
    await choose(own)
    await choose(null)
    expect(copy.templates.current(CODE)).toBe(office.entry)
    await restart()
    expect(currentHash()).toBe(office.entry.hash)
  })

  it('is no version of its own where it is what ships', async () => {
    await choose(office.template)
    expect((await copy.templates.versions(CODE))?.choices).toEqual([])
  })

  it('is written once, however often it is chosen', async () => {
    await choose(own)
    const [end] = office.folder.folder().ends()
    await choose(own)
    expect(office.folder.folder().ends()).toEqual([end])
  })

  it('leaves the records that exist with theirs', async () => {
    const before = await copy.records.write(office.newRecord(complaintOf('示例甲公司'), { act: 'submit' }))
    await choose(own)
    const write = office.newRecord(complaintOf('示例乙公司'), { act: 'submit' })
    const now = copy.templates.current(CODE)
    if (!now) throw new Error('no current form')
    const after = await copy.records.write({ ...write, template: now.template, templateHash: now.hash })
    expect([before.ok, after.ok]).toEqual([true, true])
    await restart()
    const { rows } = await copy.lists.records({ list: CODE }, 0, 10)
    const papers = await Promise.all(
      rows.map(async ({ id, title }) => [title, (await copy.records.get(id))?.template?.paper.size]),
    )
    expect(Object.fromEntries(papers)).toEqual({ 示例甲公司: 'A4', 示例乙公司: 'A3' })
  })

  it('leaves two versions that were chosen apart standing until someone who saw both decides', async () => {
    const other = applySettings(office.template, small)
    await choose(own, [])
    await choose(other, [])
    const versions = await copy.templates.versions(CODE)
    expect(versions?.choices.map(({ hash }) => hash)).toEqual([templateHash(other), templateHash(own)])
    expect(currentHash()).toBe(templateHash(other))
    await choose(other)
    expect((await copy.templates.versions(CODE))?.choices).toHaveLength(1)
  })

  it('tells views when another version is current, and only then', async () => {
    let heard = 0
    const stop = copy.templates.onOwn(() => (heard += 1))
    await choose(own)
    await copy.firm.save({ name: '示例电器有限公司', department: '客户服务部' }, me)
    expect(heard).toBe(1)
    expect(copy.templates.current(CODE)).toBe(copy.templates.current(CODE))
    stop()
    await choose(null)
    expect(heard).toBe(1)
  })

  it("keeps the firm's forms when its name is changed, and its name when its forms are", async () => {
    await copy.firm.save({ name: '示例电器有限公司', department: '客户服务部' }, me)
    await choose(own)
    await copy.firm.save({ name: '示例商贸有限公司', department: '客户服务部' }, me)
    expect((await copy.firm.get())?.name).toBe('示例商贸有限公司')
    await restart()
    expect(currentHash()).toBe(templateHash(own))
  })

  it('stays when a later program ships another version of the form, and still knows what it was made from', async () => {
    await choose(own)
    copy.close()
    const newer = { ...office.template, version: office.template.version + 1 }
    await office.folder.reopen()
    opened = await office.open({
      catalogue: [{ code: CODE, head: newer, template: newer, hash: templateHash(newer) }],
    })
    copy = opened.workingCopy
    expect(currentHash()).toBe(templateHash(own))
    const versions = await copy.templates.versions(CODE)
    expect(versions?.shipped.template).toBe(newer)
    expect(versions?.choices[0]?.base).toEqual(office.template)
    await choose(null)
    expect(currentHash()).toBe(templateHash(newer))
  })

  it('is not lost while the working copy is built anew, nor after it', async () => {
    await choose(own)
    copy.close()
    await tamper(office, (db) => db.entities.clear())
    opened = await office.restart()
    copy = opened.workingCopy
    expect(currentHash()).toBe(templateHash(own))
  })

  it('waits for a version that the folder lacks with the form that ships', async () => {
    await choose(own)
    copy.close()
    const real = office.folder.bridge.call
    const without = {
      ...office.folder.bridge,
      call: ((name, input) =>
        name === 'template:all'
          ? Promise.resolve({ ok: true, value: [] })
          : real(name, input)) as typeof real,
    }
    const { openWorkingCopy } = await import('../../../../renderer/db')
    const again = await openWorkingCopy(without, office.folder.start(), {
      clock: office.clock,
      random: office.random,
      catalogue: [office.entry],
    })
    if (!again.ok) throw new Error(JSON.stringify(again.error))
    copy = again.value.workingCopy
    expect(currentHash()).toBe(office.entry.hash)
    expect((await copy.templates.versions(CODE))?.choices[0]?.hash).toBe(templateHash(own))
  })
})
