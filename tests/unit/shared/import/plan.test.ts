import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import { emptyValues, type FormValues } from '../../../../shared/forms/values'
import { correctionEdits } from '../../../../shared/store/record-edits'
import { filledIn } from '../../../../shared/store/state-at'
import { makeEdits, recordInfo, seenOf, survivorsAt, type NewChange } from '../../../../shared/store'
import {
  changesOf,
  customersTarget,
  keyOf,
  planImport,
  recordsTarget,
  undoImport,
  type Entry,
  type ImportTarget,
  type Matching,
} from '../../../../shared/import'
import { history } from '../../../support/import/history'

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there')
  return value
}

const complaint = recordsTarget(must(entryByCode('KHTS-BD-001')).template)

const entry = (values: Partial<FormValues>, number = '', line = 2): Entry => ({
  lines: [line],
  values: { ...emptyValues, ...values },
  number,
  findings: [],
})

const complete = (more: FormValues['fields'] = {}) => ({
  fields: { on: '2026-01-05', customer: { name: '示例' }, kind: ['商品'], reason: '损坏', ...more },
})

let ids = 0

/** Plans entries over what a history holds, and appends what is planned. */
function importInto(
  journal: ReturnType<typeof history>,
  target: ImportTarget,
  entries: readonly Entry[],
  matching: Matching,
  batch = 'b1',
  as: 'submitted' | 'draft' = 'submitted',
) {
  const there = journal.states(target.kind === 'customers' ? 'customer' : 'record')
  let counter = 0
  const plan = planImport({
    target,
    templateHash: 'f'.repeat(64),
    entries,
    matching,
    as,
    known: {
      bearers: (key, text) =>
        there.filter(
          (state) =>
            keyOf(target, key, { values: filledIn(state), number: recordInfo(state).number ?? '' }) === text,
        ),
      isTaken: (number) => there.some((state) => recordInfo(state).number === number),
      nextNumber: () => `TS-2026-000${++counter}`,
    },
    today: '2026-11-21',
    batch,
    newId: () => `id${++ids}`,
  })
  journal.append(...changesOf(plan))
  return plan
}

const problems = (plan: ReturnType<typeof importInto>) =>
  plan.planned.map(({ does, findings }) => [
    does,
    ...findings.map(({ problem }) => (problem.problem === 'value' ? problem.value.kind : problem.problem)),
  ])

const byNumber: Matching = { key: 'no', whenThere: 'update' }

describe('the plan of an import', () => {
  it('gives new records numbers that nobody bears, also none that a later line says', () => {
    const journal = history()
    importInto(journal, complaint, [entry(complete(), 'TS-2026-0001')], byNumber)
    importInto(
      journal,
      complaint,
      [entry(complete()), entry(complete(), 'TS-2026-0002'), entry(complete())],
      byNumber,
    )
    expect(journal.states('record').map((state) => recordInfo(state).number)).toEqual([
      'TS-2026-0001',
      'TS-2026-0003',
      'TS-2026-0002',
      'TS-2026-0004',
    ])
  })

  it('refuses what 登记 would refuse, and takes it as a draft when asked', () => {
    const journal = history()
    const missing = [entry({ fields: { reason: '损坏' } })]
    expect(problems(importInto(journal, complaint, missing, byNumber))).toEqual([
      ['refuse', 'required', 'required', 'required', 'rule'],
    ])
    expect(problems(importInto(journal, complaint, missing, byNumber, 'b2', 'draft'))).toEqual([['create']])
    expect(journal.states('record').map((state) => recordInfo(state))).toMatchObject([
      { state: 'draft', number: null },
    ])
  })

  it('updates a record as a 更正 with its reason, leaves what the table leaves empty, and says the same only once', () => {
    const journal = history()
    importInto(journal, complaint, [entry(complete({ phone: '13800001111' }), 'TS-1')], byNumber)
    const changed = entry({ fields: { reason: '丢失' } }, 'TS-1')
    expect(problems(importInto(journal, complaint, [changed], byNumber, 'b2'))).toEqual([['update']])
    const [state] = journal.states('record')
    expect(state && filledIn(state).fields).toMatchObject({
      reason: '丢失',
      phone: '13800001111',
      kind: ['商品'],
    })
    expect(state && recordInfo(state).corrections).toBe(1)
    expect(problems(importInto(journal, complaint, [changed], byNumber, 'b3'))).toEqual([['same']])
  })

  it('refuses what cannot be told apart: twice in the table, several that bear it, none to compare by, closed ones', () => {
    const journal = history()
    const customers = (...names: readonly string[]) =>
      names.map((name, i) => entry({ fields: { name } }, '', i + 2))
    const byName: Matching = { key: 'name', whenThere: 'update' }
    importInto(journal, customersTarget, customers('示例甲', '示例甲'), { key: 'name', whenThere: 'add' })
    expect(
      problems(importInto(journal, customersTarget, customers('示例乙', '示例乙 ', '示例甲', ''), byName)),
    ).toEqual([['create'], ['refuse', 'doubledInFile'], ['refuse', 'several'], ['refuse', 'keyEmpty']])
    expect(
      problems(
        importInto(journal, customersTarget, customers('示例丙', '示例丙'), { ...byName, whenThere: 'skip' }),
      ),
    ).toEqual([['create'], ['skip', 'doubledInFile']])
    importInto(journal, complaint, [entry(complete(), 'TS-1')], byNumber)
    const record = must(journal.states('record')[0])
    const registers = { '@state': 'closed' }
    const edits = makeEdits({
      state: record,
      seen: seenOf(record),
      from: emptyValues,
      to: emptyValues,
      registers,
    })
    journal.append({ entity: record.entity, edits })
    expect(problems(importInto(journal, complaint, [entry(complete(), 'TS-1')], byNumber))).toEqual([
      ['refuse', 'isClosed'],
    ])
    expect(
      problems(importInto(journal, complaint, [entry(complete(), 'TS-1')], { key: null, whenThere: 'add' })),
    ).toEqual([['refuse', 'rule', 'numberTaken']])
  })

  it('lets rows meet by their place and takes none away', () => {
    const journal = history()
    const contacts = (...names: readonly string[]) => ({
      fields: { name: '示例甲' },
      rows: { contacts: names.map((name, i) => ({ id: `n${String(i)}${name}`, cells: { name } })) },
    })
    const byName: Matching = { key: 'name', whenThere: 'update' }
    importInto(journal, customersTarget, [entry(contacts('一', '二', '三'))], byName)
    importInto(journal, customersTarget, [entry(contacts('一', '贰'))], byName, 'b2')
    const [state] = journal.states('customer')
    expect(state && filledIn(state).rows['contacts']?.map(({ cells }) => cells['name'])).toEqual([
      '一',
      '贰',
      '三',
    ])
  })
})

