import { describe, expect, it } from 'vitest'
import { draftsIn } from '../../../../node/store/drafts'
import { emptyValues } from '../../../../shared/forms/values'
import type { Template } from '../../../../shared/forms/template'
import type { Draft } from '../../../../shared/ipc/contract'
import { FaultyDisk } from '../../../support/faulty-files'
import { FOLDER, must, opened } from '../../../support/store'

const draft = (id: string, note: string, savedAt = 1): Draft => ({
  id,
  templateHash: 'a'.repeat(64),
  templateCode: 'KHTS-BD-001',
  values: { ...emptyValues, fields: { note } },
  seen: {},
  savedAt,
})

const TEMPLATE = { format: 1, code: 'KHTS-BD-001', name: '客户投诉登记表一' } as unknown as Template

describe('drafts', () => {
  it('come back as they were, latest first', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    expect(must(await folder.drafts.list())).toEqual([])
    must(await folder.drafts.put(draft('d1', '一', 1)))
    must(await folder.drafts.put(draft('d2', '二', 2)))
    must(await folder.drafts.put(draft('d1', '一一', 3)))
    const reopened = await opened({ files: disk.port(), seed: 'b' })
    expect(must(await reopened.drafts.list())).toEqual([draft('d1', '一一', 3), draft('d2', '二', 2)])
  })

  it('keep the last of many that are put at once', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    await Promise.all(['1', '12', '123'].map((note, i) => folder.drafts.put(draft('d1', note, i))))
    expect(must(await folder.drafts.list())).toEqual([draft('d1', '123', 2)])
  })

  it('are gone once removed, also when they never were', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.drafts.put(draft('d1', '一')))
    must(await folder.drafts.remove('d1'))
    must(await folder.drafts.remove('d9'))
    expect(must(await folder.drafts.list())).toEqual([])
  })

  it('are removed as they were put down at a time only while they are still those', async () => {
    const disk = new FaultyDisk()
    const drafts = draftsIn(disk.port(), FOLDER)
    must(await drafts.put(draft('d1', '一', 1)))
    const [, , newer] = await Promise.all([
      drafts.removeIf('d9', 1),
      drafts.put(draft('d1', '一二', 2)),
      drafts.removeIf('d1', 1),
    ])
    must(newer)
    expect(must(await drafts.list())).toEqual([draft('d1', '一二', 2)])
    must(await drafts.removeIf('d1', 2))
    expect(must(await drafts.list())).toEqual([])
    expect((await drafts.removeIf('../zhike', 2)).ok).toBe(false)
  })

  it.each(['../zhike', 'A', 'a/b', '', 'con.json'])('refuse %j as a name', async (id) => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    const before = disk.files()
    expect(await folder.drafts.put(draft(id, 'x'))).toMatchObject({ ok: false, error: { type: 'BadFile' } })
    expect(await folder.drafts.remove(id)).toMatchObject({ ok: false, error: { type: 'BadFile' } })
    expect(disk.files()).toEqual(before)
  })

  it('[ST26] that are damaged go into quarantine and are told of once', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.drafts.put(draft('d1', '一')))
    must(await folder.drafts.put(draft('d2', '二')))
    const broken = new TextEncoder().encode('{"id":"d2"')
    disk.tamper(`${FOLDER}/drafts/d2.json`, broken)
    const reopened = await opened({ files: disk.port(), seed: 'b' })
    expect(must(await reopened.drafts.list())).toEqual([draft('d1', '一')])
    const [found] = reopened.findings
    expect(found).toMatchObject({ finding: 'damagedFile', file: 'drafts/d2.json' })
    const kept = found?.finding === 'damagedFile' ? found.kept : ''
    expect(disk.files().get(`${FOLDER}/${kept}`)).toEqual(broken)
    expect((await opened({ files: disk.port(), seed: 'c' })).findings).toEqual([])
  })

  it('say that the disk is full and leave the older one', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.drafts.put(draft('d1', '一')))
    disk.capacity = 0
    expect(await folder.drafts.put(draft('d1', '二'))).toMatchObject({
      ok: false,
      error: { type: 'DiskFull' },
    })
    expect(must(await folder.drafts.list())).toEqual([draft('d1', '一')])
    expect([...disk.files().keys()].filter((path) => path.endsWith('.tmp'))).toEqual([])
  })
})

