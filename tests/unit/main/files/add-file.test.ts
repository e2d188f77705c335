import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addFile } from '../../../../main/files/add-file'

const bytes = (text: string) => new TextEncoder().encode(text)
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhike-add-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('adding a file to a folder', () => {
  it('numbers a name that is taken, and replaces nothing', async () => {
    await writeFile(join(folder, '投诉登记表.pdf'), '别人的')
    for (const text of ['一', '二']) await addFile(folder, '投诉登记表', 'pdf', bytes(text))
    expect((await readdir(folder)).sort()).toEqual([
      '投诉登记表 (2).pdf',
      '投诉登记表 (3).pdf',
      '投诉登记表.pdf',
    ])
    expect(await readFile(join(folder, '投诉登记表.pdf'), 'utf8')).toBe('别人的')
    expect(await readFile(join(folder, '投诉登记表 (3).pdf'), 'utf8')).toBe('二')
  })

  it('gives several that are written at once names of their own', async () => {
    const all = await Promise.all(
      ['a', 'b', 'c', 'd'].map((text) => addFile(folder, '同名', 'pdf', bytes(text))),
    )
    expect(new Set(all.map((done) => done.ok && done.value)).size).toBe(4)
  })

  it('stays in the folder whatever the name is', async () => {
    await addFile(folder, '../../逃出去', 'pdf', bytes('x'))
    expect(await readdir(folder)).toHaveLength(1)
  })

  it('says that the folder is gone', async () => {
    expect(await addFile(join(folder, '不在'), '单据', 'pdf', bytes('x'))).toMatchObject({
      ok: false,
      error: { type: 'NotFound' },
    })
  })
})
