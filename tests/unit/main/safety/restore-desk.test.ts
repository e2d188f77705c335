import { describe, expect, it } from 'vitest'
import { RestoreDesk, type MovingIn } from '../../../../main/safety/restore-desk'
import { makeBackup } from '../../../../node/backup/backup'
import { listBackups } from '../../../../node/backup/list-backups'
import { makeBackupKey, type BackupKey } from '../../../../node/backup/sealed'
import { ok } from '../../../../shared/kernel/result'
import { FaultyDisk } from '../../../support/faulty-files'
import { FOLDER, handClock, must, noted, opened, seededRandom } from '../../../support/store'

const NOON = new Date(2026, 10, 22, 12, 0).getTime()
const PASSPHRASE = '示例口令甲乙'
const random = seededRandom('desk')
const watch = () => ({ progress: () => undefined, signal: new AbortController().signal })
const auto = (day: string, ending = 'zip') => `/usb/知客自动备份 ${day} 0900 0123abcd-89efcdab.${ending}`

/** A computer with a data folder, some backups on a stick, and perhaps a key for backups of its own. */
async function desk({ written = true, isOpen = true, key = null as BackupKey | null } = {}) {
  const disk = new FaultyDisk()
  const files = disk.port()
  await files.makeDir('/usb')
  const folder = await opened({ files })
  if (written) must(await folder.append([noted('a')]))
  const settings = new TextEncoder().encode('{"zoom":2}')
  const seal = key === null ? {} : { seal: { key, random } }
  const back = (target: string) =>
    makeBackup({ files, folder: FOLDER, target, now: NOON, quietly: folder.quietly, settings, ...seal })
  for (const day of ['2026-11-20', '2026-11-21']) must(await back(auto(day, key ? 'zkb' : 'zip')))
  const moved: MovingIn[] = []
  const restore = (own: BackupKey | null = key) =>
    new RestoreDesk({
      files,
      clock: handClock(NOON),
      keys: { read: () => Promise.resolve(ok(own)) },
      path: FOLDER,
      word: () => '恢复',
      folder: () => (isOpen ? folder : null),
      taken: () => [
        { of: 'data', path: FOLDER },
        { of: 'backups', path: '/usb' },
      ],
      listed: () => listBackups(files, '/usb', null),
      moveIn: (moving) => {
        moved.push(moving)
        return Promise.resolve(ok(null))
      },
    })
  return { disk, files, folder, back, moved, restore }
}

