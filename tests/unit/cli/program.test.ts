import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runProgram } from '../../../cli/program'
import { catalogue } from '../../../shared/catalogue'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhike-cli-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Runs a command; the PDF worker is the built one. */
async function run(...args: readonly string[]) {
  let out = ''
  const complaints: string[] = []
  const code = await runProgram(args, {
    workerFile: join(import.meta.dirname, '../../../out/main/pdf-worker.cjs'),
    fontsDir: join(import.meta.dirname, '../../../out/fonts'),
    now: () => Date.UTC(2026, 10, 21, 6),
    write: (text) => {
      out += text
    },
    complain: (line) => complaints.push(line),
  })
  return { code, out, complaints }
}

describe('forms', () => {
  it('lists code, name, module and kind', async () => {
    const { code, out } = await run('forms')
    expect(code).toBe(0)
    expect(out).toContain('KHTS-BD-001\t客户投诉登记表一\t客户投诉\trecord\n')
  })

  it('tells types and meanings as JSON, options and columns included', async () => {
    const forms = JSON.parse((await run('forms', '--json')).out) as {
      code: string
      fields: { key: string; type: string; meaning: string | null; options?: string[]; columns?: unknown[] }[]
    }[]
    const complaint = forms.find(({ code }) => code === 'KHTS-BD-001')
    expect(complaint?.fields.find(({ key }) => key === 'kind')).toMatchObject({
      type: 'choices',
      meaning: 'complaint.kind',
      options: ['商品', '服务', '其他'],
    })
    const card = forms.find(({ code }) => code === 'KHXX-BD-001')
    expect(card?.fields.some(({ columns }) => (columns?.length ?? 0) > 3)).toBe(true)
  })
})

describe('bad input', () => {
  const bad: readonly (readonly [string, readonly string[]])[] = [
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['forms', '--frobnicate']],
    ['no command', []],
    ['an unknown form', ['sample', 'XX-BD-999']],
    ['an unknown form to print', ['pdf', 'XX-BD-999', '--out', 'x.pdf']],
    ['a form without a target', ['pdf', 'KHTS-BD-001']],
    ['neither form nor --all', ['pdf']],
    ['--all without a folder', ['pdf', '--all']],
    ['--all with a form', ['pdf', 'KHTS-BD-001', '--all', '--out-dir', '.']],
    ['a data file that is not there', ['pdf', 'KHTS-BD-001', '--data', 'nowhere.json', '--out', 'x.pdf']],
    ['a target that cannot be written', ['pdf', 'KHTS-BD-001', '--out', '/dev/null/x.pdf']],
    ['a form file that is not there', ['check', 'nowhere.form']],
    ['a data folder that is not there', ['dump', '--data', '/nowhere']],
    ['a folder that is no data folder', ['verify', '--data', '/']],
    ['no data folder', ['dump']],
  ]
  it.each(bad)('%s ends with 2 and one line', async (_, args) => {
    const { code, complaints } = await run(...args)
    expect(code).toBe(2)
    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toMatch(/^[^\n]+$/)
  })

  it('names the place of a wrong value', async () => {
    const data = join(folder, 'bad.json')
    writeFileSync(data, '{"on":"someday"}')
    const { code, complaints } = await run('grid', 'KHTS-BD-001', '--data', data)
    expect(code).toBe(2)
    expect(complaints[0]).toContain('on ')
  })
})

const DRAWN = `form KHGX-BD-099
name 示例表
module 客户关系
kind record
fields
  on  "日期" date required
  way "方式" choice 电话 | 上门
table 20 80
  | 日期 | [on]  |
  | 方式 | [way] | h 30
`

