import { afterEach, beforeEach, expect, test } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import { customersTarget, recordsTarget, type ImportTarget, type Matching } from '../../../../shared/import'
import type { TableWork, WorkingCopy } from '../../../../renderer/db'
import type { ImportPlace, ImportWish } from '../../../../renderer/db/tables/imports-types'
import { complaintOf, makeOffice, type Office } from './support'

let office: Office
let copy: WorkingCopy
let work: TableWork
beforeEach(async () => {
  office = await makeOffice()
  const card = entryByCode('KHXX-BD-001')
  copy = (await office.open({ catalogue: [office.entry, ...(card ? [card] : [])] })).workingCopy
  work = copy.imports.begin()
})
afterEach(async () => {
  work.close()
  copy.close()
  await office.close()
})

const sheetOf = (...lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => cells.join('\t')).join('\n')

async function wishFor(
  text: string,
  target: ImportTarget,
  matching: Partial<Matching> = {},
): Promise<ImportWish> {
  await work.paste(text)
  const heads = await work.heads(target, null, {})
  return {
    target,
    ...(target.template ? { templateHash: office.entry.hash } : {}),
    mapping: { headRow: heads.headRow ?? 0, columns: heads.columns },
    matching: { key: null, whenThere: 'skip', ...matching },
    as: 'submitted',
    withoutHidden: false,
    withTotals: false,
  }
}

async function planned(wish: ImportWish) {
  const plan = await work.plan(wish)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return plan.value
}

async function run(isStopped: () => boolean = () => false) {
  const places: ImportPlace[] = []
  const progress: number[] = []
  const done = await work.run({
    isStopped,
    onPlace: (place) => places.push(place),
    onProgress: (written) => progress.push(written),
  })
  return { done, places, progress }
}

