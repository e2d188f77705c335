import { mkdtempSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { carrierFailure } from '../../../../../node/team/carrier/carrier-errors'
import { nodeCalls, type DiskCalls, type DiskHandle } from '../../../../../node/team/carrier/disk-calls'
import { diskTeamFolder } from '../../../../../node/team/carrier/disk-team-folder'
import { removeFolder } from '../../../../support/remove-folder'
import { seededDice } from '../../../../../node/demo/random'

const A = 'aaaaaaaaaaaaaaaa'
const text = (value: string) => new TextEncoder().encode(value)
const coded = (code: string) => Object.assign(new Error(code), { code })
const fine = { ok: true, value: null }

describe('a team folder on a disk that refuses', () => {
  let root: string
  const pauses: number[] = []
  const opened = (calls: Partial<DiskCalls>) =>
    diskTeamFolder({
      root,
      device: A,
      random: seededDice('disk').bytes,
      calls: { ...nodeCalls, pause: (ms) => Promise.resolve(pauses.push(ms)), ...calls },
    })
  const fails = (code: string, times = Infinity) => {
    let left = times
    return <T>(work: () => Promise<T>): Promise<T> => (left-- > 0 ? Promise.reject(coded(code)) : work())
  }
  /** Files opened for writing, whose given call fails. */
  const writing = (broken: Partial<DiskHandle>): Partial<DiskCalls> => ({
    open: async (path, flags) => {
      const file = await nodeCalls.open(path, flags)
      if (flags !== 'wx') return file
      const whole: DiskHandle = {
        read: (...args) => file.read(...args),
        write: (...args) => file.write(...args),
        stat: () => file.stat(),
        sync: () => file.sync(),
        close: () => file.close(),
      }
      return { ...whole, ...broken }
    },
  })
  const names = () => readdirSync(root, { recursive: true }).map(String).sort()

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'zhike-team-'))
    pauses.length = 0
  })
  afterEach(() => {
    removeFolder(root)
  })

  it.each(['EPERM', 'ENOTSUP', 'ENOSYS', 'EISDIR', 'EMLINK'])(
    'renames where a link is refused with %s',
    async (code) => {
      let links = 0
      const folder = opened({
        link: () => {
          links++
          return Promise.reject(coded(code))
        },
      })
      expect(await folder.putNew('members/00', text('a'))).toEqual(fine)
      expect(await folder.putNew('members/01', text('b'))).toEqual(fine)
      expect(await folder.putNew('members/01', text('c'))).toMatchObject({ error: { type: 'Taken' } })
      expect(names()).toEqual(['members', 'members/00', 'members/01'])
      expect(readFileSync(join(root, 'members/01'), 'utf8')).toBe('b')
      expect([links, pauses]).toEqual([1, []])
    },
  )

  it('writes in place where renaming is refused as well, and never over what stands there', async () => {
    const refused = () => Promise.reject(coded('EPERM'))
    const folder = opened({ link: refused, rename: refused })
    expect(await folder.putNew('members/00', text('a'))).toEqual(fine)
    expect(await folder.putNew('members/00', text('b'))).toMatchObject({ error: { type: 'Taken' } })
    expect(names()).toEqual(['members', 'members/00'])
    expect(readFileSync(join(root, 'members/00'), 'utf8')).toBe('a')
    expect(await folder.putAgain('members/00', text('c'))).toMatchObject({ error: { type: 'ReadOnly' } })
    expect(readFileSync(join(root, 'members/00'), 'utf8')).toBe('a')
  })

  it('makes the mark in its place where there are no links: of two founders one wins', async () => {
    const calls = {
      link: () => Promise.reject(coded('EPERM')),
      rename: () => Promise.reject(new Error('not asked')),
    }
    const both = await Promise.all(
      ['one', 'two'].map((bytes) => opened(calls).putNew('zhike-team.json', text(bytes))),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(names()).toEqual(['zhike-team.json'])
  })

  it('takes a link for made whose answer was lost', async () => {
    const folder = opened({
      link: async (from, to) => {
        await nodeCalls.link(from, to)
        throw coded('EEXIST')
      },
    })
    expect(await folder.putNew('members/00', text('a'))).toEqual(fine)
    expect(names()).toEqual(['members', 'members/00'])
  })

  it.each(['EBUSY', 'EPERM', 'EACCES', 'EAGAIN'])(
    'tries again with growing pauses when %s passes',
    async (code) => {
      const list = fails(code, 3)
      const folder = opened({ readdir: (path) => list(() => nodeCalls.readdir(path)) })
      expect(await folder.list('')).toEqual({ ok: true, value: [] })
      expect(pauses).toEqual([30, 80, 200])
    },
  )

  it('gives up what does not pass after five tries', async () => {
    const folder = opened({ readdir: () => Promise.reject(coded('EBUSY')) })
    expect(await folder.list('')).toEqual({ ok: false, error: { type: 'Failed', reason: 'EBUSY' } })
    expect(pauses).toEqual([30, 80, 200, 500])
  })

  it.each([
    ['ENOSPC', { type: 'Full' }],
    ['EDQUOT', { type: 'Full' }],
    ['EROFS', { type: 'ReadOnly' }],
    ['EACCES', { type: 'ReadOnly' }],
    ['EIO', { type: 'Unreachable', reason: 'EIO' }],
    ['EHOSTDOWN', { type: 'Unreachable', reason: 'EHOSTDOWN' }],
  ])('leaves nothing behind when writing fails with %s', async (code, error) => {
    const folder = opened(writing({ write: () => Promise.reject(coded(code)) }))
    expect(await folder.putNew('members/00', text('abc'))).toEqual({ ok: false, error })
    expect(names()).toEqual(['members'])
  })

  it('does not count a file as put that could not be flushed because of the disk', async () => {
    const folder = opened(writing({ sync: () => Promise.reject(coded('EIO')) }))
    expect((await folder.putNew('members/00', text('abc'))).ok).toBe(false)
    expect(names()).toEqual(['members'])
    const share = opened(writing({ sync: () => Promise.reject(coded('ENOTSUP')) }))
    expect(await share.putNew('members/00', text('abc'))).toEqual(fine)
  })

  it('goes on writing when only a part was taken', async () => {
    const folder = opened({
      open: async (path, flags) => {
        const file = await nodeCalls.open(path, flags)
        return {
          read: (...args) => file.read(...args),
          write: (buffer, offset) => file.write(buffer, offset, 1),
          stat: () => file.stat(),
          sync: () => file.sync(),
          close: () => file.close(),
        }
      },
    })
    expect(await folder.putNew('members/00', text('abc'))).toEqual(fine)
    expect(readFileSync(join(root, 'members/00'), 'utf8')).toBe('abc')
  })

  it('reads a file that grows meanwhile to its end, and one that outgrows the limit not at all', async () => {
    mkdirSync(join(root, 'members'))
    writeFileSync(join(root, 'members/00'), 'abcdef')
    const smaller: Partial<DiskCalls> = {
      open: async (path, flags) => {
        const file = await nodeCalls.open(path, flags)
        return {
          read: (...args) => file.read(...args),
          write: (...args) => file.write(...args),
          stat: async () => {
            const found = await file.stat()
            return Object.assign(found, { size: 2 })
          },
          sync: () => file.sync(),
          close: () => file.close(),
        }
      },
    }
    expect(await opened(smaller).read('members/00', 6)).toEqual({ ok: true, value: text('abcdef') })
    expect(await opened(smaller).read('members/00', 5)).toMatchObject({ error: { type: 'TooLarge' } })
  })

  it('takes names in capitals for the carrier’s doing and reads them, unless both stand there', async () => {
    mkdirSync(join(root, 'MEMBERS'))
    writeFileSync(join(root, 'MEMBERS/0A'), 'x')
    const folder = opened({})
    expect(await folder.list('')).toMatchObject({ value: [{ name: 'members', kind: 'dir' }] })
    expect(await folder.list('members')).toMatchObject({ value: [{ name: '0a', kind: 'file', size: 1 }] })
    expect(await folder.read('members/0a', 9)).toEqual({ ok: true, value: text('x') })
    mkdirSync(join(root, 'members'))
    const listed = await folder.list('')
    expect(listed.ok && listed.value.map(({ name }) => name).sort()).toEqual(['MEMBERS', 'members'])
    expect(await folder.list('members')).toEqual({ ok: true, value: [] })
  })

  it('leaves out what is gone by the time it is looked at, and hides nothing for one name that is refused', async () => {
    for (const name of ['a', 'b', 'c']) writeFileSync(join(root, name), name)
    const folder = opened({
      lstat: (path) => {
        if (path.endsWith('a')) return Promise.reject(coded('ENOENT'))
        return path.endsWith('b') ? Promise.reject(coded('EACCES')) : nodeCalls.lstat(path)
      },
    })
    const listed = await folder.list('')
    expect(listed.ok && [...listed.value].sort((x, y) => (x.name < y.name ? -1 : 1))).toEqual([
      { name: 'b', kind: 'other', size: 0 },
      { name: 'c', kind: 'file', size: 1 },
    ])
  })

  it('makes the folders anew when somebody took them away after they were seen', async () => {
    const folder = opened({})
    await folder.putNew('members/00', text('a'))
    renameSync(join(root, 'members'), join(root, 'away'))
    expect(await folder.putNew('members/01', text('b'))).toEqual(fine)
    expect(names()).toEqual(['away', 'away/00', 'members', 'members/01'])
  })

  it('says that it cannot be reached when its root is a file or may not be looked at', async () => {
    const stat = () => Promise.reject(coded('ENOENT'))
    expect(await opened({ readdir: stat, stat }).list('')).toEqual({
      ok: false,
      error: { type: 'Unreachable', reason: 'ENOENT' },
    })
    writeFileSync(join(root, 'file'), '')
    const folder = diskTeamFolder({ root: join(root, 'file'), device: A, random: seededDice('x').bytes })
    expect(await folder.list('')).toEqual({ ok: false, error: { type: 'Unreachable', reason: 'ENOTDIR' } })
  })
})