describe('check', () => {
  it('passes every form of the catalogue', async () => {
    for (const code of ['KHTS-BD-001', 'KHXX-BD-001', 'SHFW-BD-009']) {
      expect(await run('check', code)).toMatchObject({ code: 0 })
    }
  })

  it('points at a planted mistake by line and column', async () => {
    const source = readFileSync(
      join(import.meta.dirname, '../../../shared/catalogue/KHTS/KHTS-BD-001.form'),
      'utf8',
    )
    const file = join(folder, 'bad.form')
    writeFileSync(file, source.replace('[phone] ', '[fone]  '))
    const line = source.split('\n').findIndex((text) => text.includes('[phone] ')) + 1
    const { code, complaints } = await run('check', file)
    expect(code).toBe(1)
    expect(complaints[0]).toContain(`${file}:${line}:`)
  })

  it('tells that a drawn form has no sample to fill in', async () => {
    const file = join(folder, 'drawn.form')
    const out = join(folder, 'drawn.pdf')
    writeFileSync(file, DRAWN)
    for (const args of [
      ['sample', file],
      ['pdf', file, '--filled', '--out', out],
      ['excel', file, '--filled', '--out', out],
    ]) {
      const { code, complaints } = await run(...args)
      expect(code).toBe(2)
      expect(complaints).toEqual([`${file}：还没有样例；请写在 ${join(folder, 'drawn.sample.json')}`])
    }
    expect(existsSync(out)).toBe(false)
  })

  it('tells how far down the sheet a drawn form reaches, and that it has no sample yet', async () => {
    const file = join(folder, 'drawn.form')
    writeFileSync(file, DRAWN)
    const { code, out } = await run('check', file)
    expect(code).toBe(0)
    expect(out).toMatch(/2 个字段，空白表用了版心高度的 (?:[2-3]\d) %；还没有样例\n$/)
    writeFileSync(join(folder, 'drawn.sample.json'), '{"on":"2026-11-21","way":"电话"}')
    expect((await run('check', file)).out).toMatch(/ %\n$/)
  })

  it('names every mistake of a sample, beside those of the sheet', async () => {
    const file = join(folder, 'drawn.form')
    writeFileSync(file, DRAWN.replace('fields', 'pages 2\nfields'))
    writeFileSync(join(folder, 'drawn.sample.json'), '{"when":"2026-11-21","way":"微信"}')
    const { code, complaints } = await run('check', file)
    expect(code).toBe(1)
    const [all = ''] = complaints
    expect(all).toContain('没有字段“when”')
    expect(all).toContain('没有选项“微信”')
    expect(all).toContain('空白：空白表有 1 页，应为 2 页')
  })

  it('says in words that a sample leaves out what is required', async () => {
    const file = join(folder, 'drawn.form')
    writeFileSync(file, DRAWN)
    writeFileSync(join(folder, 'drawn.sample.json'), '{"way":"电话"}')
    const { code, complaints } = await run('check', file)
    expect(code).toBe(1)
    expect(complaints).toEqual([`${file} 样例：日期：必填，样例没有填`])
  })
})

describe('grid', () => {
  it('gives the boxes in millimetres on an A4 sheet', async () => {
    const grid = JSON.parse((await run('grid', 'KHTS-BD-001', '--json')).out) as {
      pages: { width: number; height: number; cells: { x: number; width: number }[] }[]
    }
    const [page] = grid.pages
    expect([page?.width, page?.height]).toEqual([210, 297])
    for (const cell of page?.cells ?? []) expect(cell.x + cell.width).toBeLessThan(210)
  })
})

describe('demo, dump and verify', () => {
  const out = mkdtempSync(join(tmpdir(), 'zhike-demo-'))
  const data = join(out, 'demo-data')
  let demo: Awaited<ReturnType<typeof run>>

  beforeAll(async () => {
    demo = await run('demo', '--out-dir', out)
  }, 120_000)

  afterAll(() => {
    rmSync(out, { recursive: true })
  })

  it('fills, keeps and prints every form, and reads them back', async () => {
    expect(demo).toMatchObject({ code: 0, complaints: [] })
    const records = (await run('dump', '--data', data)).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { form: string; values: unknown })
    const sample = JSON.parse((await run('sample', 'KHTS-BD-001')).out) as unknown
    expect(records.find(({ form }) => form === 'KHTS-BD-001')?.values).toEqual(sample)
    expect(records.map(({ form }) => form).sort()).toEqual(catalogue.map(({ code }) => code))
    for (const { form } of records) {
      expect(
        readFileSync(join(out, `${form}.pdf`))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }
    expect(await run('verify', '--data', data)).toMatchObject({ code: 0 })
  })

  it('says what is wrong with a damaged folder and ends with 1', async () => {
    const damaged = join(folder, 'damaged')
    cpSync(data, damaged, { recursive: true })
    const segment = findSegment(damaged)
    const bytes = readFileSync(segment)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(segment, bytes)
    const { code, complaints } = await run('verify', '--data', damaged)
    expect(code).toBe(1)
    expect(complaints.join('\n')).toContain('.seg')
  })
})

function findSegment(folder: string): string {
  const [file] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.seg'),
  )
  if (file === undefined) throw new Error('no segment')
  return join(folder, file)
}
