import { Dexie } from 'dexie'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WorkingCopy } from '../../renderer/db'
import { foldChanges, type EntityState, type StoredChange } from '../../shared/store'
import type { ListQuery } from '../../shared/search/list-query'
import { card, complaint, DAYS, DayOfWork, LIMITS, PEOPLE, REASONS, step } from '../support/day-of-work'
import { NaiveLists, type NaiveRecord } from '../support/naive-lists'
import { dbName, inTables, makeOffice, type Office } from '../unit/renderer/db/support'

const tables = (office: Office) =>
  inTables(office, async (db) => {
    await db.open()
    return {
      changes: (await db.changes.toArray()).map(({ stored }) => stored),
      entities: (await db.entities.toArray()).map(({ state }) => state),
      lines: [...(await db.records.toArray()), ...(await db.customers.toArray())],
    }
  })

const refOf = ({ change }: StoredChange) => `${change.entity.kind}:${change.entity.id}`
const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).sort()
const fieldOf = ({ values }: NaiveRecord, key: string): string => {
  const value = values.fields[key]
  return typeof value === 'string' ? value : ''
}

/** A question of a register, and whether a record answers it. */
type Asked = readonly [ListQuery, (record: NaiveRecord) => boolean]

/** By words, state, person, days and any field. */
function questions(): readonly Asked[] {
  const own: ListQuery = { list: complaint.code }
  const isOwn = ({ templateHash }: NaiveRecord) => templateHash === complaint.hash
  const inOwn = (query: ListQuery, test: Asked[1]): Asked => [
    { ...own, ...query },
    (record) => isOwn(record) && test(record),
  ]
  const [reason = ''] = REASONS
  const [, from = '', to = ''] = DAYS
  const [limit = ''] = LIMITS
  return [
    ...['漏水', '又漏', '乙', 'TS-2026-0002', '65550001'].map((text): Asked => [
      { text },
      ({ values, number }) => JSON.stringify([values.fields, number]).includes(text),
    ]),
    ...(['draft', 'submitted', 'closed', 'void'] as const).map((state): Asked => [
      { states: [state] },
      (record) => record.state === state,
    ]),
    ...PEOPLE.map(({ name }): Asked => [{ person: name }, ({ people }) => people.includes(name)]),
    inOwn({ from }, (record) => fieldOf(record, 'on') >= from),
    inOwn({ to }, (record) => fieldOf(record, 'on') <= to),
    inOwn({ filters: [{ column: 'reason', test: 'contains', value: '又' }] }, (record) =>
      fieldOf(record, 'reason').includes('又'),
    ),
    inOwn(
      { filters: [{ column: 'reason', test: 'is', value: reason }], states: ['submitted'] },
      (record) => record.state === 'submitted' && fieldOf(record, 'reason') === reason,
    ),
    [
      { list: card.code, filters: [{ column: 'creditLimit', test: 'atLeast', value: limit, as: 'number' }] },
      (record) =>
        record.templateHash === card.hash && Number(fieldOf(record, 'creditLimit')) >= Number(limit),
    ],
  ]
}

async function registersAgree({ lists }: WorkingCopy, naive: NaiveLists): Promise<void> {
  for (const [query, test] of questions()) {
    const expected = idsOf(naive.records.filter(test))
    const found = await lists.records(query, 0, 100)
    expect([query, idsOf(found.rows)]).toEqual([query, expected])
    expect(found.count).toBe(expected.length)
    if (query.text !== undefined && Object.keys(query).length === 1)
      expect(idsOf(await lists.findRecords(query.text, 100))).toEqual(expected)
  }
  const cards = naive.records.filter(({ templateHash }) => templateHash === card.hash)
  const { totals } = await lists.records({ list: card.code, totals: ['creditLimit'] }, 0, 0)
  const hundredths = cards.reduce(
    (sum, each) => sum + Math.round(100 * Number(fieldOf(each, 'creditLimit'))),
    0,
  )
  expect(Number(totals['creditLimit'])).toBe(hundredths / 100)
  const sorted = await lists.records(
    { list: complaint.code, sort: { column: '@on', as: 'plain', direction: 'up' } },
    0,
    100,
  )
  const days = sorted.rows.map(({ on }) => on)
  expect(days).toEqual([...days].sort())
}

/** The customers that are offered, and the records on the page of each, as in a register narrowed to it. */
async function customersAgree({ lists, customers }: WorkingCopy, naive: NaiveLists): Promise<void> {
  for (const closed of [false, true]) {
    const expected = naive.customers.filter(
      ({ id, closed: is }) => naive.survivorOf(id) === id && is === closed,
    )
    const offered = await lists.customers({ states: [closed ? 'closed' : 'active'] }, 0, 100)
    expect(idsOf(offered.rows)).toEqual(idsOf(expected))
  }
  for (const { id } of naive.customers) {
    expect((await customers.survivor(id))?.id).toBe(naive.survivorOf(id))
    const found = await lists.records({ customers: [id] }, 0, 100)
    expect(idsOf(found.rows)).toEqual(idsOf(naive.records.filter((record) => naive.names(record, id))))
  }
}

const agrees = async (copy: WorkingCopy, naive: NaiveLists) => {
  await registersAgree(copy, naive)
  await customersAgree(copy, naive)
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): readonly T[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
const byEntity = (states: readonly EntityState[]): readonly EntityState[] =>
  [...states].sort((a, b) => (a.entity.id < b.entity.id ? -1 : 1))

describe('a day’s work', () => {
  it('comes to the same in any order of arrival, after a restart, built anew, and in every list', async () => {
    const catalogue = [complaint, card]
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), fc.nat(), async (steps, seed) => {
        const office = await makeOffice(seed + 1)
        let { workingCopy } = await office.open({ catalogue })
        try {
          const day = new DayOfWork(office, workingCopy)
          for (const each of steps) await day.do(each)
          const before = await tables(office)
          const naive = new NaiveLists(before.changes)
          expect(idsOf(naive.records)).toEqual([...day.records].sort())
          expect(idsOf(naive.customers)).toEqual([...day.customers].sort())
          await agrees(workingCopy, naive)
          for (const state of before.entities) {
            const own = before.changes.filter(
              (stored) => refOf(stored) === `${state.entity.kind}:${state.entity.id}`,
            )
            expect(foldChanges(state.entity, [...own].reverse())).toEqual<EntityState>(state)
          }
          workingCopy.close()
          ;({ workingCopy } = await office.restart({ catalogue }))
          await agrees(workingCopy, naive)
          workingCopy.close()
          await Dexie.delete(dbName(office))
          ;({ workingCopy } = await office.restart({ catalogue }))
          await agrees(workingCopy, naive)
          const anew = await tables(office)
          expect(byEntity(anew.entities)).toEqual(byEntity(before.entities))
          expect(byId(anew.lines)).toEqual(byId(before.lines))
        } finally {
          workingCopy.close()
          await office.close()
        }
      }),
      { numRuns: 40 },
    )
  }, 240_000)
})
