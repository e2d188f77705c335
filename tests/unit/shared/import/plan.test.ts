import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import { emptyValues, type FormValues, type PersonRef } from '../../../../shared/forms/values'
import { correctionEdits } from '../../../../shared/store/record-edits'
import { filledIn } from '../../../../shared/store/state-at'
import { makeEdits, recordInfo, seenOf, survivorsAt, type NewChange } from '../../../../shared/store'
import {
  customersTarget,
  findingText,
  recordsTarget,
  undoImport,
  type Matching,
} from '../../../../shared/import'
import { updateEdits } from '../../../../shared/import/plan-edits'
import { history } from '../../../support/import/history'
import { entry, importInto, nextId, problems } from '../../../support/import/plan-into'

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there')
  return value
}

const complaint = recordsTarget(must(entryByCode('KHTS-BD-001')).template)

const complete = (more: FormValues['fields'] = {}) => ({
  fields: { on: '2026-01-05', customer: { name: '示例' }, kind: ['商品'], reason: '损坏', ...more },
})

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
    const changed = entry(complete({ reason: '丢失' }), 'TS-1')
    expect(problems(importInto(journal, complaint, [changed], byNumber))).toEqual([['refuse', 'isClosed']])
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

describe('a number in the table', () => {
  const unused = (plan: ReturnType<typeof importInto>) =>
    plan.planned.map(({ does, findings }) => [
      does,
      ...findings.map((finding) =>
        finding.problem.problem === 'numberNotUsed'
          ? [finding.severity, finding.problem.why, findingText(finding)]
          : finding.problem.problem,
      ),
    ])
  const byPhone: Matching = { key: 'phone', whenThere: 'update' }
  const phoned = (more: FormValues['fields'] = {}) => complete({ phone: '13800001111', ...more })

  it('is said not to be taken over where a draft is made or brought up to date', () => {
    const journal = history()
    const first = importInto(journal, complaint, [entry(phoned(), 'TS-1')], byNumber, 'b1', 'draft')
    expect(unused(first)).toEqual([
      ['create', ['warn', 'draft', expect.stringContaining('编号 TS-1 未采用：草稿没有编号')]],
    ])
    const again = importInto(journal, complaint, [entry(phoned({ reason: '丢失' }), 'TS-1')], byPhone, 'b2')
    expect(unused(again)).toEqual([['update', ['warn', 'draft', expect.stringContaining('登记时才给')]]])
    expect(journal.states('record').map((state) => recordInfo(state).number)).toEqual([null])
    expect(problems(importInto(journal, complaint, [entry(phoned())], byNumber, 'b3', 'draft'))).toEqual([
      ['create'],
    ])
  })

  it('is said not to be taken over for a card, which comes in as a draft', () => {
    const card = recordsTarget(must(entryByCode('KHXX-BD-001')).template)
    const named = must(card.fields.find(({ type }) => type.type === 'customer'))
    const cards = [entry({ fields: { [named.key]: { name: '示例甲' } } }, 'KH-0007')]
    expect(unused(importInto(history(), card, cards, byNumber))).toEqual([
      ['create', ['warn', 'card', expect.stringContaining('请改为导入客户')]],
    ])
  })

  it('is said not to be taken over where the record keeps another, and not where it is the same to a person', () => {
    const journal = history()
    importInto(journal, complaint, [entry(phoned(), 'TS-1')], byNumber)
    const other = importInto(journal, complaint, [entry(phoned({ reason: '丢失' }), 'TS-2')], byPhone, 'b2')
    expect(unused(other)).toEqual([
      ['update', ['warn', 'bearsOther', expect.stringContaining('仍是 TS-1；如果不是同一张，请按编号查重')]],
    ])
    expect(unused(importInto(journal, complaint, [entry(phoned(), 'ts-1 ')], byPhone, 'b3'))).toEqual([
      ['update'],
    ])
    expect(unused(importInto(journal, complaint, [entry(phoned())], byPhone, 'b4'))).toEqual([['same']])
    expect(journal.states('record').map((state) => recordInfo(state).number)).toEqual(['TS-1'])
  })

  it('is refused as the code of a customer when another bears it or is given it by the same table', () => {
    const journal = history()
    const customer = (name: string, code: string, line = 2) => entry({ fields: { name, code } }, '', line)
    const byName: Matching = { key: 'name', whenThere: 'update' }
    const first = [customer('示例甲', 'KH-1'), customer('示例乙', 'KH-2', 3), customer('示例丙', 'KH-3', 4)]
    importInto(journal, customersTarget, first, byName)
    const changed = [
      customer('示例甲', 'KH-2'),
      customer('示例乙', 'KH-8', 3),
      customer('示例丙', 'KH-8', 4),
      customer('示例丁', 'KH-8', 5),
    ]
    expect(problems(importInto(journal, customersTarget, changed, byName, 'b2'))).toEqual([
      ['refuse', 'numberTaken'],
      ['update'],
      ['refuse', 'numberTaken'],
      ['refuse', 'numberTaken'],
    ])
    expect(
      problems(importInto(journal, customersTarget, [customer('示例甲', 'KH-1')], byName, 'b3')),
    ).toEqual([['same']])
    expect(journal.states('customer').map((state) => filledIn(state).fields['code'])).toEqual([
      'KH-1',
      'KH-8',
      'KH-3',
    ])
  })
})

