import { describe, expect, it } from 'vitest'
import { rescueFolder } from '../../../../node/recovery/rescue'
import { err } from '../../../../shared/kernel/result'
import type { StoredChange } from '../../../../shared/store'
import { FOLDER, must, noted, opened } from '../../../support/store'
import { readXlsx } from '../../../support/read-xlsx'
import { flipAt, form, NOW, OUT, rescued, smallFirm, TEXT } from './hurt'
import type { FaultyDisk } from '../../../support/faulty-files'

const filesIn = (disk: FaultyDisk) =>
  [...disk.files().keys()]
    .filter((path) => path.startsWith(`${OUT}/`))
    .map((path) => path.slice(OUT.length + 1))

const bytesOf = (disk: FaultyDisk, path: string) => {
  const bytes = disk.files().get(`${OUT}/${path}`)
  if (!bytes) throw new Error(`${path} is not among ${filesIn(disk).join()}`)
  return bytes
}

/** The texts of a table, line by line. */
function tableIn(disk: FaultyDisk, path: string): readonly (readonly string[])[] {
  const [sheet] = readXlsx(bytesOf(disk, path)).sheets
  const lines = new Map<number, string[]>()
  for (const { ref, text } of sheet?.cells.values() ?? []) {
    const row = Number(/\d+$/.exec(ref)?.[0])
    lines.set(row, [...(lines.get(row) ?? []), text])
  }
  return [...lines].sort(([a], [b]) => a - b).map(([, texts]) => texts)
}

const RECORDS = `单据/${form.code} ${form.template.name}.xlsx`

const linesIn = (
  disk: FaultyDisk,
  path: string,
): readonly (StoredChange & { readonly readFrom?: string })[] =>
  new TextDecoder()
    .decode(bytesOf(disk, path))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StoredChange)

const summaryIn = (disk: FaultyDisk) => new TextDecoder().decode(bytesOf(disk, '说明.html'))

