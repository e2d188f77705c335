import { describe, expect, it } from 'vitest'
import { makeBackup } from '../../../../node/backup/backup'
import { compareWith, lookAtBackup } from '../../../../node/backup/look-at-backup'
import { restoreBackup } from '../../../../node/backup/restore-backup'
import type { DataFolder } from '../../../../node/store'
import type { Template } from '../../../../shared/forms/template'
import { FaultyDisk } from '../../../support/faulty-files'
import { FOLDER, handClock, must, opened, setEdit } from '../../../support/store'

const ARCHIVE = '/usb/a.zip'

async function department() {
  const disk = new FaultyDisk()
  const files = disk.port()
  await files.makeDir('/usb')
  const clock = handClock()
  const folder = await opened({ files, clock })
  const look = async () => {
    must(
      await makeBackup({
        files,
        folder: FOLDER,
        target: ARCHIVE,
        now: 5,
        quietly: folder.quietly,
        maker: { computer: '前台', program: '1.0.0' },
        settings: new TextEncoder().encode('{"zoom":2}'),
      }),
    )
    return must(await lookAtBackup({ files, archive: ARCHIVE }))
  }
  return { disk, files, clock, folder, look }
}

const put = async (
  folder: DataFolder,
  kind: 'customer' | 'record',
  id: string,
  register: string,
  value: string | null,
  template?: string,
) =>
  must(
    await folder.append([
      { entity: { kind, id }, edits: [setEdit([register], value)], ...(template ? { template } : {}) },
    ]),
  )

describe('a look into a backup', () => {
  it('says what it holds: records by form as they are counted in the window, and who made it when', async () => {
    const { folder, clock, look } = await department()
    const form = (code: string, name: string) => ({ format: 1, code, name }) as unknown as Template
    const one = must(await folder.keepTemplate(form('AA-1', '示例一'))).hash
    const other = must(await folder.keepTemplate(form('AA-2', '示例二'))).hash
    await put(folder, 'record', 'r1', 'a', 'x', one)
    await put(folder, 'record', 'r1', 'a', 'y')
    await put(folder, 'record', 'r2', 'a', 'x', other)
    await put(folder, 'record', 'r3', 'a', 'x', other)
    for (const id of ['c1', 'c2', 'c3']) await put(folder, 'customer', id, 'name', id)
    await put(folder, 'customer', 'c2', '@mergedInto', 'c1')
    await put(folder, 'customer', 'c3', '@mergedInto', 'c1')
    clock.ms += 60_000
    await put(folder, 'customer', 'c3', '@mergedInto', null)
    await put(folder, 'customer', 'c4', 'name', 'c4')
    await put(folder, 'customer', 'c4', '@state', 'closed')
    must(await folder.attachments.keep('a.txt', new Uint8Array(100).fill(65)))
    const contents = await look()
    expect(contents).toMatchObject({
      folder: folder.id,
      created: 5,
      computer: '前台',
      program: '1.0.0',
      settings: true,
      encrypted: false,
      changes: 12,
      newest: clock.ms,
      records: 3,
      customers: 2,
      templates: 2,
      attachments: { count: 1, bytes: 100 },
      forms: [
        { code: 'AA-2', name: '示例二', count: 2 },
        { code: 'AA-1', name: '示例一', count: 1 },
      ],
    })
  })

  it('compares it with the folder that is open, both ways', async () => {
    const { folder, files, look } = await department()
    const empty = await look()
    expect(compareWith(empty, folder, FOLDER)).toEqual({ with: 'empty' })
    await put(folder, 'record', 'r1', 'a', 'x')
    const contents = await look()
    expect(compareWith(contents, null, FOLDER)).toEqual({ with: 'notOpen', path: FOLDER })
    const same = { with: 'same', path: FOLDER }
    expect(compareWith(contents, folder, FOLDER)).toEqual({ ...same, onlyHere: 0, onlyThere: 0 })
    await put(folder, 'record', 'r1', 'a', 'y')
    await put(folder, 'record', 'r1', 'a', 'z')
    expect(compareWith(contents, folder, FOLDER)).toEqual({ ...same, onlyHere: 2, onlyThere: 0 })
    must(await restoreBackup({ files, archive: ARCHIVE, target: '/new' }))
    const restored = await opened({ files, path: '/new', seed: 'b' })
    await put(restored, 'record', 'r2', 'a', 'x')
    expect(compareWith(await look(), restored, '/new')).toMatchObject({
      with: 'same',
      onlyHere: 1,
      onlyThere: 2,
    })
    const another = await opened({ files, path: '/another', seed: 'c' })
    await put(another, 'record', 'r1', 'a', 'x')
    expect(compareWith(contents, another, '/another')).toEqual({ with: 'other', path: '/another' })
  })

  it('hands back the settings at a restore and puts them into no data folder', async () => {
    const { disk, files, look } = await department()
    await look()
    const restored = must(await restoreBackup({ files, archive: ARCHIVE, target: '/new' }))
    expect(new TextDecoder().decode(restored.settings ?? undefined)).toBe('{"zoom":2}')
    expect([...disk.files().keys()].filter((path) => path.endsWith('settings.json'))).toEqual([])
  })

  it('stops when a person says so, and a backup and a restore do as well', async () => {
    const { disk, files, folder, look } = await department()
    await look()
    const { signal } = { signal: AbortSignal.abort() }
    const stopped = { ok: false, error: { type: 'Cancelled' } }
    const before = [...disk.files().keys()]
    expect(await lookAtBackup({ files, archive: ARCHIVE, signal })).toEqual(stopped)
    expect(await restoreBackup({ files, archive: ARCHIVE, target: '/new', signal })).toEqual(stopped)
    expect(
      await makeBackup({
        files,
        folder: FOLDER,
        target: '/usb/b.zip',
        now: 1,
        quietly: folder.quietly,
        signal,
      }),
    ).toEqual(stopped)
    expect([...disk.files().keys()]).toEqual(before)
  })
})
