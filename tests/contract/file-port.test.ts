import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFiles, type FilePort } from '../../node/store'
import { FaultyDisk } from '../support/faulty-files'

const text = (value: string) => new TextEncoder().encode(value)

/** A file port and an empty folder to work in. */
interface Place {
  readonly files: FilePort
  readonly root: string
  readonly end: () => Promise<void>
}

const implementations: readonly { readonly name: string; readonly make: () => Promise<Place> }[] = [
  {
    name: 'the file system',
    make: async () => {
      const root = await mkdtemp(join(tmpdir(), 'zhike-port-'))
      return { files: nodeFiles(), root, end: () => rm(root, { recursive: true }) }
    },
  },
  {
    name: 'the faulty disk',
    make: async () => {
      const files = new FaultyDisk().port()
      await files.makeDir('/data')
      return { files, root: '/data', end: () => Promise.resolve() }
    },
  },
]

describe.each(implementations)('a file port on $name', ({ make }) => {
  let place: Place
  const at = (name: string) => `${place.root}/${name}`
  const put = async (name: string, content: string) => {
    const created = await place.files.createNew(at(name))
    if (!created.ok) throw new Error(created.error.type)
    await created.value.append(text(content))
    await created.value.flush()
    await created.value.close()
  }

  beforeEach(async () => {
    place = await make()
  })
  afterEach(() => place.end())

  it('gives back what was written', async () => {
    await put('一 个.seg', 'abc')
    expect(await place.files.read(at('一 个.seg'))).toEqual({ ok: true, value: text('abc') })
    expect(await place.files.stat(at('一 个.seg'))).toEqual({ ok: true, value: { kind: 'file', size: 3 } })
  })

  it('makes a file for keys as any other', async () => {
    const created = await place.files.createNew(at('keys'), 'private')
    expect(created.ok && (await created.value.append(text('abc'))).ok).toBe(true)
    expect(await place.files.read(at('keys'))).toEqual({ ok: true, value: text('abc') })
  })

  it('reads a part, and less at the end', async () => {
    await put('a', 'abcdef')
    expect(await place.files.readRange(at('a'), 2, 2)).toEqual({ ok: true, value: text('cd') })
    expect(await place.files.readRange(at('a'), 4, 9)).toEqual({ ok: true, value: text('ef') })
    expect(await place.files.readRange(at('a'), 9, 9)).toEqual({ ok: true, value: text('') })
  })

  it('appends behind what stands and knows the length', async () => {
    await put('a', 'abc')
    const handle = await place.files.openAppend(at('a'))
    if (!handle.ok) throw new Error(handle.error.type)
    expect(await handle.value.size()).toEqual({ ok: true, value: 3 })
    expect(await handle.value.append(text('def'))).toEqual({ ok: true, value: null })
    expect(await handle.value.flush()).toEqual({ ok: true, value: null })
    expect(await handle.value.size()).toEqual({ ok: true, value: 6 })
    await handle.value.close()
    expect(await place.files.read(at('a'))).toEqual({ ok: true, value: text('abcdef') })
  })

  it('refuses to make a file whose name is taken', async () => {
    await put('a', 'abc')
    expect(await place.files.createNew(at('a'))).toMatchObject({ ok: false, error: { type: 'Exists' } })
    expect(await place.files.read(at('a'))).toEqual({ ok: true, value: text('abc') })
  })

  it('says that something is not there', async () => {
    const gone = { ok: false, error: { type: 'NotFound' } }
    const { files } = place
    expect(await files.read(at('x'))).toMatchObject(gone)
    expect(await files.stat(at('x'))).toMatchObject(gone)
    expect(await files.list(at('x'))).toMatchObject(gone)
    expect(await files.openAppend(at('x'))).toMatchObject(gone)
    expect(await files.remove(at('x'))).toMatchObject(gone)
    expect(await files.createNew(at('x/y'))).toMatchObject(gone)
  })

  it('replaces a file by renaming another', async () => {
    await put('old', 'old')
    await put('new', 'new')
    expect(await place.files.rename(at('new'), at('old'))).toEqual({ ok: true, value: null })
    expect(await place.files.read(at('old'))).toEqual({ ok: true, value: text('new') })
    expect((await place.files.stat(at('new'))).ok).toBe(false)
  })

  it('makes folders with those above them, twice without a word', async () => {
    expect(await place.files.makeDir(at('a/b/c'))).toEqual({ ok: true, value: null })
    expect(await place.files.makeDir(at('a/b/c'))).toEqual({ ok: true, value: null })
    expect(await place.files.list(at('a/b'))).toEqual({ ok: true, value: [{ name: 'c', kind: 'dir' }] })
    expect(await place.files.flushDir(at('a/b'))).toEqual({ ok: true, value: null })
  })

  it('lists names with their kinds and forgets a removed file', async () => {
    await put('a', '')
    await put('b', '')
    await place.files.makeDir(at('c'))
    await place.files.remove(at('a'))
    const listed = await place.files.list(place.root)
    const names = listed.ok ? [...listed.value].sort((x, y) => (x.name < y.name ? -1 : 1)) : []
    expect(names).toEqual([
      { name: 'b', kind: 'file' },
      { name: 'c', kind: 'dir' },
    ])
  })
})

