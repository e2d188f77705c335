import { describe, expect, it } from 'vitest'
import { makeBackup } from '../../../../node/backup/backup'
import { restoreBackup } from '../../../../node/backup/restore-backup'
import { readSource, verifyFolder, type DataFolder } from '../../../../node/store'
import { attachmentFile } from '../../../../node/store/layout'
import { MOST_FILE_BYTES } from '../../../../shared/store/file-types'
import { FaultyDisk, LEFTOVERS } from '../../../support/faulty-files'
import { FOLDER, must, opened } from '../../../support/store'

const photo = new TextEncoder().encode('示例照片'.repeat(500))
const other = new TextEncoder().encode('另一份')

async function folderWith(...contents: readonly Uint8Array[]) {
  const disk = new FaultyDisk()
  const folder = await opened({ files: disk.port() })
  const kept = []
  for (const bytes of contents) kept.push(must(await folder.attachments.keep('现场照片.JPG', bytes)))
  return { disk, folder, kept }
}

const pathOf = (hash: string) => `${FOLDER}/${attachmentFile(hash)}`
const attachmentPaths = (disk: FaultyDisk) =>
  [...disk.files().keys()].filter((path) => path.startsWith(`${FOLDER}/attachments/`))

describe('an attachment', () => {
  it('[ST34] is kept under its hash, as it is, and the same content once', async () => {
    const { disk, folder, kept } = await folderWith(photo, other)
    const [first] = kept
    expect(first).toMatchObject({ name: '现场照片.JPG', size: photo.length, type: 'image/jpeg' })
    expect(disk.files().get(pathOf(first!.hash))).toEqual(photo)
    const steps = disk.steps
    const again = must(await folder.attachments.keep('别名.jpg', photo))
    expect(again).toMatchObject({ name: '别名.jpg', hash: first!.hash })
    expect(attachmentPaths(disk)).toHaveLength(2)
    // Nothing but the folder's name is flushed again.
    expect(disk.steps - steps).toBe(1)
    expect(must(await folder.attachments.read(first!.hash))).toEqual(photo)
    expect(must(await folder.attachments.total())).toEqual({ files: 2, bytes: photo.length + other.length })
  })

  it('[ST34] outlives a loss of power once it was answered, and before that nothing of it is half', async () => {
    const probe = (await folderWith()).disk
    const probing = await reopened(probe)
    const before = probe.steps
    must(await probing.attachments.keep('a.txt', photo))
    const last = probe.steps
    expect(last - before).toBeGreaterThan(5)
    for (let at = before; at < last; at++) {
      for (const what of ['crashBefore', 'crashAfter'] as const) {
        for (const leftover of LEFTOVERS) {
          const { disk } = await folderWith()
          const folder = await reopened(disk)
          disk.fault = { at, what }
          const answer = await folder.attachments.keep('a.txt', photo)
          expect(disk.isDown).toBe(true)
          disk.restart(leftover)
          const found = attachmentPaths(disk).filter((path) => !path.endsWith('.tmp'))
          const whole = found.every((path) => disk.files().get(path)?.length === photo.length)
          expect([at, what, leftover, whole]).toEqual([at, what, leftover, true])
          if (answer.ok)
            expect(must(await (await reopened(disk)).attachments.read(answer.value.hash))).toEqual(photo)
        }
      }
    }
  })

  it('that a full disk refuses leaves nothing behind, and can be kept again when there is room', async () => {
    const { disk, folder } = await folderWith(other)
    disk.capacity = [...disk.files().values()].reduce((sum, { length }) => sum + length, 0) + 100
    expect(await folder.attachments.keep('a.jpg', photo)).toMatchObject({ error: { type: 'DiskFull' } })
    expect(attachmentPaths(disk)).toHaveLength(1)
    disk.capacity = Infinity
    must(await folder.attachments.keep('a.jpg', photo))
    expect((await folder.verify()).findings).toEqual([])
  })

  it('[ST34] that is not there is missing and no damage', async () => {
    const { disk, folder, kept } = await folderWith(photo, other)
    disk.tamper(pathOf(kept[0]!.hash), null)
    expect(await folder.attachments.read(kept[0]!.hash)).toMatchObject({
      error: { type: 'AttachmentMissing' },
    })
    expect(must(await folder.attachments.missing(kept.map(({ hash }) => hash)))).toEqual([kept[0]!.hash])
    expect((await folder.verify()).findings).toEqual([])
  })

  it('[ST34] that is damaged is named, keeps its bytes, and is mended when the same content comes again', async () => {
    const { disk, folder, kept } = await folderWith(photo)
    const { hash } = kept[0]!
    const flipped = photo.slice()
    flipped[7] = 0
    disk.tamper(pathOf(hash), flipped)
    expect(await folder.attachments.read(hash)).toMatchObject({ error: { type: 'AttachmentDamaged' } })
    const finding = { finding: 'damagedFile', file: attachmentFile(hash), kept: '' }
    expect((await folder.verify()).findings).toEqual([finding])
    expect(must(await verifyFolder(disk.port(), FOLDER)).findings).toEqual([finding])
    expect(disk.files().get(pathOf(hash))).toEqual(flipped)
    must(await folder.attachments.keep('a.jpg', photo))
    expect((await folder.verify()).findings).toEqual([])
    const quarantined = [...disk.files()].filter(([path]) => path.startsWith(`${FOLDER}/quarantine/`))
    expect(quarantined.map(([, bytes]) => bytes)).toEqual([flipped])
  })

  it('[ST1] lies beside strange files that are named, and temporary ones that are not', async () => {
    const { disk, folder, kept } = await folderWith(photo)
    disk.tamper(`${FOLDER}/attachments/照片.jpg`, other)
    disk.tamper(`${FOLDER}/attachments/ab/${kept[0]!.hash.replace(/^../, 'cd')}`, other)
    disk.tamper(`${FOLDER}/attachments/ab/x.tmp`, other)
    expect((await folder.verify()).findings.map((found) => found.finding)).toEqual([
      'strangeFile',
      'strangeFile',
    ])
  })

  it('[ST28] goes into a backup and comes back with it; damage in the archive is found', async () => {
    const { disk, folder, kept } = await folderWith(photo, other)
    await disk.port().makeDir('/usb')
    const { quietly } = folder
    must(await makeBackup({ files: disk.port(), folder: FOLDER, target: '/usb/a.zip', now: 1, quietly }))
    must(await restoreBackup({ files: disk.port(), archive: '/usb/a.zip', target: '/disk2/b' }))
    const restored = await opened({ files: disk.port(), path: '/disk2/b', seed: 'b' })
    expect(must(await restored.attachments.read(kept[0]!.hash))).toEqual(photo)
    expect(await restored.verify()).toMatchObject({ findings: [] })
    const report = must(await verifyFolder(disk.port(), '/disk2/b'))
    expect(report.bytes).toBeGreaterThan(photo.length)
  })

  it('is refused when it is empty, too large, or the folder may only be read', async () => {
    const { disk, folder } = await folderWith()
    expect(await folder.attachments.keep('a.txt', new Uint8Array())).toMatchObject({
      error: { type: 'EmptyFile' },
    })
    const large = new Uint8Array(MOST_FILE_BYTES + 1)
    expect(await folder.attachments.keep('a.txt', large)).toMatchObject({
      error: { type: 'TooLarge', of: 'file', most: MOST_FILE_BYTES },
    })
    disk.isReadOnly = true
    const readOnly = await opened({ files: disk.port(), seed: 'b' })
    expect(await readOnly.attachments.keep('a.txt', photo)).toMatchObject({ error: { type: 'ReadOnly' } })
    expect(attachmentPaths(disk)).toEqual([])
  })

  it('of a chosen file is read only when it fits', async () => {
    const { disk } = await folderWith()
    disk.tamper('/firm/照片.jpg', photo)
    const read = (room: number) => readSource(disk.port(), '/firm/照片.jpg', '照片.jpg', room)
    expect(must(await read(photo.length))).toEqual(photo)
    expect(await read(photo.length - 1)).toMatchObject({ error: { type: 'TooLarge', of: 'record' } })
    expect(await readSource(disk.port(), '/firm', 'firm', 100)).toMatchObject({ error: { type: 'NotFound' } })
  })
})

const reopened = (disk: FaultyDisk): Promise<DataFolder> => opened({ files: disk.port() })
