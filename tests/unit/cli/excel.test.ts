import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runProgram } from '../../../cli/program'
import { catalogue } from '../../../shared/catalogue'
import { readXlsx } from '../../support/read-xlsx'

const folder = mkdtempSync(join(tmpdir(), 'zhike-excel-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function run(...args: readonly string[]) {
  const complaints: string[] = []
  const code = await runProgram(args, {
    workerFile: '',
    fontsDir: '',
    now: () => Date.UTC(2026, 10, 21, 6),
    write: () => undefined,
    complain: (line) => complaints.push(line),
  })
  return { code, complaints }
}

const textsIn = (file: string): readonly string[] =>
  [...(readXlsx(new Uint8Array(readFileSync(file))).sheets[0]?.cells.values() ?? [])].map(({ text }) => text)

describe('excel', () => {
  it('writes a form blank, from its sample, and from a file', async () => {
    const out = join(folder, 'a.xlsx')
    expect(await run('excel', 'KHTS-BD-001', '--firm', '示例电器有限公司', '--out', out)).toMatchObject({
      code: 0,
    })
    expect(textsIn(out)).toEqual(expect.arrayContaining(['示例电器有限公司', '客户投诉登记表', '受理编号']))
    expect(await run('excel', 'KHTS-BD-001', '--filled', '--out', out)).toMatchObject({ code: 0 })
    expect(textsIn(out).some((text) => text.includes('☑'))).toBe(true)
    const data = join(folder, 'a.json')
    writeFileSync(data, '{"phone":"=1+1"}')
    expect(await run('excel', 'KHTS-BD-001', '--data', data, '--out', out)).toMatchObject({ code: 0 })
    expect(textsIn(out)).toContain('=1+1')
  })

  it('writes every form into a file of its own, or all into one', async () => {
    const files = join(folder, 'all')
    expect(await run('excel', '--all', '--out-dir', files)).toMatchObject({ code: 0 })
    expect(readdirSync(files).sort()).toEqual(catalogue.map(({ code }) => `${code}.xlsx`).sort())
    const out = join(folder, 'all.xlsx')
    expect(await run('excel', '--all', '--out', out)).toMatchObject({ code: 0 })
    expect(readXlsx(new Uint8Array(readFileSync(out))).sheets).toHaveLength(catalogue.length)
  }, 120_000)

  it.each([
    ['an unknown form', ['excel', 'XX-BD-999', '--out', 'x.xlsx']],
    ['a form without a target', ['excel', 'KHTS-BD-001']],
    ['neither form nor --all', ['excel']],
    ['--all without a target', ['excel', '--all']],
    ['--all with two targets', ['excel', '--all', '--out', 'x.xlsx', '--out-dir', '.']],
    ['--all with a form', ['excel', 'KHTS-BD-001', '--all', '--out-dir', '.']],
    ['a target that cannot be written', ['excel', 'KHTS-BD-001', '--out', '/dev/null/x.xlsx']],
  ] as const)('%s ends with 2 and one line', async (_, args) => {
    const { code, complaints } = await run(...args)
    expect(code).toBe(2)
    expect(complaints).toHaveLength(1)
  })

  it('a text that is too long for Excel ends with 1, names the field, and leaves no file', async () => {
    const form = join(folder, 'KHTS-BD-904.form')
    writeFileSync(form, LONG_FORM)
    const data = join(folder, 'long.json')
    writeFileSync(data, JSON.stringify({ before: '长'.repeat(19_000), after: '长'.repeat(19_000) }))
    const out = join(folder, 'long.xlsx')
    const { code, complaints } = await run('excel', form, '--data', data, '--out', out)
    expect({ code, complaints }).toEqual({
      code: 1,
      complaints: [expect.stringMatching(/《长文》的“前文”有 38\d{3} 个字符/)],
    })
    expect(readdirSync(folder)).not.toContain('long.xlsx')
  })
})

const LONG_FORM = `form     KHTS-BD-904
name     长文
module   客户投诉
kind     record

fields
  before "前文" longText max 20000
  after  "后文" longText max 20000

table 20 80
  | 全文 | 前：[before] // 后：[after] | h 20
`
