import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeBackup } from '../../../../node/backup/backup'
import { restoreBackup } from '../../../../node/backup/restore-backup'
import { failureOf, nodeFiles, verifyFolder } from '../../../../node/store'
import { allNotes, must, noted, opened } from '../../../support/store'

describe('a data folder on a real disk', () => {
  let root = ''
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), '知客 数据-'))
  })
  afterEach(() => rm(root, { recursive: true }))

  it('is made, written, reopened, backed up and restored, with spaces and Chinese in its path', async () => {
    const files = nodeFiles()
    const path = join(root, '客服部', '数据 目录')
    const folder = await opened({ files, path })
    expect(folder.created).toBe(true)
    must(await folder.append([noted('a'), noted('b')]))
    await folder.close()
    const again = await opened({ files, path, seed: 'b' })
    expect(again).toMatchObject({ created: false, readOnly: false, findings: [], writer: folder.writer })
    must(await again.append([noted('c')]))
    const archive = join(root, '备份.zip')
    const { quietly } = again
    must(await makeBackup({ files, folder: path, target: archive, now: 1, quietly }))
    await again.close()
    const target = join(root, '恢复')
    must(await restoreBackup({ files, archive, target }))
    const restored = await opened({ files, path: target, seed: 'c' })
    expect(await allNotes(restored)).toEqual(['a', 'b', 'c'])
    expect(must(await verifyFolder(files, target)).findings).toEqual([])
  })
})

describe('an error of the operating system', () => {
  it.each([
    ['ENOSPC', 'DiskFull'],
    ['EDQUOT', 'DiskFull'],
    ['EACCES', 'NotWritable'],
    ['EROFS', 'ReadOnly'],
    ['ENOENT', 'NotFound'],
    ['EEXIST', 'Exists'],
    ['EBUSY', 'Busy'],
    ['EIO', 'Io'],
  ])('%s is told as %s', (code, type) => {
    expect(failureOf('/a', code)).toMatchObject({ type, path: '/a' })
  })
})