describe('what is exported and comes back unchanged', () => {
  it('leaves a customer linked whose name alone does not say which one it is', () => {
    const journal = history()
    const linked = complete({ customer: { id: 'c1', name: '示例' } })
    importInto(journal, complaint, [entry(linked, 'TS-1')], byNumber)
    const said = (name: string) => [entry(complete({ customer: { name } }), 'TS-1')]
    expect(problems(importInto(journal, complaint, said('示例'), byNumber, 'b2'))).toEqual([['same']])
    expect(problems(importInto(journal, complaint, said('示例乙'), byNumber, 'b3'))).toEqual([
      ['update', 'rule'],
    ])
    expect(journal.states('record').map((state) => filledIn(state).fields['customer'])).toEqual([
      { name: '示例乙' },
    ])
  })

  it('leaves a person in a 明细行 linked, too', () => {
    const journal = history()
    const entity = { kind: 'customer', id: 'c1' } as const
    const visits = (by: PersonRef): FormValues => ({
      ...emptyValues,
      rows: { visits: [{ id: 'r1', cells: { by } }] },
    })
    const to = visits({ id: 'p1', name: '示例' })
    journal.append({ entity, edits: makeEdits({ state: null, seen: {}, from: emptyValues, to }) })
    const state = must(journal.states('customer')[0])
    const said = (name: string) =>
      updateEdits({ target: customersTarget, entry: entry(visits({ name })), state, correctionRow: 'k' })
        .edits
    expect(said('示例')).toEqual([])
    expect(said('示例乙')).toHaveLength(1)
  })

  it('is the same also where the record is 办结; only what would change it is refused', () => {
    const journal = history()
    importInto(journal, complaint, [entry(complete(), 'TS-1')], byNumber)
    const record = must(journal.states('record')[0])
    const seen = seenOf(record)
    const same = { state: record, seen, from: emptyValues, to: emptyValues }
    journal.append({
      entity: record.entity,
      edits: makeEdits({ ...same, registers: { '@state': 'closed' } }),
    })
    const changed = entry(complete({ reason: '丢失' }), 'TS-1')
    expect(problems(importInto(journal, complaint, [entry(complete(), 'TS-1')], byNumber))).toEqual([
      ['same'],
    ])
    expect(problems(importInto(journal, complaint, [changed], byNumber))).toEqual([['refuse', 'isClosed']])
  })
})

describe('undoing an import', () => {
  const undo = (journal: ReturnType<typeof history>, kind: string, batch: string) =>
    journal.states(kind).map((state) => {
      const undone = undoImport(state, journal.of(state.entity.id), batch, nextId())
      const change: NewChange = { entity: state.entity, batch: 'undo', edits: undone.edits }
      if (undone.edits.length > 0) journal.append(change)
      return { does: undone.does, left: undone.left }
    })

  it('names a number whose record is void, whatever is done with doubles', () => {
    const journal = history()
    const said = entry(complete(), 'TS-1')
    importInto(journal, complaint, [said], { key: null, whenThere: 'add' })
    undo(journal, 'record', 'b1')
    for (const whenThere of ['skip', 'update', 'add'] as const) {
      const { planned } = importInto(journal, complaint, [said], { key: 'no', whenThere }, 'b2')
      expect(planned.map(({ does, findings }) => [does, findings.at(-1)?.problem.problem])).toEqual([
        ['refuse', 'isVoid'],
      ])
    }
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

  it('takes the codes of customers back with them, so that the same table comes in again', () => {
    const journal = history()
    const said = [entry({ fields: { name: '示例甲', code: 'X-1' } })]
    importInto(journal, customersTarget, said, { key: null, whenThere: 'add' })
    expect(undo(journal, 'customer', 'b1')).toEqual([{ does: 'void', left: [] }])
    const [gone] = journal.states('customer')
    expect(filledIn(must(gone)).fields).toEqual({ name: '示例甲' })
    const again = importInto(journal, customersTarget, said, { key: null, whenThere: 'skip' }, 'b2')
    expect(problems(again)).toEqual([['create']])
  })

  it('does nothing for another batch', () => {
    const journal = history()
    importInto(journal, complaint, [entry(complete(), 'TS-1')], byNumber)
    expect(undo(journal, 'record', 'b9')).toEqual([{ does: 'nothing', left: [] }])
  })
})
