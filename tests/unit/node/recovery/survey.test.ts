import { describe, expect, it } from 'vitest'
import { surveyFolder } from '../../../../node/recovery/survey'
import type { Survey } from '../../../../shared/ipc/recovery'
import { FOLDER, must, opened } from '../../../support/store'
import { flipAt, smallFirm, surveyed } from './hurt'

const WHOLE = {
  writers: 1,
  changes: 6,
  records: 3,
  customers: 2,
  attachments: 3,
  templates: 1,
}

const kinds = ({ findings }: Survey) => findings.map(({ finding }) => finding)

describe('a survey of a data folder', () => {
  it('says of a whole one how much is there, and that nothing is wrong', async () => {
    const { disk } = await smallFirm()
    expect(await surveyed(disk)).toMatchObject({
      path: FOLDER,
      whole: WHOLE,
      findings: [],
      lost: [],
      attachments: [],
      unread: { newer: 0, unreadable: 0, destroyed: 0 },
      aside: { changes: 0, lacking: 0, unreadable: 0 },
      copies: 0,
    })
  })

  it('writes nothing', async () => {
    const firm = await smallFirm()
    flipAt(firm, '内容2')
    const before = [...firm.disk.files()]
    await surveyed(firm.disk)
    expect([...firm.disk.files()]).toEqual(before)
  })

  it('names the record of a change that a flipped bit has hit, by what a later one replaced', async () => {
    const firm = await smallFirm()
    flipAt(firm, '内容2')
    const survey = await surveyed(firm.disk)
    expect(kinds(survey)).toEqual(['damagedFrames', 'missingChanges'])
    expect(survey.lost).toEqual([
      {
        writer: firm.writer,
        from: 4,
        to: 4,
        concerns: [{ entity: { kind: 'record', id: 'r2' }, name: '', form: '' }],
        count: 1,
      },
    ])
    // What else stands in the folder is as whole as before; the record is known by its later change.
    expect(survey.whole).toMatchObject({ ...WHOLE, changes: 5 })
  })

  it('does not guess at the records of changes that nothing tells of', async () => {
    const firm = await smallFirm()
    flipAt(firm, '内容1')
    const survey = await surveyed(firm.disk)
    expect(survey.lost).toEqual([{ writer: firm.writer, from: 3, to: 3, concerns: [], count: 0 }])
    expect(survey.whole).toMatchObject({ ...WHOLE, changes: 5, records: 2 })
  })

  it('tells of a cut file as of a torn end only', async () => {
    const { disk, segment } = await smallFirm()
    disk.tamper(segment, disk.files().get(segment)!.slice(0, -20))
    const survey = await surveyed(disk)
    expect(kinds(survey)).toEqual(['tornTail'])
    expect(survey.whole).toMatchObject({ ...WHOLE, changes: 5 })
  })

  it('tells which attachment is missing or altered, and whose it is', async () => {
    const { disk, files } = await smallFirm()
    const [first, second] = files
    const place = (hash = '') => `${FOLDER}/attachments/${hash.slice(0, 2)}/${hash}`
    disk.tamper(place(first?.hash), null)
    disk.tamper(place(second?.hash), new TextEncoder().encode('改过'))
    const survey = await surveyed(disk)
    expect(survey.findings).toEqual([])
    expect(survey.whole).toMatchObject({ ...WHOLE, attachments: 1 })
    expect(survey.attachments).toMatchObject([
      { hash: first?.hash, is: 'missing', name: '照片1.txt', concerns: { name: 'TS-2026-0001' } },
      { hash: second?.hash, is: 'altered', name: '照片2.txt', concerns: { name: 'TS-2026-0002' } },
    ])
    expect(survey.attachments[0]?.concerns?.form).not.toBe('')
  })

  it('tells of a removed segment as of missing changes, once a later one stands there', async () => {
    const { disk, segment, writer } = await smallFirm()
    const folder = await opened({ files: disk.port() })
    must(await folder.exchange.seal())
    const named = { op: 'set', path: ['name'], value: '示例客户丙', over: [] } as const
    must(await folder.append([{ entity: { kind: 'customer', id: 'c3' }, edits: [named] }]))
    await folder.close()
    disk.tamper(segment, null)
    const survey = await surveyed(disk)
    expect(kinds(survey)).toEqual(['missingChanges'])
    expect(survey.lost).toMatchObject([{ writer, from: 1, to: 6, count: 0 }])
    expect(survey.whole).toMatchObject({ changes: 1, customers: 1, records: 0 })
    expect(survey.attachments).toEqual([])
  })

  it('tells of a template that is not what was written, and does not count it', async () => {
    const { disk, hash } = await smallFirm()
    disk.tamper(`${FOLDER}/templates/${hash}.json`, new TextEncoder().encode('{}'))
    const survey = await surveyed(disk)
    expect(survey.findings).toEqual([{ finding: 'damagedFile', file: `templates/${hash}.json`, kept: '' }])
    expect(survey.whole).toMatchObject({ ...WHOLE, templates: 0 })
  })

  it('tells of a foreign file as of nothing more than that', async () => {
    const { disk } = await smallFirm()
    disk.tamper(`${FOLDER}/writers/说明.txt`, new Uint8Array([1]))
    const survey = await surveyed(disk)
    expect(survey.findings).toEqual([{ finding: 'strangeFile', file: 'writers/说明.txt' }])
    expect(survey.whole).toMatchObject(WHOLE)
  })

  it('reads a folder of a newer program', async () => {
    const { disk } = await smallFirm()
    const mark = JSON.parse(new TextDecoder().decode(disk.files().get(`${FOLDER}/zhike.json`))) as object
    disk.tamper(`${FOLDER}/zhike.json`, new TextEncoder().encode(JSON.stringify({ ...mark, format: 99 })))
    const survey = await surveyed(disk)
    expect(survey.findings).toEqual([{ finding: 'newerFolder', format: 99 }])
    expect(survey.whole).toMatchObject(WHOLE)
  })

  it('reads a folder whose mark is damaged', async () => {
    const { disk } = await smallFirm()
    disk.tamper(`${FOLDER}/zhike.json`, new Uint8Array(10))
    const survey = await surveyed(disk)
    expect(survey.findings).toEqual([{ finding: 'damagedFile', file: 'zhike.json', kept: '' }])
    expect(survey.whole).toMatchObject(WHOLE)
  })

  it('counts what was set aside and what of it the journals lack, and knows missing changes by it', async () => {
    const firm = await smallFirm()
    const folder = await opened({ files: firm.disk.port() })
    const [, , first] = firm.changes
    must(await folder.setAside(firm.changes))
    await folder.close()
    flipAt(firm, '内容1')
    const survey = await surveyed(firm.disk)
    expect(survey.aside).toEqual({ changes: 6, lacking: 1, unreadable: 0 })
    expect(survey.lost[0]?.concerns).toMatchObject([{ entity: first?.change.entity, name: 'TS-2026-0001' }])
  })

  it('stops when it is asked to', async () => {
    const { disk } = await smallFirm()
    const stop = new AbortController()
    const result = await surveyFolder({
      files: disk.port(),
      folder: FOLDER,
      signal: stop.signal,
      progress: () => {
        stop.abort()
      },
    })
    expect(result).toEqual({ ok: false, error: { type: 'Stopped', path: FOLDER } })
  })

  it('says what stands in the way where there is no data folder', async () => {
    const { disk } = await smallFirm()
    const result = await surveyFolder({ files: disk.port(), folder: '/nothing' })
    expect(result).toEqual({ ok: false, error: { type: 'NotFound', path: '/nothing' } })
  })
})
