import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BUNDLE, changeRow, changesIn, intoBundles } from '../../../../renderer/db/bundles'
import {
  changesAfter,
  changesOf,
  countAfter,
  countChanges,
  lastAfter,
  newestFirst,
} from '../../../../renderer/db/change-log'
import type { WorkingDb } from '../../../../renderer/db/schema'
import { compareText, foldChanges, type NewChange, type StoredChange } from '../../../../shared/store'
import { customersOf, dbName, inTables, makeOffice, type Office, tamper, writeComplaints } from './support'

const RECORDS = 60

let office: Office
let copyDir: string

beforeEach(async () => {
  office = await makeOffice()
  copyDir = await mkdtemp(join(tmpdir(), 'zhike-copy-'))
})

afterEach(async () => {
  await office.close()
  await rm(copyDir, { recursive: true, force: true })
})

const idOf = (at: number) => `01a2000000007000800000000000${String(at).padStart(4, '0')}`

/** Each record is begun, and then named and submitted in another change far behind: two bundles, and some by themselves. */
async function appendRun(): Promise<void> {
  const template = office.entry.hash
  const change = (at: number, edits: NewChange['edits']): NewChange => ({
    entity: { kind: 'record', id: idOf(at) },
    template,
    edits,
  })
  const all = Array.from({ length: RECORDS }, (_, at) => at)
  await office.folder.folder().keepTemplate(office.template)
  for (const edits of [
    (at: number): NewChange['edits'] => [
      { op: 'set', path: ['customer'], value: { name: `示例客户${String(at)}` }, over: [] },
    ],
    (): NewChange['edits'] => [{ op: 'set', path: ['@state'], value: 'submitted', over: [] }],
  ]) {
    office.clock.advance(60_000)
    const appended = await office.folder.folder().append(all.map((at) => change(at, edits(at))))
    if (!appended.ok) throw new Error(JSON.stringify(appended.error))
  }
}

async function journal(): Promise<readonly StoredChange[]> {
  const folder = office.folder.folder()
  const pages = await Promise.all(folder.ends().map(({ writer }) => folder.read(writer, 0, 10_000)))
  return pages.flatMap((page) => (page.ok ? page.value : []))
}

describe('a bundle', () => {
  it.each([
    ['whose places follow one another', 7],
    ['with a place left out', 31],
  ])('%s answers the changes at the places that are asked for', async (_, from) => {
    await appendRun()
    const all = (await journal()).map((stored) => changeRow(stored))
    const leftOut = from === 31 ? [40] : []
    const { bundles } = intoBundles(
      all.filter(({ at }) => at >= from && !leftOut.includes(at)).slice(0, BUNDLE),
    )
    const [bundle] = bundles
    if (!bundle) throw new Error('no bundle')
    const asked = [from - 1, from, 40, 55, bundle.last]
    const there = asked.filter((at) => at >= from && !leftOut.includes(at))
    expect(changesIn(bundle, (at) => asked.includes(at)).map(({ at }) => at)).toEqual(there)
    expect(changesIn(bundle)).toHaveLength(BUNDLE)
  })
})

