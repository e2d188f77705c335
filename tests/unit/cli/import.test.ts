import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { runProgram } from '../../../cli/program'
import { foldFolder, nodeFiles, openDataFolder } from '../../../node/store'
import { recordInfo, valuesOf, type EntityState } from '../../../shared/store'
import { readBytes } from '../../support/import/read-bytes'

const root = mkdtempSync(join(tmpdir(), 'zhike-import-'))
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

let folder = ''
let made = 0
beforeEach(() => anotherFolder())

async function anotherFolder(): Promise<void> {
  folder = join(root, `data-${String(++made)}`)
  const opened = await openDataFolder({
    path: folder,
    files: nodeFiles(),
    clock: { now: () => 1 },
    random: (length) => new Uint8Array(length).fill(made),
    appVersion: 'test',
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  await opened.value.close()
}

async function run(...args: readonly string[]) {
  const said: string[] = []
  const code = await runProgram(args, {
    workerFile: '',
    fontsDir: '',
    now: () => Date.UTC(2026, 10, 21, 6),
    write: (text) => said.push(text),
    complain: (line) => said.push(`${line}\n`),
  })
  return { code, said: said.join('') }
}

/** A file of this test with these lines. */
function table(name: string, ...lines: readonly string[]): string {
  const path = join(root, name)
  writeFileSync(path, `${lines.join('\r\n')}\r\n`)
  return path
}

async function entities(kind: 'customer' | 'record'): Promise<readonly EntityState[]> {
  const folded = await foldFolder(nodeFiles(), folder)
  if (!folded.ok) throw new Error(JSON.stringify(folded.error))
  const name = (state: EntityState) => JSON.stringify(valuesOf(state).values.fields)
  return folded.value.entities
    .filter(({ entity }) => entity.kind === kind)
    .sort((a, b) => (name(a) < name(b) ? -1 : 1))
}

const fieldsOf = (states: readonly EntityState[]) => states.map((state) => valuesOf(state).values.fields)

const sheetIn = async (path: string) => {
  const read = await readBytes(readFileSync(path))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.sheets[0]?.rows.map(({ cells }) =>
    cells.map((cell) => (cell?.cell === 'text' ? cell.text : (cell?.cell ?? ''))),
  )
}

describe('import of customers', () => {
  it('finds the heads, takes the good lines over, and hands the others back to be put right and imported again', async () => {
    const list = table(
      'customers.csv',
      '客户花名册,,,,',
      '单位名称,联系电话,客户等级,首次合作日期,备注说明',
      '示例电器有限公司,0571-88886666,A,2026年1月5日,"第一行',
      '第二行"',
      '示例商行,+86 13800001111,Z,20260105,',
      '示例超市,13800002222,b,1月,',
    )
    const corrected = join(root, 'wrong.xlsx')
    const first = await run('import', list, '--data', folder, '--customers', '--findings', corrected)
    expect(first.code).toBe(1)
    expect(first.said).toContain('新增 1，更新 0，相同 0，跳过 0，有问题未导入 2')
    expect(first.said).toContain('第 5 行 C 列“客户等级”：没有选项“Z”；有：A、B、C、D')
    expect(first.said).toContain('第 6 行 D 列“首次合作日期”：“1月”不是日期')
    expect(fieldsOf(await entities('customer'))).toEqual([
      {
        code: 'KH-2026-0001',
        name: '示例电器有限公司',
        phone: '0571-88886666',
        level: 'A',
        since: '2026-01-05',
        note: '第一行\n第二行',
      },
    ])
    const lines = await sheetIn(corrected)
    expect(lines?.[0]).toEqual(['单位名称', '联系电话', '客户等级', '首次合作日期', '备注说明', '问题'])
    expect(lines?.map((line) => line[0])).toEqual(['单位名称', '示例商行', '示例超市'])
    expect(lines?.[1]?.[5]).toContain('没有选项“Z”')

    const again = await run('import', corrected, '--data', folder, '--customers', '--dry-run')
    expect(again.said).toContain('有问题未导入 2')
    expect(again.said).toContain('没有导入的列：问题')
  })

  it('skips, updates or adds what is there, by the column that is asked for', async () => {
    await run(
      'import',
      table('a.csv', '名称,电话', '示例甲,0571-1234567', '示例乙,0571-7654321'),
      '--data',
      folder,
      '--customers',
    )
    const changed = table(
      'b.csv',
      '名称,电话,地址',
      '示例甲,0571-1234567,示例路 1 号',
      '示例甲二,05717654321,',
    )
    const skipped = await run('import', changed, '--data', folder, '--customers', '--key', '电话')
    expect(skipped.said).toContain('新增 0，更新 0，相同 0，跳过 2')
    const updated = await run(
      'import',
      changed,
      '--data',
      folder,
      '--customers',
      '--key',
      'phone',
      '--when-there',
      'update',
    )
    expect(updated.said).toContain('更新 2')
    expect(fieldsOf(await entities('customer')).map(({ name, address }) => [name, address])).toEqual([
      ['示例甲', '示例路 1 号'],
      ['示例甲二', undefined],
    ])
    const same = await run(
      'import',
      changed,
      '--data',
      folder,
      '--customers',
      '--key',
      'phone',
      '--when-there',
      'update',
    )
    expect(same.said).toContain('更新 0，相同 2')
    const added = await run('import', changed, '--data', folder, '--customers', '--when-there', 'add')
    expect(added.said).toContain('新增 2')
  })

  it('comes in again with its codes after it was undone', async () => {
    const list = table('codes.csv', '名称,客户编号', '示例甲,X-1')
    const first = await run('import', list, '--data', folder, '--customers')
    const batch = /批号 (\S+?)（/.exec(first.said)?.[1] ?? ''
    await run('import', '--undo', batch, '--data', folder)
    const again = await run('import', list, '--data', folder, '--customers')
    expect(again.said).toContain('新增 1')
  })

  it('is undone as one: what it brought in is 销户, what it changed is as before, what somebody changed since stays', async () => {
    await run(
      'import',
      table('c.csv', '名称,电话,地址', '示例甲,0571-1234567,旧地址'),
      '--data',
      folder,
      '--customers',
    )
    const list = table('d.csv', '名称,电话,地址', '示例甲,0571-7654321,新地址', '示例乙,0571-1111111,')
    const second = await run('import', list, '--data', folder, '--customers', '--when-there', 'update')
    const batch = /批号 (\S+?)（/.exec(second.said)?.[1] ?? ''
    await run(
      'import',
      table('e.csv', '名称,地址', '示例甲,后来的地址'),
      '--data',
      folder,
      '--customers',
      '--when-there',
      'update',
    )
    const undone = await run('import', '--undo', batch, '--data', folder)
    expect(undone.said).toContain('作废或销户 1，恢复原值 1；1 条后来有人改过')
    const [a, b] = await entities('customer')
    expect(a && valuesOf(a).values.fields).toMatchObject({ phone: '0571-1234567', address: '后来的地址' })
    expect(b?.registers['["@state"]']?.survivors[0]?.value).toBe('closed')
    expect((await run('import', '--undo', batch, '--data', folder)).said).toContain(
      '作废或销户 0，恢复原值 0',
    )
    // What was undone is not there any more for the next import.
    expect((await run('import', list, '--data', folder, '--customers')).said).toContain('新增 1')
  })
})

describe('import and export of records', () => {
  it.each(['xlsx', 'csv'])(
    'a register goes out as %s and comes in again elsewhere, numbered on',
    async (kind) => {
      const list = table(
        'r.csv',
        '受理编号,受理日期,客户名称,联系电话,投诉类型,投诉缘由',
        ',2026-11-20,=1+1示例,013800001111,商品,-不良',
        'TS-2026-0007,2026/11/21,示例乙,,商品;服务,"损坏, ""严重"""',
      )
      const first = await run('import', list, '--data', folder, '--form', 'KHTS-BD-001')
      expect(first.said).toContain('新增 2')
      const before = await entities('record')
      expect(before.map((record) => recordInfo(record).state)).toEqual(['submitted', 'submitted'])
      expect(before.map((record) => recordInfo(record).number).sort()).toEqual([
        'TS-2026-0007',
        'TS-2026-0008',
      ])

      const out = join(root, `register-${kind}.${kind}`)
      expect((await run('export', '--data', folder, '--form', 'KHTS-BD-001', '--out', out)).said).toContain(
        '2 条',
      )
      expect((await sheetIn(out))?.flat()).toContain('=1+1示例')
      await anotherFolder()
      expect((await run('import', out, '--data', folder, '--form', 'KHTS-BD-001')).said).toContain('新增 2')
      const after = await entities('record')
      expect(fieldsOf(after)).toEqual(fieldsOf(before))
      expect(fieldsOf(after)).toContainEqual(
        expect.objectContaining({
          kind: ['商品', '服务'],
          reason: '损坏, "严重"',
          customer: { name: '示例乙' },
        }),
      )
      expect(after.map((record) => recordInfo(record).number)).toEqual(
        before.map((record) => recordInfo(record).number),
      )
      expect((await run('import', out, '--data', folder, '--form', 'KHTS-BD-001')).said).toContain('跳过 2')
    },
  )

  it('takes drafts over with what is still missing, and goes out with them only when asked', async () => {
    const list = table('dr.csv', '客户名称,联系电话', '示例丙,13800001111')
    const refused = await run('import', list, '--data', folder, '--form', 'KHTS-BD-001')
    expect(refused.said).toContain('必须填写')
    expect((await run('import', list, '--data', folder, '--form', 'KHTS-BD-001', '--draft')).code).toBe(0)
    const out = join(root, 'drafts.csv')
    expect((await run('export', '--data', folder, '--form', 'KHTS-BD-001', '--out', out)).said).toContain(
      '0 条',
    )
    expect(
      (await run('export', '--data', folder, '--form', 'KHTS-BD-001', '--out', out, '--all')).said,
    ).toContain('1 条')
    expect((await sheetIn(out))?.flat()).toContain('草稿')
  })

  it('says whether it looked for what is there, and of each finding what became of its line', async () => {
    const heads = '受理编号,受理日期,客户名称,联系电话,投诉类型,投诉缘由'
    const drafts = table('says.csv', heads, 'TS-7,2026-11-20,示例,13800001111,商品,损坏')
    const to = ['--data', folder, '--form', 'KHTS-BD-001'] as const
    const tried = await run('import', drafts, ...to, '--draft', '--dry-run')
    expect(tried.said).toContain('按“受理编号”查重：已有的跳过')
    expect(tried.said).toContain('第 2 行：（可以导入）编号 TS-7 未采用：草稿没有编号')
    const done = await run('import', drafts, ...to, '--draft')
    expect(done.said).toContain('第 2 行：（已导入）编号 TS-7 未采用')

    const doubled = table('twice.csv', '名称,电话', '示例甲,0571-1234567', '示例甲,0571-1234567')
    const customers = ['--data', folder, '--customers'] as const
    const skipped = await run('import', doubled, ...customers)
    expect(skipped.said).toContain('按“客户名称”查重')
    expect(skipped.said).toContain('第 3 行：（跳过）与第 2 行重复')
    const again = await run('import', doubled, ...customers, '--key', '-')
    expect(again.said).toContain('新增 2')
    expect(again.said).toContain('没有查重：每一条都当作新的')
  })

  it('says of new cards alone that they are drafts', async () => {
    const cards = table('cards.csv', '客户名称,编号', '示例甲,KH-7')
    const to = ['--data', folder, '--form', 'KHXX-BD-001'] as const
    const first = await run('import', cards, ...to, '--key', '客户名称')
    expect(first.said).toContain('新增的导入为草稿，登记时才写入客户')
    const again = await run('import', cards, ...to, '--key', '客户名称')
    expect(again.said).toContain('跳过 1')
    expect(again.said).not.toContain('导入为草稿')
  })

  it('names first what was not taken over, before any number of lesser findings', async () => {
    const doubtful = Array.from({ length: 60 }, (_, i) => `示例${i},12`)
    const list = table('many.csv', '名称,电话,等级', ...doubtful.map((line) => `${line},A`), '示例末,12,Z')
    const { said } = await run('import', list, '--data', folder, '--customers')
    expect(said).toContain('第 62 行 C 列“等级”：没有选项“Z”')
    expect(said).toMatch(/还有 \d+ 条没有列出/)
  })

  it.each([
    ['a folder that is not there', ['import', 'x.csv', '--data', '/nowhere', '--customers'], '没有这个目录'],
    ['no target', ['import', 'x.csv', '--data', 'FOLDER'], '--customers 或 --form'],
    ['an unknown form', ['import', 'x.csv', '--data', 'FOLDER', '--form', 'X'], '没有代码为'],
    [
      'a file that is not there',
      ['import', '/nowhere.csv', '--data', 'FOLDER', '--customers'],
      '没有这个文件',
    ],
    ['no file', ['import', '--data', 'FOLDER', '--customers'], '请给出要导入的文件'],
    [
      'an unknown answer to duplicates',
      ['import', 'x.csv', '--data', 'FOLDER', '--customers', '--when-there', 'eat'],
      '--when-there',
    ],
    ['an unknown batch', ['import', '--data', 'FOLDER', '--undo', 'x'], '没有批号'],
    [
      'an export of another kind',
      ['export', '--data', 'FOLDER', '--customers', '--out', 'x.pdf'],
      '.xlsx 或 .csv',
    ],
  ])('%s is said in one line', async (_, args, says) => {
    const { code, said } = await run(...args.map((arg) => (arg === 'FOLDER' ? folder : arg)))
    expect(code).toBe(2)
    expect(said).toContain(says)
  })
})
