import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenedWorkingCopy } from '../../../../renderer/db'
import { noTeam } from '../../../../shared/team'
import { complaintOf, makeOffice, tamper, type Office } from './support'

const CODE = 'KHTS-BD-001'
const me = { id: 'p1', name: '示例员工甲' }

let office: Office
let opened: OpenedWorkingCopy

beforeEach(async () => {
  office = await makeOffice()
  opened = await office.open()
})

afterEach(async () => {
  opened.workingCopy.close()
  await office.close()
})

const rules = () => opened.workingCopy.numberRules

async function choose(rule: string | null, seen?: readonly string[]) {
  office.clock.advance(1000)
  return rules().choose(office.template, rule, seen ?? (await rules().of(CODE)).seen, me)
}

async function submit(): Promise<string> {
  office.clock.advance(1000)
  const written = await opened.workingCopy.records.write(
    office.newRecord(complaintOf('示例甲公司'), { act: 'submit' }),
  )
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return written.value.number
}

describe("a firm's number rule of a form", () => {
  it('[ST38] numbers what is 登记 from then on, and leaves the numbers that were given', async () => {
    expect([await submit(), await submit()]).toEqual(['TS-2026-0001', 'TS-2026-0002'])
    expect(await choose('KS{yyyy}{mm}-{000}')).toMatchObject({ ok: true })
    expect([await submit(), await submit()]).toEqual(['KS202611-001', 'KS202611-002'])
    const { rows } = await opened.workingCopy.lists.records({ list: CODE }, 0, 9)
    expect(rows.map(({ number }) => number).sort()).toEqual([
      'KS202611-001',
      'KS202611-002',
      'TS-2026-0001',
      'TS-2026-0002',
    ])
  })

  it('[ST38] holds after a restart, and gives way to the rule of the form', async () => {
    await choose('K{00}')
    expect(await submit()).toBe('K01')
    opened.workingCopy.close()
    opened = await office.restart()
    expect(await rules().of(CODE)).toMatchObject({ rule: 'K{00}', parted: false, person: me })
    expect(await submit()).toBe('K02')
    await choose(null)
    expect(await submit()).toBe('TS-2026-0001')
    await choose('K{00}')
    expect(await submit()).toBe('K03')
  })

  it('goes on where numbers of the same look have come to, and says what it comes after', async () => {
    await submit()
    await submit()
    expect(await rules().next(CODE, 'TS-{yyyy}-{0000/never}')).toEqual({
      number: 'TS-2026-0003',
      after: 'TS-2026-0002',
      skipped: [],
    })
    expect(await rules().next(CODE, 'TS-{yyyy}-{00000}')).toMatchObject({ number: 'TS-2026-00003' })
    expect(await rules().next(CODE, 'NEU-{0}')).toEqual({ number: 'NEU-1', skipped: [] })
    expect(await rules().next(CODE, 'NEU')).toBeNull()
  })

  it('passes over a number that a record bears already, and says so', async () => {
    await choose('A{yyyy}-{00/never}')
    await submit()
    await submit()
    await choose('A{yyyy}-{00}')
    await tamper(office, async (db) => {
      await db.numbers.put({ templateCode: CODE, scope: 'A2026-{0}', highest: 1 })
    })
    expect(await rules().next(CODE, 'A{yyyy}-{00}')).toEqual({
      number: 'A2026-03',
      after: 'A2026-01',
      skipped: ['A2026-02'],
    })
  })

  it('is not taken when it is no rule or would give equal numbers', async () => {
    for (const rule of ['TS', 'TS-{0000/year}', '{yyyy}{']) {
      expect(await choose(rule)).toMatchObject({ ok: false, error: { type: 'BadChange' } })
    }
    expect(office.folder.folder().ends()).toEqual([])
  })

  it('that is the rule of the form is nobody’s own, and is written once', async () => {
    await choose('TS-{yyyy}-{0000}')
    expect(await rules().of(CODE)).toEqual({ rule: null, parted: false, seen: [] })
    await choose('K{00}')
    const ends = office.folder.folder().ends()
    await choose('K{00}')
    expect(office.folder.folder().ends()).toEqual(ends)
  })

  it('that was set apart on two computers is told until somebody who saw both decides', async () => {
    await choose('K{00}', [])
    await choose('M{00}', [])
    expect(await rules().of(CODE)).toMatchObject({ rule: 'M{00}', parted: true })
    await choose('M{00}')
    expect(await rules().of(CODE)).toMatchObject({ rule: 'M{00}', parted: false })
  })

  it('that a later program wrote and this one cannot read is passed over', async () => {
    await office.folder.folder().append([
      {
        entity: { kind: 'firm', id: 'firm' },
        edits: [{ op: 'set', path: ['numbers', CODE], value: 'TS-{quarter}-{0000}', over: [] }],
      },
    ])
    await opened.workingCopy.catchUp()
    expect(await submit()).toBe('TS-2026-0001')
  })

  it('keeps the number of a void record taken', async () => {
    await choose('K{00}')
    const write = office.newRecord(complaintOf('示例甲公司'), { act: 'submit' })
    await opened.workingCopy.records.write(write)
    const view = await opened.workingCopy.records.get(write.id)
    await opened.workingCopy.records.write({
      ...write,
      base: write.values,
      seen: view?.seen ?? {},
      act: { act: 'void', reason: '写错' },
    })
    expect(await submit()).toBe('K02')
  })

  it("[TF14] bears the computer's letter in a team, and counts each letter for itself", async () => {
    expect(await submit()).toBe('TS-2026-0001')
    const self = {
      device: '',
      name: '',
      person: '',
      program: '',
      seen: null,
      read: null,
      removed: false,
      left: false,
    }
    office.folder.setTeam({ ...noTeam, standing: 'member', self: { ...self, letter: 'B' } })
    expect([await submit(), await submit()]).toEqual(['TS-2026-B0001', 'TS-2026-B0002'])
    expect(await rules().next(CODE, 'TS-{yyyy}-{0000}')).toEqual({
      number: 'TS-2026-B0003',
      after: 'TS-2026-B0002',
      skipped: [],
    })
    office.folder.setTeam(noTeam)
    expect(await submit()).toBe('TS-2026-0002')
    opened.workingCopy.close()
    opened = await office.restart()
    office.folder.setTeam({ ...noTeam, standing: 'member', self: { ...self, letter: 'B' } })
    expect(await submit()).toBe('TS-2026-B0003')
  })
})