async function customers(state?: string): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await copy.lists.customers({}, 0, 10_000)
  return rows
    .filter((row) => state === undefined || row.state === state)
    .map(({ title, number }) => [title, number] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

const many = (count: number): string =>
  sheetOf(
    ['客户名称', '电话'],
    ...Array.from({ length: count }, (_, i) => [`示例客户${String(i)}`, '0571-88880000']),
  )

test('customers come in with codes that follow those that were given', async () => {
  await copy.customers.create({ fields: { name: '示例在先' }, matrices: {}, rows: {} })
  const sheet = sheetOf(['客户名称', '客户编号'], ['示例甲', ''], ['示例乙', 'X-1'], ['示例丙', ''])
  const view = await planned(await wishFor(sheet, customersTarget))
  expect(view.counts).toMatchObject({ create: 3, refuse: 0 })
  expect((await run()).done).toMatchObject({ ok: true, value: { written: 3, left: 0, viewed: true } })
  await copy.customers.create({ fields: { name: '示例在后' }, matrices: {}, rows: {} })
  const codes = new Map(await customers())
  const counted = ['示例在先', '示例甲', '示例丙', '示例在后'].map((name) =>
    Number(/\d+$/.exec(codes.get(name) ?? '')?.[0]),
  )
  expect(counted).toEqual([1, 2, 3, 4])
  expect(codes.get('示例乙')).toBe('X-1')
})

test('what is there already is skipped, or updated, by the column that was chosen', async () => {
  await planned(await wishFor(sheetOf(['客户名称', '电话'], ['示例甲', '0571-88880001']), customersTarget))
  await run()
  const again = sheetOf(['客户名称', '电话'], ['示例 甲', '0571-88880002'], ['示例乙', ''])
  const skipping = await planned(await wishFor(again, customersTarget, { key: 'name' }))
  expect(skipping.counts).toMatchObject({ create: 1, skip: 1, update: 0 })
  const updating = await planned(await wishFor(again, customersTarget, { key: 'name', whenThere: 'update' }))
  expect(updating.counts).toMatchObject({ create: 1, skip: 0, update: 1 })
  await run()
  expect((await customers()).map(([name]) => name)).toEqual(['示例 甲', '示例乙'])
})

test('a line that cannot be read is named at its cell and stays out', async () => {
  const labelOf = (key: string) => office.template.fields.find((field) => field.key === key)?.label ?? ''
  const heads = [labelOf('on'), labelOf('customer'), labelOf('reason')]
  const lines = [heads, ['某一天', '示例甲', '漏水'], ['2026年1月5日', '示例乙', '漏水']]
  const view = await planned(await wishFor(sheetOf(...lines), recordsTarget(office.template)))
  expect(view.counts.refuse).toBeGreaterThanOrEqual(1)
  const [line] = await work.lines('refuse', 10)
  expect(line?.number).toBe(2)
  expect(line?.cells.flatMap(({ findings }) => findings.map(({ problem }) => problem.problem))).toContain(
    'notADate',
  )
  const corrected = await work.corrected()
  expect(corrected.columns.at(-1)?.label).toBe('问题')
  expect(corrected.rows).toHaveLength(view.counts.refuse)
})

test('drafts of a form come in without numbers, records that are 登记 with them', async () => {
  const sheet = sheetOf(['客户名称', '投诉事由'], ['示例甲', '漏水'])
  const wish = await wishFor(sheet, recordsTarget(office.template))
  await planned({ ...wish, as: 'draft' })
  await run()
  const { rows } = await copy.lists.records({ list: office.template.code }, 0, 10)
  expect(rows.map(({ state, number }) => [state, number])).toEqual([['draft', '']])
})

test('it is stopped between whole pieces, and what is in can be taken back', async () => {
  await planned(await wishFor(many(600), customersTarget))
  let pieces = 0
  const { done, places, progress } = await run(() => pieces++ >= 1)
  expect(done).toMatchObject({ ok: true, value: { written: 250, left: 350 } })
  expect(progress).toEqual([250])
  expect(await customers()).toHaveLength(250)
  const place = places.at(-1)
  if (!place) throw new Error('no place')
  const batch = work.batch()
  const other = copy.imports.begin()
  expect(await other.planUndo(batch, place)).toEqual({ ok: true, value: { void: 250, setBack: 0, left: 0 } })
  const undone = await other.undo({ isStopped: () => false, onProgress: () => undefined })
  expect(undone).toMatchObject({ ok: true, value: { written: 250, left: 0 } })
  expect(await customers('active')).toEqual([])
  expect(await other.planUndo(batch, place)).toMatchObject({ value: { void: 0, setBack: 0 } })
  other.close()
})

test('a table with codes that was undone comes in again with the same codes', async () => {
  const sheet = sheetOf(['客户名称', '客户编号'], ['示例甲', 'X-1'], ['示例乙', ''])
  await planned(await wishFor(sheet, customersTarget))
  const { places } = await run()
  const [place] = places
  if (!place) throw new Error('nothing came in')
  await work.planUndo(work.batch(), place)
  await work.undo({ isStopped: () => false, onProgress: () => undefined })
  expect(await customers('closed')).toEqual([
    ['示例乙', ''],
    ['示例甲', ''],
  ])
  const again = await planned(await wishFor(sheet, customersTarget, { key: 'name' }))
  expect(again.counts).toMatchObject({ create: 2, refuse: 0 })
  await run()
  expect(new Map(await customers('active')).get('示例甲')).toBe('X-1')
})

test('undoing leaves what somebody has changed since', async () => {
  await planned(await wishFor(sheetOf(['客户名称'], ['示例甲'], ['示例乙']), customersTarget))
  const { places } = await run()
  const { rows } = await copy.lists.customers({ text: '示例甲' }, 0, 1)
  const view = await copy.customers.get(rows[0]?.id ?? '')
  const [place] = places
  if (!view || !place) throw new Error('nothing came in')
  const { values } = view.customer
  await copy.customers.save({
    id: view.customer.id,
    base: values,
    values: { ...values, fields: { ...values.fields, phone: '0571-88880009' } },
    seen: view.seen,
  })
  const undo = await work.planUndo(work.batch(), place)
  expect(undo).toEqual({ ok: true, value: { void: 1, setBack: 0, left: 1 } })
})

test('of an import that was stopped numbers go on after the last one that was written', async () => {
  await planned(await wishFor(many(600), customersTarget))
  let pieces = 0
  await run(() => pieces++ >= 1)
  await copy.customers.create({ fields: { name: '示例在后' }, matrices: {}, rows: {} })
  const code = new Map(await customers()).get('示例在后') ?? ''
  expect(Number(/\d+$/.exec(code)?.[0])).toBe(251)
})

test('it is known whether the same table would add just what is missing', async () => {
  const wish = await wishFor(many(3), customersTarget)
  const by = async (matching: Matching) => (await planned({ ...wish, matching })).foundAgain
  expect(await by({ key: 'name', whenThere: 'skip' })).toBe(true)
  expect(await by({ key: 'name', whenThere: 'add' })).toBe(false)
  expect(await by({ key: null, whenThere: 'skip' })).toBe(false)
  const number = office.template.fields.find(({ type }) => type.type === 'serial')
  const sheet = sheetOf([number?.label ?? '', '客户名称', '投诉事由'], ['', '示例甲', '漏水'])
  const records = await wishFor(sheet, recordsTarget(office.template), { key: number?.key ?? '' })
  expect((await planned({ ...records, as: 'draft' })).foundAgain).toBe(false)
})

test('undoing shows again what it comes to when somebody worked on it meanwhile', async () => {
  await planned(await wishFor(sheetOf(['客户名称'], ['示例甲'], ['示例乙']), customersTarget))
  const { places } = await run()
  const [place] = places
  if (!place) throw new Error('nothing came in')
  expect(await work.planUndo(work.batch(), place)).toMatchObject({ value: { void: 2, left: 0 } })
  const { rows } = await copy.lists.customers({ text: '示例甲' }, 0, 1)
  const view = await copy.customers.get(rows[0]?.id ?? '')
  if (!view) throw new Error('nothing came in')
  const { values } = view.customer
  await copy.customers.save({
    id: view.customer.id,
    base: values,
    values: { ...values, fields: { ...values.fields, phone: '0571-88880009' } },
    seen: view.seen,
  })
  const control = { isStopped: () => false, onProgress: () => undefined }
  expect(await work.undo(control)).toEqual({
    ok: false,
    error: { type: 'UndoMoved', view: { void: 1, setBack: 0, left: 1 } },
  })
  expect(await customers('closed')).toEqual([])
  expect(await work.undo(control)).toMatchObject({ ok: true, value: { written: 1 } })
  expect((await customers('closed')).length).toBe(1)
})

test('a full disk leaves whole pieces and says what is left', async () => {
  await planned(await wishFor(many(3), customersTarget))
  const { done } = await run(() => {
    office.folder.failNext('import:append')
    return false
  })
  expect(done).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
  expect(await customers()).toEqual([])
})

test('the plan is shown again when the firm’s data have changed what it says', async () => {
  const wish = await wishFor(sheetOf(['客户名称'], ['示例甲'], ['示例乙']), customersTarget, { key: 'name' })
  expect((await planned(wish)).counts).toMatchObject({ create: 2 })
  await copy.customers.create({ fields: { name: '示例甲' }, matrices: {}, rows: {} })
  expect((await run()).done).toMatchObject({
    ok: false,
    error: { type: 'PlanMoved', view: { counts: { create: 1, skip: 1 } } },
  })
  expect((await run()).done).toMatchObject({ ok: true, value: { written: 1 } })
})

test('a change elsewhere that does not touch the plan does not hold it up', async () => {
  const wish = await wishFor(sheetOf(['客户名称'], ['示例甲']), customersTarget, { key: 'name' })
  await planned(wish)
  await copy.records.write(office.newRecord(complaintOf('示例别人')))
  expect((await run()).done).toMatchObject({ ok: true, value: { written: 1 } })
})

test('cells without heads are put where a person says', async () => {
  await work.paste(sheetOf(['示例甲', '0571-88880001'], ['示例乙', '0571-88880002']))
  const heads = await work.heads(customersTarget, 0, {})
  expect(heads).toMatchObject({ headRow: 0, lines: 2 })
  expect(heads.columns.map(({ head, to, examples }) => [head, to, examples])).toEqual([
    ['', null, ['示例甲', '示例乙']],
    ['', null, ['0571-88880001', '0571-88880002']],
  ])
})