describe('what a code of the system means', () => {
  it.each(['ENETUNREACH', 'ETIMEDOUT', 'ESTALE', 'EHOSTDOWN', 'ENOTCONN', 'ENODEV'])(
    '%s: not reachable',
    (code) => {
      expect(carrierFailure(code, 'looking')).toEqual({ type: 'Unreachable', reason: code })
      expect(carrierFailure(code, 'making')).toEqual({ type: 'Unreachable', reason: code })
    },
  )

  it('a refused look at one file says nothing of the folder, a refused write does', () => {
    expect(carrierFailure('EACCES', 'looking')).toEqual({ type: 'Failed', reason: 'EACCES' })
    expect(carrierFailure('EACCES', 'removing')).toEqual({ type: 'ReadOnly' })
    expect(carrierFailure('ENOENT', 'making')).toEqual({ type: 'Failed', reason: 'ENOENT' })
    expect(carrierFailure('ENAMETOOLONG', 'making')).toEqual({ type: 'Failed', reason: 'ENAMETOOLONG' })
  })
})

describe('a folder that is listed again and again', () => {
  let root: string
  const FILES = 200
  const nameOf = (n: number) => String(n).padStart(16, '0')
  let looks: string[] = []
  const opened = () =>
    diskTeamFolder({
      root,
      device: A,
      random: seededDice('disk').bytes,
      calls: {
        ...nodeCalls,
        lstat: (path) => {
          looks.push(path.slice(-16))
          return nodeCalls.lstat(path)
        },
      },
    })
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'zhike-team-'))
    mkdirSync(join(root, 'members'))
    for (let n = 0; n < FILES; n++) writeFileSync(join(root, 'members', nameOf(n)), 'x')
    looks = []
  })
  afterEach(() => {
    removeFolder(root)
  })
  const sizes = async (folder: ReturnType<typeof opened>) => {
    const listed = await folder.list('members')
    return listed.ok ? new Map(listed.value.map(({ name, size }) => [name, size])) : null
  }

  it('looks at few of the files that stay as they are, and at each of them again in the end', async () => {
    const folder = opened()
    for (let n = 0; n < 3; n++) await folder.list('members')
    looks = []
    for (let n = 0; n < 64; n++) expect(await sizes(folder)).toHaveProperty('size', FILES)
    expect(looks.length).toBeLessThan(5 * FILES)
    expect(new Set(looks).size).toBeGreaterThanOrEqual(FILES)
  })

  it('tells of what is new, gone, or grown', async () => {
    const folder = opened()
    for (let n = 0; n < 20; n++) await folder.list('members')
    writeFileSync(join(root, 'members', nameOf(FILES)), 'neu')
    renameSync(join(root, 'members', nameOf(0)), join(root, 'away'))
    const now = await sizes(folder)
    expect([now?.get(nameOf(FILES)), now?.has(nameOf(0))]).toEqual([3, false])
    writeFileSync(join(root, 'members', nameOf(1)), 'länger')
    for (let n = 0; n < 32; n++) await folder.list('members')
    expect((await sizes(folder))?.get(nameOf(1))).toBe(7)
  })
})
