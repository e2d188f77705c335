import { describe, expect, it } from 'vitest'
import { AutoBackups, type BackupPlace } from '../../../../node/backup/auto-backup'
import { LITTLE_ROOM } from '../../../../node/backup/make-room'
import { restoreBackup } from '../../../../node/backup/restore-backup'
import { makeBackupKey } from '../../../../node/backup/sealed'
import type { Fitting } from '../../../../node/backup/fitting'
import type { AutoBackupFailure, SafetyStatus } from '../../../../shared/ipc/safety'
import { err, ok, type Result } from '../../../../shared/kernel/result'
import { FaultyDisk } from '../../../support/faulty-files'
import { allNotes, FOLDER, handClock, must, noted, opened, seededRandom } from '../../../support/store'

const DAY = 86_400_000
const MINUTE = 60_000
const NOON = new Date(2026, 10, 22, 12, 0).getTime()
const USUAL: BackupPlace = { folder: '/home/zhike/backups', usual: true }
const STICK: BackupPlace = { folder: '/usb/backups', usual: false }

const BESIDE: Omit<SafetyStatus, 'backup' | 'littleRoom'> = {
  encryption: { on: false, failure: null, guarded: true },
  restored: null,
  restoredInto: null,
  movedOn: null,
}

/** A computer on which a program runs; `tick` lets what it waits for be due. */
async function desk(disk = new FaultyDisk(), place: BackupPlace | null = USUAL, program = '1.0.0') {
  const clock = handClock(NOON)
  const files = disk.port()
  await files.makeDir('/home/zhike')
  const folder = await opened({ files, clock })
  const told: SafetyStatus[] = []
  const waiting = new Set<() => void>()
  const state = {
    place,
    free: null as number | null,
    fitting: ok<Fitting>({}) as Result<Fitting, AutoBackupFailure>,
  }
  const backups = new AutoBackups({
    files,
    clock,
    computer: 'desk-1',
    program,
    memory: '/home/zhike/program-version',
    lastMade: '/home/zhike/last-backup.json',
    place: () => state.place,
    fitting: () => Promise.resolve(state.fitting),
    beside: () => Promise.resolve(BESIDE),
    freeAt: () => Promise.resolve(state.free),
    diskOf: (path) => Promise.resolve(path.startsWith('/usb') ? 'stick' : 'own'),
    tell: (status) => told.push(status),
    after: (_ms, work) => {
      waiting.add(work)
      return () => waiting.delete(work)
    },
    log: () => undefined,
  })
  const tick = async () => {
    const before = told.length
    for (const work of [...waiting]) {
      waiting.delete(work)
      work()
    }
    while (told.length === before || told.at(-1)?.backup.running === true) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    // The next look is waited for again.
    await new Promise((resolve) => setImmediate(resolve))
  }
  const archives = () =>
    [...disk.files().keys()]
      .filter((path) => path.includes('/backups/'))
      .map((path) => path.split('/').at(-1))
  return { disk, files, clock, folder, backups, state, told, tick, archives }
}