describe('the faulty disk', () => {
  const write = async (disk: FaultyDisk, flush: boolean, flushDir: boolean) => {
    const files = disk.port()
    await files.makeDir('/data')
    await files.flushDir('/')
    const created = await files.createNew('/data/a')
    if (!created.ok) throw new Error(created.error.type)
    await created.value.append(text('abcd'))
    if (flush) await created.value.flush()
    if (flushDir) await files.flushDir('/data')
    disk.crash()
  }

  it.each([
    { flush: true, flushDir: true, leftover: 'lost' as const, left: 'abcd' },
    { flush: true, flushDir: false, leftover: 'lost' as const, left: null },
    { flush: false, flushDir: true, leftover: 'lost' as const, left: '' },
    { flush: false, flushDir: true, leftover: 'half' as const, left: 'ab' },
    { flush: false, flushDir: true, leftover: 'zeros' as const, left: '\0\0\0\0' },
    { flush: false, flushDir: false, leftover: 'kept' as const, left: 'abcd' },
  ])('keeps $left after $leftover (flushed $flush, name flushed $flushDir)', async (row) => {
    const disk = new FaultyDisk()
    await write(disk, row.flush, row.flushDir)
    expect((await disk.port().read('/data/a')).ok).toBe(false)
    disk.restart(row.leftover)
    const read = await disk.port().read('/data/a')
    expect(read.ok ? new TextDecoder().decode(read.value) : null).toBe(row.left)
  })

  it('fills up: what fits is written, then it says so', async () => {
    const disk = new FaultyDisk()
    disk.capacity = 3
    const files = disk.port()
    const created = await files.createNew('/a')
    if (!created.ok) throw new Error(created.error.type)
    expect(await created.value.append(text('abcd'))).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
    expect(await files.read('/a')).toEqual({ ok: true, value: text('abc') })
  })
})

describe.skipIf(process.platform === 'win32')('a file for keys', () => {
  it('[TF1] is read by nobody but its owner, whatever others are made with', async () => {
    const root = await mkdtemp(join(tmpdir(), 'zhike-port-'))
    const before = process.umask(0)
    try {
      for (const [name, access] of [
        ['usual', undefined],
        ['private', 'private'],
      ] as const) {
        const created = await nodeFiles().createNew(join(root, name), access)
        expect(created.ok && (await created.value.close()).ok).toBe(true)
      }
      const modes = ['usual', 'private'].map((name) => statSync(join(root, name)).mode & 0o777)
      expect(modes).toEqual([0o666, 0o600])
    } finally {
      process.umask(before)
      await rm(root, { recursive: true })
    }
  })
})