describe('the way back out of a backup', () => {
  it('lists backups newest first and leads to a new folder beside the present one', async () => {
    const { disk, folder, restore, moved } = await desk()
    const way = restore()
    const listed = await way.list()
    expect(listed.map(({ path }) => path)).toEqual([auto('2026-11-21'), auto('2026-11-20')])
    must(await folder.append([noted('b')]))
    const before = [...disk.files()].filter(([path]) => path.startsWith(`${FOLDER}/`))
    const looked = must(await way.look(auto('2026-11-21'), null, watch()))
    expect(looked).toMatchObject({
      compared: { with: 'same', onlyHere: 1, onlyThere: 0 },
      target: '/firm/data-恢复-2026-11-22',
      contents: { changes: 1, settings: true },
    })
    must(await way.go(auto('2026-11-21'), looked.target, watch()))
    expect(moved).toEqual([{ target: looked.target, settings: null, before: FOLDER, day: '2026-11-22' }])
    expect([...disk.files()].filter(([path]) => path.startsWith(`${FOLDER}/`))).toEqual(before)
    expect(disk.files().has(`${looked.target}/zhike.json`)).toBe(true)
    expect(must(await way.look(auto('2026-11-20'), null, watch())).target).toBe(
      '/firm/data-恢复-2026-11-22-2',
    )
  })

  it('takes the settings along where nothing was done yet', async () => {
    const { restore, moved } = await desk({ written: false })
    const way = restore()
    await way.list()
    const { target, compared } = must(await way.look(auto('2026-11-21'), null, watch()))
    expect(compared).toEqual({ with: 'empty' })
    must(await way.go(auto('2026-11-21'), target, watch()))
    expect(moved[0]).toMatchObject({ before: null })
    expect(new TextDecoder().decode(moved[0]?.settings ?? undefined)).toBe('{"zoom":2}')
  })

  it('leads out of a data folder that cannot be opened: it is named, kept as the way back, and the settings of here stay', async () => {
    const { restore, moved } = await desk({ isOpen: false })
    const way = restore()
    await way.list()
    const { target, compared } = must(await way.look(auto('2026-11-21'), null, watch()))
    expect(compared).toEqual({ with: 'notOpen', path: FOLDER })
    must(await way.go(auto('2026-11-21'), target, watch()))
    expect(moved).toEqual([{ target, settings: null, before: FOLDER, day: '2026-11-22' }])
  })

  it('reads only what was listed or chosen, and writes only where it was offered or chosen', async () => {
    const { restore, back, disk } = await desk()
    const way = restore()
    const archive = auto('2026-11-21')
    expect(await way.look(archive, null, watch())).toMatchObject({ error: { type: 'NotFound' } })
    must(await back('/usb/备份.zip'))
    const beside = await way.chosen('/usb/备份.zip')
    expect(beside.map(({ path }) => path)).toContain(archive)
    expect(beside.every(({ other }) => other)).toBe(true)
    expect(await way.go('/usb/备份.zip', '/firm/x', watch())).toMatchObject({ error: { type: 'NotFound' } })
    must(await way.look('/usb/备份.zip', null, watch()))
    expect(await way.go('/usb/备份.zip', '/firm/x', watch())).toMatchObject({ error: { type: 'NotFound' } })
    expect([...disk.files().keys()].filter((path) => path.startsWith('/firm/x'))).toEqual([])
  })

  it('puts a new folder into a chosen one in which something stands, and takes an empty one as it is', async () => {
    const { restore, files, disk } = await desk()
    const way = restore()
    await files.makeDir('/photos')
    expect(must(await way.place('/photos'))).toBe('/photos')
    disk.tamper('/photos/a.jpg', new Uint8Array(3))
    expect(must(await way.place('/photos'))).toBe('/photos/data-恢复-2026-11-22')
  })

  it('takes no place within the data folder or the folder of the backups, and none around them', async () => {
    const { restore, files } = await desk()
    const way = restore()
    await files.makeDir(`${FOLDER}/quarantine/empty`)
    await files.makeDir('/usb/empty')
    for (const [place, of] of [
      [`${FOLDER}/quarantine/empty`, 'data'],
      [FOLDER, 'data'],
      ['/usb/empty', 'backups'],
      ['/usb', 'backups'],
    ] as const)
      expect(await way.place(place)).toMatchObject({ error: { type: 'PlaceInTheWay', of } })
    expect(must(await way.place('/firm'))).toBe('/firm/data-恢复-2026-11-22')
  })

  it('opens what this computer encrypted without asking; elsewhere the passphrase is asked for and a wrong one told', async () => {
    const key = await makeBackupKey(PASSPHRASE, random, 14)
    const { restore } = await desk({ key })
    const archive = auto('2026-11-21', 'zkb')
    const here = restore()
    expect((await here.list())[0]).toMatchObject({ path: archive, encrypted: true })
    expect(must(await here.look(archive, null, watch())).contents.encrypted).toBe(true)
    for (const elsewhere of [restore(null), restore(await makeBackupKey(PASSPHRASE, random, 14))]) {
      await elsewhere.list()
      expect(await elsewhere.look(archive, null, watch())).toMatchObject({ error: { type: 'BackupLocked' } })
      expect(await elsewhere.look(archive, '不是这个口令', watch())).toMatchObject({
        error: { type: 'WrongBackupPassphrase' },
      })
      const { target } = must(await elsewhere.look(archive, PASSPHRASE, watch()))
      must(await elsewhere.go(archive, target, watch()))
    }
  })

  it('lists one whose beginning is damaged, and refuses it', async () => {
    const key = await makeBackupKey(PASSPHRASE, random, 14)
    const { restore, disk } = await desk({ key })
    const archive = auto('2026-11-21', 'zkb')
    disk.tamper(archive, disk.files().get(archive)!.slice(0, 100))
    const way = restore()
    expect((await way.list())[0]?.path).toBe(archive)
    expect(await way.look(archive, null, watch())).toMatchObject({ error: { type: 'BadFile' } })
  })
})
