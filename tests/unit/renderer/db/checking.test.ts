import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenedWorkingCopy, RecordWrite } from '../../../../renderer/db'
import { checkAsking, checkHere } from '../../../../renderer/db/checking/checker'
import { fullCheck } from '../../../../renderer/db/integrity'
import type { TemplateByHash } from '../../../../renderer/db/apply'
import { complaintOf, dbName, inTables, makeOffice, tamper, type Office } from './support'

let office: Office
let opened: OpenedWorkingCopy
let written: readonly RecordWrite[]
let templates: TemplateByHash

beforeEach(async () => {
  office = await makeOffice()
  opened = await office.open()
  written = ['示例甲公司', '示例乙公司'].map((name) => office.newRecord(complaintOf(name)))
  await Promise.all(written.map(write))
  templates = (hash) => (hash === office.entry.hash ? office.template : undefined)
})

afterEach(async () => {
  opened.workingCopy.close()
  await office.close()
})

async function write(record: RecordWrite): Promise<void> {
  const saved = await opened.workingCopy.records.write(record)
  if (!saved.ok || !saved.value.viewed) throw new Error('not written')
}

const breathe = () => Promise.resolve()
const none: ReadonlySet<number> = new Set()
const setting = () => ({ database: dbName(office), knownBreaks: none, templates, kept: () => [] })

describe('the full check', () => {
  it('takes what is written between its bites for no damage', async () => {
    let turn = 0
    const change = async () => {
      turn += 1
      // Another record each time, too: the number of rows is another one.
      await write(office.newRecord(complaintOf(`示例${turn}公司`)))
      for (const record of written) await write({ ...record, values: complaintOf(`示例${turn}公司`) })
    }
    expect(await inTables(office, (db) => fullCheck(db, templates, none, change))).toBe(true)
    expect(turn).toBeGreaterThan(1)
  })

  it('finds a state that lost a change, whatever is written meanwhile', async () => {
    const [record] = written
    const before = await inTables(office, (db) => db.entities.get(`record:${record?.id ?? ''}`))
    if (!record || !before) throw new Error('no record')
    await write({ ...record, values: complaintOf('示例丙公司') })
    await tamper(office, (db) => db.entities.put(before))
    const others = async () => write(office.newRecord(complaintOf('示例丁公司')))
    expect(await inTables(office, (db) => fullCheck(db, templates, none, others))).toBe(false)
  })
})

describe('the checker', () => {
  it('calls a working copy whole, and one that lost a line not', async () => {
    expect(await checkHere(setting())).toBe(true)
    await tamper(office, (db) => db.records.toCollection().limit(1).delete())
    expect(await checkHere(setting())).toBe(false)
  })

  it('asks for the templates that it lacks and decides by them', async () => {
    const asked: string[] = []
    const isWhole = await checkAsking(
      setting(),
      (hashes) => {
        asked.push(...hashes)
        return Promise.resolve(hashes.map((hash) => [hash, templates(hash) ?? null] as const))
      },
      breathe,
    )
    expect(isWhole).toBe(true)
    expect(asked).toEqual([office.entry.hash])
  })

  it('asks once for what nobody has, and says what stands there without it', async () => {
    let asked = 0
    const isWhole = await checkAsking(
      setting(),
      (hashes) => {
        asked += 1
        return Promise.resolve(hashes.map((hash) => [hash, null] as const))
      },
      breathe,
    )
    expect(asked).toBe(1)
    // Lines that were made with the template are others without it.
    expect(isWhole).toBe(false)
  })

  it('asks for nothing that the folder keeps', async () => {
    const kept = () => [[office.entry.hash, office.template] as const]
    const ask = () => Promise.reject(new Error('asked'))
    expect(await checkAsking({ ...setting(), kept }, ask, breathe)).toBe(true)
  })
})