describe('templates', () => {
  it('[ST27] are kept once under their content hash', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    const { hash } = must(await folder.keepTemplate(TEMPLATE))
    const steps = disk.steps
    expect(must(await folder.keepTemplate(TEMPLATE))).toEqual({ hash })
    expect(disk.steps).toBe(steps)
    expect(must(await folder.templates())).toEqual([{ hash, template: TEMPLATE }])
    expect([...disk.files().keys()]).toContain(`${FOLDER}/templates/${hash}.json`)
  })

  it('[ST27] that are damaged are not used, told of, and repaired by keeping them again', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    const { hash } = must(await folder.keepTemplate(TEMPLATE))
    disk.tamper(`${FOLDER}/templates/${hash}.json`, new TextEncoder().encode('{"code":"X"}'))
    const reopened = await opened({ files: disk.port(), seed: 'b' })
    expect(reopened.findings).toMatchObject([{ finding: 'damagedFile', file: `templates/${hash}.json` }])
    expect(must(await reopened.templates())).toEqual([])
    must(await reopened.keepTemplate(TEMPLATE))
    expect(must(await reopened.templates())).toEqual([{ hash, template: TEMPLATE }])
  })

  it('are read once by an opening and whoever asks first, and those that came meanwhile are there, too', async () => {
    const disk = new FaultyDisk()
    const { hash } = must(await (await opened({ files: disk.port() })).keepTemplate(TEMPLATE))
    const reads: string[] = []
    const port = disk.port()
    const counting = { ...port, read: (path: string) => (reads.push(path), port.read(path)) }
    const readTimes = () => reads.filter((path) => path.endsWith(`${hash}.json`)).length
    const reopened = await opened({ files: counting, seed: 'b' })
    const other = { ...TEMPLATE, code: 'KHTS-BD-002' }
    const kept = must(await reopened.keepTemplate(other))
    const both = [
      { hash, template: TEMPLATE },
      { hash: kept.hash, template: other },
    ].sort((a, b) => (a.hash < b.hash ? -1 : 1))
    const sorted = (all: readonly { readonly hash: string }[]) =>
      [...all].sort((a, b) => (a.hash < b.hash ? -1 : 1))
    expect(sorted(must(await reopened.templates()))).toEqual(both)
    expect(readTimes()).toBe(1)
    disk.tamper(`${FOLDER}/templates/${hash}.json`, new TextEncoder().encode('{"code":"X"}'))
    expect(must(await reopened.templates())).toEqual([{ hash: kept.hash, template: other }])
    expect(readTimes()).toBe(2)
  })

  it('last once answered, also when an earlier attempt stopped at any step', async () => {
    const probe = new FaultyDisk()
    const before = await opened({ files: probe.port() })
    const from = probe.steps
    must(await before.keepTemplate(TEMPLATE))
    for (let at = from; at < probe.steps; at++) {
      const disk = new FaultyDisk()
      const first = await opened({ files: disk.port() })
      disk.fault = { at, what: 'fail', code: 'Io' }
      expect((await first.keepTemplate(TEMPLATE)).ok).toBe(false)
      const second = await opened({ files: disk.port(), seed: 'b' })
      const { hash } = must(await second.keepTemplate(TEMPLATE))
      disk.crash()
      disk.restart('lost')
      const third = await opened({ files: disk.port(), seed: 'c' })
      expect(must(await third.templates()), `step ${at}`).toEqual([{ hash, template: TEMPLATE }])
    }
  })

  it('refuse what is no template', async () => {
    const folder = await opened({ files: new FaultyDisk().port() })
    expect(await folder.keepTemplate([] as unknown as Template)).toMatchObject({
      ok: false,
      error: { type: 'BadChange' },
    })
  })
})