describe('undoing an import', () => {
  const undo = (journal: ReturnType<typeof history>, kind: string, batch: string) =>
    journal.states(kind).map((state) => {
      const undone = undoImport(state, journal.of(state.entity.id), batch, `u${++ids}`)
      const change: NewChange = { entity: state.entity, batch: 'undo', edits: undone.edits }
      if (undone.edits.length > 0) journal.append(change)
      return { does: undone.does, left: undone.left }
    })

  it('voids the records that it brought in, whose numbers stay to be seen', () => {
    const journal = history()
    importInto(journal, complaint, [entry(complete(), 'TS-1')], byNumber)
    expect(undo(journal, 'record', 'b1')).toEqual([{ does: 'void', left: [] }])
    expect(journal.states('record').map((state) => recordInfo(state))).toMatchObject([
      { state: 'void', voidReason: '撤销导入', number: 'TS-1' },
    ])
    expect(undo(journal, 'record', 'b1')).toMatchObject([{ does: 'nothing' }])
  })

  it('sets back what it changed in a record that is 登记, visibly, its matrices too', () => {
    const journal = history()
    const survey = recordsTarget(must(entryByCode('KHGL-BD-014')).template)
    const service = must(survey.fields.find(({ type }) => type.type === 'matrix'))
    const [item = ''] = service.type.type === 'matrix' ? service.type.items : []
    const rated = (rating: string) => ({ matrices: { [service.key]: { [item]: rating } } })
    const state = { entity: { kind: 'record', id: 's' }, edits: [] } as const
    journal.append({
      ...state,
      edits: makeEdits({
        state: null,
        seen: {},
        from: emptyValues,
        to: { ...emptyValues, ...rated('满意') },
        registers: { '@state': 'submitted' },
      }),
    })
    const before = must(journal.states('record')[0])
    const to = { ...emptyValues, ...rated('不满意') }
    const seen = seenOf(before)
    const edits = makeEdits({ state: before, seen, from: filledIn(before), to })
    journal.append({
      ...state,
      batch: 'b1',
      edits: [...edits, ...correctionEdits(before, { row: 'k1', reason: '导入' })],
    })
    expect(undo(journal, 'record', 'b1')).toEqual([{ does: 'setBack', left: [] }])
    const after = must(journal.states('record')[0])
    expect(filledIn(after).matrices).toEqual(rated('满意').matrices)
    expect(recordInfo(after).corrections).toBe(2)
  })

  it('leaves whole what somebody worked on since, and names it', () => {
    const journal = history()
    const customers = [entry({ fields: { name: '示例甲', phone: '0571-1234567' } })]
    importInto(journal, customersTarget, customers, { key: null, whenThere: 'add' })
    const state = must(journal.states('customer')[0])
    const edits = makeEdits({
      state,
      seen: seenOf(state),
      from: filledIn(state),
      to: { ...filledIn(state), fields: { ...filledIn(state).fields, phone: '1' } },
    })
    journal.append({ entity: state.entity, edits })
    expect(undo(journal, 'customer', 'b1')).toEqual([{ does: 'nothing', left: [['phone']] }])
    expect(survivorsAt(must(journal.states('customer')[0]), ['@state'])).toEqual([])
  })

  it('does nothing for another batch', () => {
    const journal = history()
    importInto(journal, complaint, [entry(complete(), 'TS-1')], byNumber)
    expect(undo(journal, 'record', 'b9')).toEqual([{ does: 'nothing', left: [] }])
  })
})