describe('an export of everything readable', () => {
  it('holds customers, records, attachments, changes and templates of a whole folder, and says that nothing lacks', async () => {
    const { disk, changes } = await smallFirm()
    expect(must(await rescued(disk))).toEqual({
      folder: OUT,
      customers: 2,
      records: 3,
      attachments: 3,
      changes: 6,
      lacking: { changes: 0, attachments: 0, recordsAsText: 0, files: 0 },
    })
    expect(filesIn(disk).sort()).toEqual(
      [
        '客户.xlsx',
        RECORDS,
        ...[1, 2, 3].map((at) => `附件/${form.code} ${form.template.name}/TS-2026-000${at}/照片${at}.txt`),
        '变更/变更.jsonl',
        `模板/${form.code} ${form.template.name} ${form.hash.slice(0, 8)}.json`,
        '说明.html',
      ].sort(),
    )
    const records = tableIn(disk, RECORDS)
    expect(records).toHaveLength(4)
    for (const [at, text] of ['内容1', '内容2 改', '内容3'].entries()) {
      expect(records[at + 1]).toContain(text)
      expect(records[at + 1]).toContain(`TS-2026-000${at + 1}`)
    }
    expect(tableIn(disk, '客户.xlsx').flat()).toEqual(expect.arrayContaining(['示例客户甲', '示例客户乙']))
    expect(linesIn(disk, '变更/变更.jsonl')).toEqual(changes)
    expect(summaryIn(disk)).toContain('没有缺少的内容')
  })

  it('leaves the data folder as it is, byte for byte, and no temporary file', async () => {
    const firm = await smallFirm()
    flipAt(firm, '内容1')
    const inData = () => [...firm.disk.files()].filter(([path]) => path.startsWith(FOLDER))
    const before = inData()
    must(await rescued(firm.disk))
    expect(inData()).toEqual(before)
    expect(filesIn(firm.disk).filter((path) => path.endsWith('.tmp'))).toEqual([])
  })

  it('holds every record that is readable in a damaged folder, and names what lacks', async () => {
    const firm = await smallFirm()
    flipAt(firm, '内容1')
    const [, second, third] = firm.files
    const place = (hash = '') => `${FOLDER}/attachments/${hash.slice(0, 2)}/${hash}`
    firm.disk.tamper(place(second?.hash), null)
    firm.disk.tamper(place(third?.hash), new TextEncoder().encode('改过'))
    expect(must(await rescued(firm.disk))).toMatchObject({
      customers: 2,
      records: 2,
      changes: 5,
      lacking: { changes: 1, attachments: 2, recordsAsText: 0, files: 1 },
    })
    const texts = tableIn(firm.disk, RECORDS).flat()
    expect(texts).toEqual(expect.arrayContaining(['内容2 改', '内容3']))
    expect(texts).not.toContain('内容1')
    const summary = summaryIn(firm.disk)
    expect(summary).toContain('缺 1 条变更')
    expect(summary).toContain('1 个附件的文件不见了')
    expect(summary).toContain('照片3.txt')
    const paths = filesIn(firm.disk)
    expect(paths).toContain(`附件/${form.code} ${form.template.name}/TS-2026-0003/（已损坏）照片3.txt`)
    // The first record's own change is gone: its attachment is there all the same.
    expect(paths.filter((path) => path.startsWith('附件/没有单据提到的附件/'))).toHaveLength(1)
    expect(paths.filter((path) => path.startsWith('未能读出/'))).toHaveLength(1)
  })

  it('takes in what was set aside, and marks it', async () => {
    const firm = await smallFirm()
    const folder = await opened({ files: firm.disk.port() })
    const { kept } = must(await folder.setAside(firm.changes))
    await folder.close()
    flipAt(firm, '内容1')
    expect(must(await rescued(firm.disk))).toMatchObject({ records: 3, changes: 6, lacking: { changes: 0 } })
    const first = tableIn(firm.disk, RECORDS).find((line) => line.includes('内容1'))
    expect(first?.join()).toContain('搁置')
    const others = tableIn(firm.disk, RECORDS).filter((line) => !line.includes('内容1'))
    expect(others.flat().join()).not.toContain('搁置的变更')
    const marked = linesIn(firm.disk, '变更/变更.jsonl').filter(({ readFrom }) => readFrom !== undefined)
    expect(marked).toMatchObject([{ readFrom: kept, change: { entity: { id: 'r1' } } }])
  })

  it("takes in what only a cloud drive's copy of a segment has, and never another folder's", async () => {
    const firm = await smallFirm()
    const copy = firm.disk.files().get(firm.segment)!
    flipAt(firm, '内容3')
    const writers = firm.segment.slice(0, firm.segment.lastIndexOf('/'))
    firm.disk.tamper(`${writers}/00000001 (1).seg`, copy)
    const other = await opened({ files: firm.disk.port(), path: '/other', seed: 'other' })
    must(await other.append([noted('外来', 'foreign')]))
    await other.close()
    const foreign = firm.disk.files().get(`/other/writers/${other.writer}/00000001.seg`)!
    firm.disk.tamper(`${writers}/00000001-副本.seg`, foreign)
    expect(must(await rescued(firm.disk))).toMatchObject({ records: 3, changes: 6 })
    const third = tableIn(firm.disk, RECORDS).find((line) => line.includes('内容3'))
    expect(third?.join()).toContain('副本文件')
    expect(JSON.stringify(linesIn(firm.disk, '变更/变更.jsonl'))).not.toContain('外来')
  })

  it('gives out records whose template is damaged, with the one that the program has', async () => {
    const { disk, hash } = await smallFirm()
    disk.tamper(`${FOLDER}/templates/${hash}.json`, new TextEncoder().encode('{}'))
    expect(must(await rescued(disk))).toMatchObject({ records: 3, lacking: { recordsAsText: 0, files: 1 } })
    expect(tableIn(disk, RECORDS)).toHaveLength(4)
  })

  it('gives out as text what fits no table: no template, or more than a cell takes', async () => {
    const { disk } = await smallFirm()
    const folder = await opened({ files: disk.port() })
    const long = '长'.repeat(40_000)
    const set = (value: string) => [{ op: 'set' as const, path: [TEXT.key], value, over: [] }]
    must(
      await folder.append([
        { entity: { kind: 'record', id: 'long' }, template: form.hash, edits: set(long) },
        { entity: { kind: 'record', id: 'bare' }, template: '0'.repeat(64), edits: set('没有模板') },
      ]),
    )
    await folder.close()
    expect(must(await rescued(disk))).toMatchObject({ records: 5, lacking: { recordsAsText: 2 } })
    const text = new TextDecoder().decode(bytesOf(disk, '单据/人员、设置与放不进表格的内容.jsonl'))
    expect(text).toContain(long)
    expect(text).toContain('没有模板')
    expect(tableIn(disk, RECORDS)).toHaveLength(4)
  })

  it('writes a table as CSV where no workbook can be made, and says so', async () => {
    const { disk } = await smallFirm()
    const failing = await rescueFolder({
      files: disk.port(),
      folder: FOLDER,
      target: OUT,
      now: NOW,
      writeList: () => Promise.resolve(err({ type: 'ExcelFailed', reason: '试验' })),
    })
    expect(failing.ok).toBe(true)
    expect(new TextDecoder().decode(bytesOf(disk, '客户.csv'))).toContain('示例客户甲')
    expect(summaryIn(disk)).toContain('2 个表格写不成 .xlsx')
  })

  it('reads a folder of a newer program, and one whose mark is gone', async () => {
    const { disk } = await smallFirm()
    const mark = JSON.parse(new TextDecoder().decode(disk.files().get(`${FOLDER}/zhike.json`))) as object
    disk.tamper(`${FOLDER}/zhike.json`, new TextEncoder().encode(JSON.stringify({ ...mark, format: 99 })))
    expect(must(await rescued(disk))).toMatchObject({ customers: 2, records: 3 })
    const unmarked = (await smallFirm()).disk
    unmarked.tamper(`${FOLDER}/zhike.json`, null)
    expect(must(await rescued(unmarked))).toMatchObject({ customers: 2, records: 3 })
  })

  it('refuses a folder that holds something, and one within the data folder or around it', async () => {
    const { disk } = await smallFirm()
    disk.tamper(`${OUT}/别的.txt`, new Uint8Array([1]))
    expect(await rescued(disk)).toMatchObject({ ok: false, error: { type: 'NotEmpty' } })
    for (const target of [`${FOLDER}/导出`, FOLDER, '/firm'])
      expect(await rescued(disk, target), target).toMatchObject({
        ok: false,
        error: { type: 'InsideDataFolder' },
      })
  })

  it('says so when the disk is full, and leaves no temporary file', async () => {
    const { disk } = await smallFirm()
    const used = [...disk.files().values()].reduce((sum, bytes) => sum + bytes.length, 0)
    disk.capacity = used + 12_000
    expect(await rescued(disk)).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
    expect(filesIn(disk).filter((path) => path.endsWith('.tmp'))).toEqual([])
  })

  it('stops when it is asked to, and leaves no temporary file', async () => {
    const { disk } = await smallFirm()
    const stop = new AbortController()
    const result = await rescueFolder({
      files: disk.port(),
      folder: FOLDER,
      target: OUT,
      now: NOW,
      writeList: () => Promise.resolve(err({ type: 'ExcelFailed', reason: '试验' })),
      signal: stop.signal,
      progress: (done, total) => {
        if (done > total / 2) stop.abort()
      },
    })
    expect(result).toMatchObject({ ok: false, error: { type: 'Stopped' } })
    expect(filesIn(disk).filter((path) => path.endsWith('.tmp'))).toEqual([])
  })
})
