import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeBackup } from '../../../../node/backup/backup'
import { restoreBackup } from '../../../../node/backup/restore-backup'
import { openArchive } from '../../../../node/backup/archive'
import { readZip } from '../../../../node/backup/unzip'
import { err } from '../../../../shared/kernel/result'
import type { Template } from '../../../../shared/forms/template'
import { FaultyDisk } from '../../../support/faulty-files'
import { allNotes, FOLDER, must, noted, opened } from '../../../support/store'

const ARCHIVE = '/usb/备份.zip'
const TARGET = '/disk2/恢复'

async function withBackup() {
  const disk = new FaultyDisk()
  await disk.port().makeDir('/usb')
  const folder = await opened({ files: disk.port() })
  must(await folder.append([noted('a'), noted('b'.repeat(5000))]))
  must(await folder.keepTemplate({ format: 1, code: 'KHTS-BD-001' } as unknown as Template))
  const { quietly } = folder
  const made = await makeBackup({ files: disk.port(), folder: FOLDER, target: ARCHIVE, now: 1, quietly })
  return { disk, folder, made: must(made), archive: disk.files().get(ARCHIVE)! }
}

describe('a backup', () => {
  it('[ST28] holds every file of the data folder, as any zip program reads it', async () => {
    const { disk, made, archive } = await withBackup()
    const unpacked = unzipSync(archive)
    const names = Object.keys(unpacked).filter((name) => name !== 'zhike-backup.json')
    const inFolder = [...disk.files()].filter(([path]) => path.startsWith(`${FOLDER}/`))
    expect(names.sort()).toEqual(inFolder.map(([path]) => path.slice(FOLDER.length + 1)).sort())
    for (const [path, bytes] of inFolder) expect(unpacked[path.slice(FOLDER.length + 1)]).toEqual(bytes)
    expect(made).toEqual({ files: names.length, bytes: archive.length })
    expect([...disk.files().keys()].filter((path) => path.startsWith('/usb'))).toEqual([ARCHIVE])
  })

  it('[ST4] [ST28] comes back as a data folder that writes under a new name', async () => {
    const { disk, folder } = await withBackup()
    must(await restoreBackup({ files: disk.port(), archive: ARCHIVE, target: TARGET }))
    const restored = await opened({ files: disk.port(), path: TARGET, seed: 'b' })
    expect(restored.id).toBe(folder.id)
    expect(restored.findings).toEqual([])
    expect(await allNotes(restored)).toEqual(await allNotes(folder))
    expect(must(await restored.templates())).toEqual(must(await folder.templates()))
    must(await restored.append([noted('c')]))
    expect(restored.writer).not.toBe(folder.writer)
  })

  it('is whole though saving goes on meanwhile', async () => {
    const disk = new FaultyDisk()
    await disk.port().makeDir('/usb')
    const folder = await opened({ files: disk.port() })
    must(await folder.append([noted('a')]))
    const { quietly } = folder
    const save = (name: string) => Array.from({ length: 40 }, (_, i) => folder.append([noted(`${name}${i}`)]))
    const before = save('before')
    const making = makeBackup({ files: disk.port(), folder: FOLDER, target: ARCHIVE, now: 1, quietly })
    const after = save('after')
    must(await making)
    await Promise.all([...before, ...after])
    must(await restoreBackup({ files: disk.port(), archive: ARCHIVE, target: TARGET }))
    const restored = await opened({ files: disk.port(), path: TARGET, seed: 'b' })
    expect(restored.findings).toEqual([])
    expect((await allNotes(restored)).filter((note) => note.startsWith('before'))).toHaveLength(40)
    expect(await allNotes(folder)).toHaveLength(81)
  })

  it('lets nobody who saves wait for anything but journals and drafts to be measured', async () => {
    const { disk, folder } = await withBackup()
    must(await folder.attachments.keep('照片.jpg', new TextEncoder().encode('photo')))
    const measuredQuietly: string[] = []
    let isQuiet = false
    const port = disk.port()
    const files: typeof port = {
      ...port,
      stat: (path) => {
        if (isQuiet) measuredQuietly.push(path.slice(FOLDER.length + 1))
        return port.stat(path)
      },
    }
    const quietly = <T>(work: () => Promise<T>): Promise<T> =>
      folder.quietly(async () => {
        isQuiet = true
        const done = await work()
        isQuiet = false
        return done
      })
    must(await makeBackup({ files, folder: FOLDER, target: ARCHIVE, now: 1, quietly }))
    expect(measuredQuietly.length).toBeGreaterThan(0)
    expect(measuredQuietly.filter((name) => !/^(?:writers|drafts)\//.test(name))).toEqual([])
    const names = Object.keys(unzipSync(disk.files().get(ARCHIVE)!))
    expect(names).toContainEqual(expect.stringMatching(/^attachments\//))
    expect(names).toContainEqual(expect.stringMatching(/^writers\//))
  })

  it('asks for room before it writes anything, and is not begun without', async () => {
    const { disk, archive } = await withBackup()
    const sizes = [...disk.files()].filter(([path]) => path.startsWith(`${FOLDER}/`))
    const before = disk.steps
    const asked: number[] = []
    const room = (bytes: number) => {
      asked.push(bytes)
      return Promise.resolve(err('full' as const))
    }
    const answer = await makeBackup({ files: disk.port(), folder: FOLDER, target: ARCHIVE, now: 2, room })
    expect(answer).toEqual(err('full'))
    expect(asked).toEqual([sizes.reduce((sum, [, { length }]) => sum + length, 0)])
    expect(disk.steps).toBe(before + 1)
    expect(disk.files().get(ARCHIVE)).toEqual(archive)
  })

  it('is not put into the data folder itself', async () => {
    const { disk } = await withBackup()
    const answer = await makeBackup({ files: disk.port(), folder: FOLDER, target: `${FOLDER}/x.zip`, now: 1 })
    expect(answer).toMatchObject({ ok: false, error: { type: 'BadFile' } })
  })

  it('that cannot be finished leaves the older one and no litter, whichever step fails', async () => {
    const { disk, archive } = await withBackup()
    const from = disk.steps
    const probe = disk.clone()
    must(await makeBackup({ files: probe.port(), folder: FOLDER, target: ARCHIVE, now: 2 }))
    const newer = probe.files().get(ARCHIVE)
    for (let step = 0; step < probe.steps; step++) {
      const failing = disk.clone()
      failing.fault = { at: step, what: 'fail', code: 'DiskFull' }
      const answer = await makeBackup({ files: failing.port(), folder: FOLDER, target: ARCHIVE, now: 2 })
      expect(answer.ok, `step ${step}`).toBe(false)
      expect([archive, newer], `step ${step}`).toContainEqual(failing.files().get(ARCHIVE))
      const litter = [...failing.files().keys()].filter((path) => path.startsWith('/usb') && path !== ARCHIVE)
      expect(litter, `step ${step}`).toEqual([])
    }
    expect(disk.steps).toBe(from)
  })
})

describe('a restore', () => {
  it('refuses a folder in which something stands', async () => {
    const { disk } = await withBackup()
    disk.tamper(`${TARGET}/照片.jpg`, new Uint8Array(1))
    const answer = await restoreBackup({ files: disk.port(), archive: ARCHIVE, target: TARGET })
    expect(answer).toEqual({ ok: false, error: { type: 'NotEmpty', path: TARGET } })
  })

  it('never makes a data folder out of an archive that was cut or changed', async () => {
    const { disk, archive } = await withBackup()
    const folderFiles = (on: FaultyDisk) => [...on.files().keys()].filter((path) => path.startsWith(TARGET))
    const broken = [
      ...Array.from({ length: 24 }, (_, i) => archive.slice(0, Math.floor((archive.length * i) / 32))),
      ...Array.from({ length: 40 }, (_, i) => {
        const flipped = archive.slice()
        flipped[Math.floor((archive.length * 0.7 * i) / 40)]! ^= 4
        return flipped
      }),
    ]
    let refused = 0
    for (const bytes of broken) {
      const other = disk.clone()
      other.tamper(ARCHIVE, bytes)
      const answer = await restoreBackup({ files: other.port(), archive: ARCHIVE, target: TARGET })
      if (answer.ok) {
        // A bit that says nothing, such as the date: then everything is there.
        const restored = await opened({ files: other.port(), path: TARGET, seed: 'b' })
        expect(restored.findings).toEqual([])
        expect(await allNotes(restored)).toHaveLength(2)
      } else {
        refused++
        expect(folderFiles(other)).toEqual([])
      }
    }
    expect(refused).toBeGreaterThan(40)
  })

  it.each([
    '../evil',
    '/evil',
    'C:\\evil',
    'writers\\evil',
    'a/../../evil',
    'nul',
    'a:b',
    'a/./b',
    'x\u0000y',
  ])('refuses the name %j', async (name) => {
    const { disk, archive } = await withBackup()
    disk.tamper('/usb/evil.zip', zipSync({ [name]: new Uint8Array(3), ...unzipSync(archive) }))
    const before = disk.files()
    const answer = await restoreBackup({ files: disk.port(), archive: '/usb/evil.zip', target: TARGET })
    const reason: unknown = expect.stringContaining('不安全的文件名')
    expect(answer).toMatchObject({ ok: false, error: { type: 'BadFile', reason } })
    expect(disk.files()).toEqual(before)
  })

  it('stops at a file that inflates beyond the limit, whatever its header says', async () => {
    const disk = new FaultyDisk()
    disk.tamper('/usb/bomb.zip', zipSync({ a: new Uint8Array(10), b: new Uint8Array(2_000_000) }))
    const taken: string[] = []
    const answer = await readZip<never>({
      source: must(await openArchive(disk.port(), '/usb/bomb.zip', null)),
      maxFile: 1000,
      take: ({ name }) => {
        taken.push(name)
        return Promise.resolve({ ok: true, value: null })
      },
    })
    expect(answer).toMatchObject({ ok: false, error: { type: 'BadFile' } })
    expect(taken).not.toContain('b')
  })

  it('says that a picture is not a backup', async () => {
    const { disk } = await withBackup()
    disk.tamper('/usb/a.jpg', new Uint8Array(5000).fill(7))
    const answer = await restoreBackup({ files: disk.port(), archive: '/usb/a.jpg', target: TARGET })
    expect(answer).toMatchObject({ ok: false, error: { type: 'VerifyFailed' } })
  })

  it('leaves no data folder behind when a step fails', async () => {
    const { disk } = await withBackup()
    const probe = disk.clone()
    must(await restoreBackup({ files: probe.port(), archive: ARCHIVE, target: TARGET }))
    for (let step = 0; step < probe.steps; step++) {
      const failing = disk.clone()
      failing.fault = { at: step, what: 'crashAfter' }
      await restoreBackup({ files: failing.port(), archive: ARCHIVE, target: TARGET })
      failing.crash()
      failing.restart('lost')
      if (!failing.files().has(`${TARGET}/zhike.json`)) continue
      const restored = await opened({ files: failing.port(), path: TARGET, seed: 'b' })
      expect(await allNotes(restored), `step ${step}`).toHaveLength(2)
      expect(restored.findings, `step ${step}`).toEqual([])
    }
  })
})