describe('a long run of changes', () => {
  it('stands in bundles and is read like single ones: by place, by entity, by time', async () => {
    await appendRun()
    const opened = await office.restart()
    await writeComplaints(office, opened, ['示例甲公司'])
    const all = await journal()
    expect(await countsOf()).toEqual({ bundles: 2, single: all.length - 2 * BUNDLE })
    const writer = all[0]?.change.writer ?? ''
    await inTables(office, async (db) => {
      expect(await countChanges(db)).toBe(all.length)
      expect(await countChanges(db, writer)).toBe(all.length)
      const walked: StoredChange[] = []
      for (let at = 0; ;) {
        const page = await changesAfter(db, writer, at, 37)
        const last = page.at(-1)
        if (!last) break
        walked.push(...page.map(({ stored }) => stored))
        at = last.at
      }
      expect(walked).toEqual(all)
      for (const after of [0, 23, BUNDLE, 2 * BUNDLE + 1, all.length]) {
        const beyond = all.filter(({ change }) => change.seq > after)
        expect(await countAfter(db, writer, after)).toBe(beyond.length)
        const last = await lastAfter(db, writer, after, 30)
        expect(last.map(({ at }) => at)).toEqual(
          beyond
            .slice(-30)
            .map(({ change }) => change.seq)
            .reverse(),
        )
      }
      for (const at of [0, RECORDS - 1]) {
        const key = `record:${idOf(at)}`
        const own = all.filter(({ change }) => change.entity.id === idOf(at))
        const found = await changesOf(db, key)
        expect(found.map(({ stored }) => stored.change.seq).sort((a, b) => a - b)).toEqual(
          own.map(({ change }) => change.seq),
        )
        expect((await db.entities.get(key))?.state).toEqual(
          foldChanges({ kind: 'record', id: idOf(at) }, own),
        )
      }
      const timeOf = ({ change }: StoredChange) => [change.hlc.ms, change.writer, change.seq] as const
      const newest = [...all].sort(
        (a, b) =>
          timeOf(b)[0] - timeOf(a)[0] ||
          compareText(b.change.writer, a.change.writer) ||
          timeOf(b)[2] - timeOf(a)[2],
      )
      const seen: number[] = []
      for (let after: readonly [number, string, number] | undefined; ;) {
        const page = await newestFirst(db, after ? { after } : {}, 23)
        const last = page.at(-1)
        if (!last) break
        seen.push(...page.map(({ at }) => at))
        after = [last.ms, last.stream, last.at]
      }
      expect(seen).toEqual(newest.map(({ change }) => change.seq))
      const middle = all[RECORDS]?.change.hlc.ms ?? 0
      const since = await newestFirst(db, { from: middle }, 1000)
      expect(since).toHaveLength(all.filter(({ change }) => change.hlc.ms >= middle).length)
      const until = await newestFirst(db, { until: middle }, 1000)
      expect(until).toHaveLength(all.filter(({ change }) => change.hlc.ms < middle).length)
    })
    const history = await opened.workingCopy.records.history(idOf(3))
    expect(history).toHaveLength(2)
    opened.workingCopy.close()
  })

  it('is found whole at the next start, which reads nothing from the journal', async () => {
    await appendRun()
    ;(await office.restart()).workingCopy.close()
    await office.folder.reopen()
    office.folder.calls.length = 0
    const again = await office.open()
    expect(again.report).toMatchObject({ caughtUp: 0 })
    expect(again.report.rebuilt).toBeUndefined()
    expect(office.folder.calls.filter(({ name }) => name === 'journal:read')).toEqual([])
    again.workingCopy.close()
  })

  const damages: readonly [string, (db: WorkingDb) => Promise<unknown>, string?][] = [
    ['a lost bundle', (db) => db.bundles.toCollection().limit(1).delete()],
    [
      'a bundle with a changed text',
      (db) => changeText(db, (text) => text.replace('示例客户7', '示例客户9')),
    ],
    ['a bundle that cannot be read', (db) => changeText(db, (text) => text.slice(5)), 'unreadable'],
    ['a bundle that has lost a change', (db) => changeText(db, (text) => text.slice(text.indexOf('\n') + 1))],
    ['a lost entity', (db) => db.entities.delete(`record:${idOf(7)}`)],
    ['an entity that lacks a change', (db) => db.entities.put(onlyBegun())],
  ]
  let begun: StoredChange | undefined
  const onlyBegun = () => {
    if (!begun) throw new Error('no change')
    const { entity } = begun.change
    return { key: `record:${entity.id}`, kind: 'record', state: foldChanges(entity, [begun]) }
  }

  it.each(damages)('is built anew when there is %s', async (_, damage, reason = 'damaged') => {
    await appendRun()
    begun = (await journal())[7]
    ;(await office.restart()).workingCopy.close()
    await tamper(office, damage)
    const again = await office.restart()
    expect(again.report).toMatchObject({ rebuilt: reason, ahead: [] })
    expect(await customersOf(again)).toHaveLength(RECORDS)
    again.workingCopy.close()
    const third = await office.restart()
    expect(third.report.rebuilt).toBeUndefined()
    third.workingCopy.close()
  })

  it('is asked about when the journal lacks it, but for what can no longer be read', async () => {
    ;(await office.open()).workingCopy.close()
    await cp(office.folder.path, copyDir, { recursive: true })
    await appendRun()
    ;(await office.restart()).workingCopy.close()
    const all = await journal()
    await rm(office.folder.path, { recursive: true })
    await cp(copyDir, office.folder.path, { recursive: true })
    await tamper(office, (db) => changeText(db, (text) => text.slice(5)))
    const again = await office.restart()
    expect(again.report.rebuilt).toBeDefined()
    expect(again.report.ahead.map(({ change }) => change.seq)).toEqual(
      all.slice(BUNDLE).map(({ change }) => change.seq),
    )
    again.workingCopy.close()
  })

  it('joins rows that version 2 wrote, which are read as they are', async () => {
    const first = await office.open()
    await writeComplaints(office, first, ['示例甲公司', '示例乙公司'])
    first.workingCopy.close()
    await asVersion2()
    await appendRun()
    const again = await office.restart()
    expect(again.report).toMatchObject({ caughtUp: 2 * RECORDS })
    expect(again.report.rebuilt).toBeUndefined()
    expect(await customersOf(again)).toHaveLength(RECORDS + 2)
    again.workingCopy.close()
  })
})

async function countsOf() {
  return inTables(office, async (db) => ({
    bundles: await db.bundles.count(),
    single: await db.changes.count(),
  }))
}

/** Does something to the text of the first bundle. */
async function changeText(db: WorkingDb, change: (text: string) => string): Promise<unknown> {
  return db.bundles
    .toCollection()
    .limit(1)
    .modify((row) => {
      Object.assign(row, { text: new TextEncoder().encode(change(new TextDecoder().decode(row.text))) })
    })
}

/** The same rows in tables of version 2, its lines and states not packed as they are now. */
async function asVersion2(): Promise<void> {
  const name = dbName(office)
  const rows = await inTables(office, async (db) => {
    const found = new Map<string, readonly unknown[]>()
    for (const table of db.tables) found.set(table.name, await table.toArray())
    return found
  })
  await Dexie.delete(name)
  const db = new Dexie(name)
  db.version(1).stores({
    changes: '[stream+at], entity',
    entities: 'key, kind',
    records: 'id, templateCode, [templateCode+updatedAt+id], [updatedAt+id], [templateCode+number], customer',
    cursors: 'writer',
    numbers: '[templateCode+scope]',
    meta: 'key',
  })
  db.version(2).stores({
    entities: 'key',
    changes: '[stream+at], entity, [ms+stream+at]',
    records: 'id, [updatedAt+id], [list+number], from',
    customers: 'id, title, number',
  })
  await db.open()
  for (const table of db.tables) await table.bulkPut([...(rows.get(table.name) ?? [])])
  db.close()
}
