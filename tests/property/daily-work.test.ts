import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordView, WorkingCopy } from '../../renderer/db'
import { WorkingDb } from '../../renderer/db/schema'
import { emptyValues, type FormValues } from '../../shared/forms/values'
import { foldChanges, type EntityState, type StoredChange } from '../../shared/store'
import { complaintOf, dbName, makeOffice, type Office } from '../unit/renderer/db/support'

const names = ['示例甲公司', '示例乙公司', '示例丙公司']
const reasons = ['漏水', '噪声大', '漏水 又漏']

/** One thing that a person does; the numbers choose among what is there, and what is not possible does nothing. */
const step = fc.record({
  act: fc.constantFrom(
    ...(['save', 'submit', 'edit', 'close', 'reopen', 'void', 'restore', 'setBack'] as const),
    ...(['customer', 'rename', 'merge', 'undoMerge', 'closeAccount', 'submit', 'edit'] as const),
  ),
  a: fc.nat(20),
  b: fc.nat(20),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const chosen = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]

/** The day's work on one computer. */
class Day {
  readonly records: string[] = []
  readonly customers: string[] = []

  constructor(
    private readonly office: Office,
    private readonly copy: WorkingCopy,
  ) {}

  async do({ act, a, b }: Step): Promise<void> {
    this.office.clock.advance(1000)
    const { records, customers } = this.copy
    const id = chosen(this.records, a) ?? ''
    const customer = chosen(this.customers, a) ?? ''
    switch (act) {
      case 'save':
      case 'submit': {
        const write = this.office.newRecord(complaintOf(chosen(names, a) ?? '', chosen(reasons, b)), { act })
        await records.write(write)
        this.records.push(write.id)
        return
      }
      case 'edit':
        await this.write(id, { act: 'save' }, (values) => ({
          ...values,
          fields: {
            ...values.fields,
            reason: chosen(reasons, b) ?? '',
            customer: { name: chosen(names, b) ?? '' },
          },
        }))
        return
      case 'close':
      case 'reopen':
        await this.write(id, { act })
        return
      case 'void':
        await this.write(id, { act, reason: '重复' })
        return
      case 'restore':
        await records.restore(id)
        return
      case 'setBack': {
        const moment = chosen(await records.history(id), b)
        if (moment) await records.setBack(id, { dot: moment.dot, what: { part: 'all' }, reason: '' })
        return
      }
      case 'customer': {
        const made = await customers.create({ ...emptyValues, fields: { name: chosen(names, b) ?? '' } })
        if (made.ok) this.customers.push(made.value.id)
        return
      }
      case 'rename': {
        const view = await customers.get(customer)
        if (!view) return
        const base = view.customer.values
        const values = { ...base, fields: { ...base.fields, name: `${view.customer.name}新` } }
        await customers.save({ id: customer, base, values, seen: view.seen })
        return
      }
      case 'merge': {
        const other = chosen(this.customers, b) ?? ''
        const view = await customers.get(other)
        if (!view || other === customer) return
        const { values } = view.customer
        await customers.merge({ into: other, from: [customer], base: values, values, seen: view.seen })
        return
      }
      case 'undoMerge':
        await customers.undoMerge(customer)
        return
      case 'closeAccount':
        if (customer !== '') await customers.closeAccount(customer, '迁走')
    }
  }

  private async write(
    id: string,
    act: Parameters<WorkingCopy['records']['write']>[0]['act'],
    change: (values: FormValues) => FormValues = (values) => values,
  ): Promise<void> {
    const view = await this.copy.records.get(id)
    if (!view?.template) return
    const life = view.row.state
    if (
      act.act === 'close' ? life !== 'submitted' : act.act === 'reopen' ? life !== 'closed' : life === 'void'
    )
      return
    if (act.act === 'save' && life === 'closed') return
    await this.copy.records.write({
      id,
      template: view.template,
      templateHash: view.row.templateHash,
      base: view.values,
      values: change(view.values),
      seen: view.seen,
      act,
    })
  }
}

async function tables(office: Office) {
  const db = new WorkingDb(dbName(office))
  await db.open()
  const changes = (await db.changes.toArray()).map(({ stored }) => stored)
  const entities = (await db.entities.toArray()).map(({ state }) => state)
  db.close()
  return { changes, entities }
}

const refOf = ({ change }: StoredChange) => `${change.entity.kind}:${change.entity.id}`

/** Every list of the window, by looking at all records one after another. */
async function agreesWithAllRecords(copy: WorkingCopy, day: Day): Promise<void> {
  const views = (await Promise.all(day.records.map((id) => copy.records.get(id)))).filter(
    (view): view is RecordView => view !== undefined,
  )
  const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).sort()
  const where = (test: (view: RecordView) => boolean) => idsOf(views.filter(test).map(({ row }) => row))
  for (const word of ['漏水', '又漏', '乙', 'TS-2026-0002']) {
    const expected = where((view) => JSON.stringify([view.values.fields, view.row.number]).includes(word))
    expect(idsOf((await copy.lists.records({ text: word }, 0, 100)).rows)).toEqual(expected)
    expect(idsOf(await copy.lists.findRecords(word, 100))).toEqual(expected)
  }
  for (const state of ['draft', 'submitted', 'closed', 'void'] as const) {
    const found = await copy.lists.records({ states: [state] }, 0, 100)
    expect(idsOf(found.rows)).toEqual(where((view) => view.row.state === state))
    expect(found.count).toBe(found.rows.length)
  }
  const survivors = await Promise.all(day.customers.map((id) => copy.customers.survivor(id)))
  const offered = await copy.lists.customers({ states: ['active', 'closed'] }, 0, 100)
  expect(idsOf(offered.rows)).toEqual([...new Set(survivors.map((one) => one?.id ?? ''))].sort())
  for (const id of day.customers) {
    const keys = await copy.customers.keys(id)
    const bears = async (view: RecordView) => {
      const named = view.values.fields['customer']
      if (typeof named !== 'object' || !('name' in named)) return false
      if (named.id === undefined) return keys.includes(`=${named.name}`)
      return keys.includes(named.id) && (await copy.customers.survivor(named.id)) !== undefined
    }
    const expected = await Promise.all(views.map(bears))
    const found = await copy.lists.records({ customers: keys }, 0, 100)
    expect(idsOf(found.rows)).toEqual(
      idsOf(views.filter((_, i) => expected[i] === true).map(({ row }) => row)),
    )
  }
}

describe('a day’s work', () => {
  it('comes to the same in any order of arrival, after a restart, and in every list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), fc.nat(), async (steps, seed) => {
        const office = await makeOffice(seed + 1)
        let { workingCopy } = await office.open()
        try {
          const day = new Day(office, workingCopy)
          for (const each of steps) await day.do(each)
          await agreesWithAllRecords(workingCopy, day)
          workingCopy.close()
          const before = await tables(office)
          for (const state of before.entities) {
            const own = before.changes.filter(
              (stored) => refOf(stored) === `${state.entity.kind}:${state.entity.id}`,
            )
            expect(foldChanges(state.entity, [...own].reverse())).toEqual<EntityState>(state)
          }
          ;({ workingCopy } = await office.restart())
          await agreesWithAllRecords(workingCopy, day)
        } finally {
          workingCopy.close()
          await office.close()
        }
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