describe('automatic backups', () => {
  it('make one a day that can be restored', async () => {
    const { folder, backups, clock, tick, archives, files } = await desk()
    must(await folder.append([noted('a')]))
    await backups.begin(folder)
    await tick()
    expect(archives()).toEqual([expect.stringMatching(/^知客自动备份 2026-11-22 1200 .*\.zip$/)])
    await tick()
    expect(archives()).toHaveLength(1)
    clock.ms += DAY
    must(await folder.append([noted('b')]))
    await tick()
    expect(archives()).toHaveLength(2)
    const archive = `${USUAL.folder}/${archives().sort().at(-1) ?? ''}`
    must(await restoreBackup({ files, archive, target: '/new' }))
    const restored = await opened({ files, path: '/new', seed: 'b' })
    expect(await allNotes(restored)).toEqual(await allNotes(folder))
    expect((await backups.status()).backup).toMatchObject({
      folder: USUAL.folder,
      count: 2,
      age: 0,
      sameDisk: true,
      failure: null,
      last: { day: '2026-11-23', minute: '1200' },
    })
  })

  it('rotate only their own, and only after a new one has proved whole', async () => {
    const { folder, backups, clock, tick, archives, disk, files } = await desk()
    await backups.begin(folder)
    for (let day = 0; day < 12; day += 1) {
      await tick()
      clock.ms += DAY
    }
    const others = [
      `${USUAL.folder}/知客自动备份 2020-01-01 0900 0123abcd-89efcdab.zip`,
      `${USUAL.folder}/账目.xlsx`,
    ]
    for (const other of others) must(await must(await files.createNew(other)).close())
    const before = archives()
    disk.capacity = 0
    await tick()
    expect(archives()).toEqual(before)
    expect((await backups.status()).backup.failure).toMatchObject({ type: 'DiskFull' })
    disk.capacity = Infinity
    clock.ms += DAY
    await tick()
    expect((await backups.status()).backup).toMatchObject({ failure: null, last: { day: '2026-12-05' } })
    // Seven days, and of the weeks the one whose last day is older.
    expect(archives().filter((name) => name?.includes('2026-'))).toHaveLength(8)
    for (const other of others) expect(disk.files().has(other)).toBe(true)
  })

  it('take away what a program left half written', async () => {
    const { folder, backups, clock, tick, archives, files } = await desk()
    await backups.begin(folder)
    await tick()
    const half = `${USUAL.folder}/${archives()[0]?.replace('2026-11-22', '2026-11-21') ?? ''}.part`
    must(await must(await files.createNew(half)).close())
    clock.ms += DAY
    await tick()
    expect(archives().filter((name) => name?.endsWith('.part'))).toEqual([])
  })

  it('do not make a folder in the place of a stick that is not plugged in', async () => {
    const { folder, backups, disk, tick } = await desk(new FaultyDisk(), STICK)
    await backups.begin(folder)
    await tick()
    expect((await backups.status()).backup).toMatchObject({ count: 0, failure: { type: 'NotFound' } })
    expect([...disk.files().keys()].some((path) => path.startsWith('/usb'))).toBe(false)
  })

  it('go to another place at once when one is chosen, and nowhere when nobody wants them', async () => {
    const { folder, backups, state, files, tick } = await desk()
    await files.makeDir(STICK.folder)
    await backups.begin(folder)
    await tick()
    state.place = STICK
    backups.changed()
    await tick()
    expect((await backups.status()).backup).toMatchObject({ folder: STICK.folder, count: 1, sameDisk: false })
    state.place = null
    backups.changed()
    await tick()
    expect((await backups.status()).backup).toMatchObject({ folder: null, count: 0, last: null })
  })

  it('are not begun where little room is left, and say so early', async () => {
    const { folder, backups, state, tick, archives } = await desk()
    state.free = LITTLE_ROOM - 1
    await backups.begin(folder)
    await tick()
    expect(await backups.status()).toMatchObject({
      littleRoom: LITTLE_ROOM - 1,
      backup: { failure: { type: 'LittleRoom', free: LITTLE_ROOM - 1 } },
    })
    expect(archives()).toEqual([])
  })

  it('are not begun where the data folder itself would leave little room', async () => {
    const { folder, backups, state, tick, archives, disk } = await desk()
    must(await folder.append([noted('a'.repeat(5000))]))
    const data = [...disk.files()].filter(([path]) => path.startsWith(FOLDER))
    const wanted = data.reduce((sum, [, { length }]) => sum + length, 0)
    state.free = LITTLE_ROOM + wanted - 1
    await backups.begin(folder)
    await tick()
    expect(await backups.status()).toMatchObject({
      littleRoom: null,
      backup: { failure: { type: 'LittleRoom', free: LITTLE_ROOM + wanted - 1, wanted } },
    })
    expect(archives()).toEqual([])
    state.free = LITTLE_ROOM + wanted
    expect((await backups.now()).backup).toMatchObject({ failure: null, count: 1 })
  })

  it('wait two hours after a failure, unless they are asked for or go to another place', async () => {
    const { folder, backups, state, tick, archives, clock, files } = await desk()
    await files.makeDir(STICK.folder)
    await backups.begin(folder)
    state.free = 0
    await tick()
    state.free = null
    clock.ms += 119 * MINUTE
    await tick()
    expect(archives()).toEqual([])
    clock.ms += MINUTE
    await tick()
    expect(archives()).toHaveLength(1)
    clock.ms += DAY
    state.free = 0
    await tick()
    state.free = null
    expect((await backups.now()).backup.count).toBe(2)
    clock.ms += DAY
    state.free = 0
    await tick()
    state.free = null
    state.place = STICK
    backups.changed()
    await tick()
    expect((await backups.status()).backup).toMatchObject({ folder: STICK.folder, count: 1, failure: null })
  })

  it('are made at the next look once a stick is there again', async () => {
    const { folder, backups, tick, files } = await desk(new FaultyDisk(), STICK)
    await backups.begin(folder)
    await tick()
    await files.makeDir(STICK.folder)
    await tick()
    expect((await backups.status()).backup).toMatchObject({ count: 1, failure: null })
  })

  it('take away what was left half written before they look at the room', async () => {
    const { folder, backups, clock, state, tick, archives, files } = await desk()
    await backups.begin(folder)
    await tick()
    const whole = archives()[0] ?? ''
    const others = '知客自动备份 2026-11-21 0900 0123abcd-89efcdab.zip.part'
    for (const name of [`${whole.replace('2026-11-22', '2026-11-21')}.part`, others]) {
      must(await must(await files.createNew(`${USUAL.folder}/${name}`)).close())
    }
    state.free = 0
    clock.ms += DAY
    await tick()
    expect((await backups.status()).backup.failure).toMatchObject({ type: 'LittleRoom' })
    expect(archives()).toEqual([whole, others])
  })

  it('know when the last one succeeded though its stick is at home', async () => {
    const disk = new FaultyDisk()
    const { folder, backups, tick, clock, files } = await desk(disk, STICK)
    await files.makeDir(STICK.folder)
    await backups.begin(folder)
    await tick()
    disk.tamper('/usb', null)
    clock.ms += 2 * DAY
    await tick()
    const away = { last: null, count: 0, age: 2, failure: { type: 'NotFound' } }
    expect((await backups.status()).backup).toMatchObject(away)
    await folder.close()
    const later = await desk(disk, STICK)
    later.clock.ms += 3 * DAY
    await later.backups.begin(later.folder)
    await later.tick()
    expect((await later.backups.status()).backup).toMatchObject({ ...away, age: 3 })
  })

  it('do not take one that a wrong clock dated later for the last', async () => {
    const { folder, backups, tick, clock, files, archives } = await desk()
    await backups.begin(folder)
    await tick()
    const later = archives()[0]?.replace('2026-11-22', '2036-11-22') ?? ''
    must(await must(await files.createNew(`${USUAL.folder}/${later}`)).close())
    clock.ms += 2 * DAY
    expect((await backups.status()).backup).toMatchObject({ last: { day: '2026-11-22' }, age: 2 })
  })

  it('remember nothing of a day that is still to come', async () => {
    const { folder, backups, tick, clock } = await desk()
    clock.ms += 400 * DAY
    await backups.begin(folder)
    await tick()
    clock.ms -= 400 * DAY
    expect((await backups.status()).backup).toMatchObject({ last: null, age: null })
  })

  it('make one before another program begins to write, once', async () => {
    const disk = new FaultyDisk()
    const first = await desk(disk)
    must(await first.folder.append([noted('a')]))
    await first.backups.begin(first.folder)
    await first.backups.close(0)
    await first.folder.close()
    const again = await desk(disk)
    await again.backups.begin(again.folder)
    expect(again.archives()).toEqual([])
    await again.folder.close()
    const newer = await desk(disk, USUAL, '1.1.0')
    await newer.backups.begin(newer.folder)
    expect(newer.archives()).toEqual([expect.stringMatching(/^知客升级前备份 2026-11-22/)])
    await newer.folder.close()
    const last = await desk(disk, USUAL, '1.1.0')
    last.clock.ms += 60_000
    await last.backups.begin(last.folder)
    expect(last.archives()).toHaveLength(1)
  })

  it('are encrypted where a passphrase is set, and named as such', async () => {
    const { folder, backups, state, archives, files } = await desk()
    const random = seededRandom('keys')
    const key = await makeBackupKey('示例口令甲乙', random, 14)
    state.fitting = ok({ seal: { key, random } })
    await backups.begin(folder)
    expect((await backups.now()).backup).toMatchObject({ count: 1, failure: null })
    expect(archives()).toEqual([expect.stringMatching(/\.zkb$/)])
    const [made] = await backups.listed()
    expect(made).toMatchObject({ encrypted: true, day: '2026-11-22', minute: '1200', reason: 'daily' })
    const archive = made?.path ?? ''
    expect(await restoreBackup({ files, archive, target: '/new' })).toMatchObject({
      error: { type: 'BackupLocked' },
    })
    must(await restoreBackup({ files, archive, target: '/new', secret: key.secret }))
  })

  it('are listed with those of other data folders of this computer, and without those of other computers', async () => {
    const { folder, backups, files, archives } = await desk()
    await backups.begin(folder)
    await backups.now()
    const [own = ''] = archives()
    const lost = own.replace('2026-11-22', '2026-11-20').replace(/ [0-9a-f]{8}-/, ' 00000000-')
    const strangers = own.replace('2026-11-22', '2026-11-21').replace(/-[0-9a-f]{8}\.zip/, '-00000000.zip')
    for (const name of [lost, strangers])
      must(await must(await files.createNew(`${USUAL.folder}/${name}`)).close())
    expect((await backups.listed()).map(({ path, other }) => [path.split('/').at(-1), other])).toEqual([
      [own, false],
      [lost, true],
    ])
  })

  it('are not made readable in the place of ones that cannot be encrypted', async () => {
    const { folder, backups, state, archives } = await desk()
    const failure = { type: 'KeysUnavailable', reason: 'no key store' } as const
    state.fitting = err(failure)
    await backups.begin(folder)
    expect((await backups.now()).backup).toMatchObject({ count: 0, failure })
    expect(archives()).toEqual([])
  })

  it('can be asked for', async () => {
    const { folder, backups, archives } = await desk()
    await backups.begin(folder)
    expect((await backups.now()).backup).toMatchObject({ count: 1, age: 0, running: false })
    expect(archives()).toHaveLength(1)
    expect(folder.path).toBe(FOLDER)
  })
})
