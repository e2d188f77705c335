import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seededDice } from '../../node/demo/random'
import { ELSEWHERE, teamPlaces, type TeamPlaceForTests } from '../support/team-places'
import type { TeamFolder } from '../../node/team/carrier/team-folder'

const text = (value: string) => new TextEncoder().encode(value)
const A = 'aaaaaaaaaaaaaaaa'
const B = 'bbbbbbbbbbbbbbbb'
const SHARD = `segments/${A}/00000`
const PATH = `${SHARD}/00000001-0123456789abcdef`
const failing = (type: string) => ({ ok: false, error: { type } })
const fine = { ok: true, value: null }

describe.each(teamPlaces)('a team folder on $name', ({ make, hasLinks }) => {
  let place: TeamPlaceForTests
  let folder: TeamFolder
  let other: TeamFolder
  beforeEach(async () => {
    place = await make()
    folder = place.open(A)
    other = place.open(B)
  })
  afterEach(async () => {
    await Promise.all([folder.close(), other.close()])
    await place.end()
  })
  const names = async (dir: string) => {
    const listed = await other.list(dir)
    return listed.ok
      ? listed.value.map(({ name, kind, size }) => `${name} ${kind} ${size}`).sort()
      : listed.error.type
  }

  it('gives back what was put, to every device', async () => {
    expect(await folder.putNew(PATH, text('abc'))).toEqual(fine)
    expect(await other.read(PATH, 3)).toEqual({ ok: true, value: text('abc') })
    expect(await names('')).toEqual(['segments dir 0'])
    expect(await names(SHARD)).toEqual(['00000001-0123456789abcdef file 3'])
  })

  it('says of what was never put that it is not there', async () => {
    expect(await folder.list('members')).toMatchObject(failing('NotFound'))
    expect(await folder.read('zhike-team.json', 9)).toMatchObject(failing('NotFound'))
    expect(await folder.read(PATH, 9)).toMatchObject(failing('NotFound'))
    await folder.putNew(PATH, text('a'))
    expect(await folder.read(`${SHARD}/00000002-0123456789abcdef`, 9)).toMatchObject(failing('NotFound'))
    expect(await folder.list(`segments/${B}`)).toMatchObject(failing('NotFound'))
  })

  it('lists an empty folder as empty', async () => {
    expect(await folder.list('')).toEqual({ ok: true, value: [] })
  })

  it('keeps the bytes of a name that is taken, also of the same device', async () => {
    await folder.putNew('zhike-team.json', text('one'))
    for (const late of [folder, other]) {
      expect(await late.putNew('zhike-team.json', text('two'))).toMatchObject(failing('Taken'))
    }
    expect(await folder.read('zhike-team.json', 99)).toEqual({ ok: true, value: text('one') })
    expect(await names('')).toEqual(['zhike-team.json file 3'])
  })

  it('lets exactly one of several put the same name at once, and its bytes stand there', async () => {
    const dice = seededDice('at once')
    const contents = Array.from({ length: 8 }, () => dice.bytes(70_000))
    const puts = await Promise.all(
      contents.map((bytes, at) => (at % 2 === 0 ? folder : other).putNew('zhike-team.json', bytes)),
    )
    const winners = contents.filter((_, at) => puts[at]?.ok)
    expect(winners).toHaveLength(1)
    expect(puts.filter((put) => !put.ok && put.error.type !== 'Taken')).toEqual([])
    expect(await folder.read('zhike-team.json', 70_000)).toEqual({ ok: true, value: winners[0] })
    expect(await names('')).toEqual(['zhike-team.json file 70000'])
  })

  it('carries an empty file and a large one', async () => {
    const large = seededDice('large').bytes(9_000_001)
    await folder.putNew(`attachments/ab/${'ab'.repeat(32)}`, large)
    await folder.putNew(`attachments/00/${'00'.repeat(32)}`, new Uint8Array())
    const read = await other.read(`attachments/ab/${'ab'.repeat(32)}`, large.length)
    expect(read.ok && Buffer.compare(read.value, large) === 0).toBe(true)
    expect(await other.read(`attachments/00/${'00'.repeat(32)}`, 0)).toEqual({
      ok: true,
      value: new Uint8Array(),
    })
  })

  it('does not read a file that is larger than asked for', async () => {
    await folder.putNew(PATH, text('abcd'))
    expect(await other.read(PATH, 3)).toEqual({ ok: false, error: { type: 'TooLarge', size: 4 } })
    expect(await other.read(PATH, 4)).toEqual({ ok: true, value: text('abcd') })
  })

  it('puts again what the carrier cut, and what it lost', async () => {
    await folder.putNew(PATH, text('abcd'))
    place.tamper(PATH, text('ab'))
    expect(await folder.putNew(PATH, text('abcd'))).toMatchObject(failing('Taken'))
    expect(await folder.putAgain(PATH, text('abcd'))).toEqual(fine)
    expect(await other.read(PATH, 9)).toEqual({ ok: true, value: text('abcd') })
    place.tamper(PATH, null)
    expect(await folder.putAgain(PATH, text('abcd'))).toEqual(fine)
    expect(await names(SHARD)).toEqual(['00000001-0123456789abcdef file 4'])
  })

  it('goes on after the folder was emptied while it was in use', async () => {
    await folder.putNew(PATH, text('one'))
    place.tamper('segments', null)
    expect(await folder.list('segments')).toMatchObject(failing('NotFound'))
    expect(await folder.putNew(PATH, text('two'))).toEqual(fine)
    expect(await other.read(PATH, 9)).toEqual({ ok: true, value: text('two') })
  })

  it('lists while others write: names that are whole, temporary ones apart', async () => {
    const paths = Array.from(
      { length: 40 },
      (_, at) => `${SHARD}/${String(at).padStart(8, '0')}-0123456789abcdef`,
    )
    const writing = Promise.all(paths.map((path) => folder.putNew(path, text('whole'))))
    for (let looked = 0; looked < 10; looked++) {
      const listed = await other.list(SHARD)
      for (const entry of listed.ok ? listed.value : []) {
        if (entry.name.endsWith('.tmp')) continue
        expect(await other.read(`${SHARD}/${entry.name}`, 9)).toEqual({ ok: true, value: text('whole') })
      }
    }
    expect((await writing).every((put) => put.ok)).toBe(true)
    expect(await names(SHARD)).toHaveLength(40)
  })

  it('lists names that others gave, and reads none of them', async () => {
    const strange = [
      '00000001-0123456789abcdef (1)',
      '报告 - 副本.docx',
      '.stfolder',
      'a.sync-conflict-20260105.tmp',
    ]
    for (const name of strange) place.tamper(`members/${name}`, text('x'))
    expect(await names('members')).toEqual(strange.map((name) => `${name} file 1`).sort())
    for (const name of strange) await expect(folder.read(`members/${name}`, 9)).rejects.toThrow()
  })

  it.each([
    '../secret',
    'members/../../secret',
    'members/..',
    '/etc/passwd',
    'C:/x',
    'members\\x',
    'members//x',
    'members/x y',
    'members/A0',
    'members/a\0',
    'members/a.json',
    'other/a',
    'members',
    'segments/a/b/c/d',
    '',
  ])('rejects the path %j as a bug, for reading and for writing', async (path) => {
    await expect(folder.read(path, 9)).rejects.toThrow()
    await expect(folder.putNew(path, text('x'))).rejects.toThrow()
    await expect(folder.putAgain(path, text('x'))).rejects.toThrow()
    await expect(folder.removeOwn(path)).rejects.toThrow()
    expect(await names('')).toEqual([])
  })

  it.each(['..', '.', '/', 'members/..', 'Members', 'a\\b', 'zhike-team.json'])(
    'rejects the folder %j as a bug',
    async (dir) => {
      await expect(folder.list(dir)).rejects.toThrow()
    },
  )

  it.skipIf(!hasLinks)('follows no link to a file and none to a folder', async () => {
    await folder.putNew(PATH, text('secret'))
    place.link('members/00', PATH)
    place.link('templates', `segments/${A}`)
    expect(await names('members')).toEqual(['00 other 0'])
    expect(await names('')).toEqual(['members dir 0', 'segments dir 0', 'templates other 0'])
    expect((await other.read('members/00', 99)).ok).toBe(false)
    expect((await other.list('templates')).ok).toBe(false)
    expect((await other.read('templates/00000', 99)).ok).toBe(false)
    expect((await folder.putNew('members/00', text('x'))).ok).toBe(false)
    expect((await folder.putNew('templates/00', text('x'))).ok).toBe(false)
    expect((await folder.putAgain('members/00', text('x'))).ok).toBe(false)
    expect(await other.read(PATH, 99)).toEqual({ ok: true, value: text('secret') })
  })

  it('fails to read a folder as a file and to make a folder where a file stands', async () => {
    place.tamper('members/00/11', text('x'))
    place.tamper('notes', text('x'))
    expect((await folder.read('members/00', 99)).ok).toBe(false)
    expect(await folder.putNew('members/00', text('x'))).toMatchObject(failing('Taken'))
    expect(await folder.putNew(`notes/${A}/00`, text('x'))).toMatchObject({ ok: false })
    expect(await other.read('members/00/11', 9)).toEqual({ ok: true, value: text('x') })
  })

  it('removes its own notes and temporary files, twice without a word, and nothing else', async () => {
    const mine = `notes/${A}/00000001-0123456789abcdef`
    const left = `${SHARD}/00000001-0123456789abcdef.aaaaaa07.tmp`
    await folder.putNew(mine, text('note'))
    await folder.putNew(PATH, text('abc'))
    place.tamper(left, text('half'))
    for (const path of [mine, left]) {
      await expect(other.removeOwn(path)).rejects.toThrow()
      expect(await folder.removeOwn(path)).toEqual(fine)
      expect(await folder.removeOwn(path)).toEqual(fine)
    }
    await expect(folder.removeOwn(PATH)).rejects.toThrow()
    expect(await names(SHARD)).toEqual(['00000001-0123456789abcdef file 3'])
    expect(await names(`notes/${A}`)).toEqual([])
  })

  it('puts a file beside temporary ones that a crash left under every name it could choose', async () => {
    place.tamper(`members/00.aaaaaa07.tmp`, text('half'))
    expect(await folder.putNew('members/00', text('whole'))).toEqual(fine)
    expect(await names('members')).toEqual(['00 file 5', '00.aaaaaa07.tmp file 4'])
  })

  it('says of a folder that is gone that it cannot be reached, and does not make it', async () => {
    await folder.putNew(PATH, text('abc'))
    place.unplug()
    expect(await folder.list('')).toMatchObject(failing('Unreachable'))
    expect(await folder.list('segments')).toMatchObject(failing('Unreachable'))
    expect(await folder.read(PATH, 9)).toMatchObject(failing('Unreachable'))
    expect(await folder.putNew(PATH, text('abc'))).toMatchObject(failing('Unreachable'))
    expect(await folder.putNew('zhike-team.json', text('abc'))).toMatchObject(failing('Unreachable'))
    expect(await folder.putAgain(PATH, text('abc'))).toMatchObject(failing('Unreachable'))
    place.plug()
    expect(await folder.read(PATH, 9)).toEqual({ ok: true, value: text('abc') })
    expect(await names('')).toEqual(['segments dir 0'])
  })

  it('closes twice', async () => {
    await folder.close()
    await folder.close()
    expect(await other.putNew(PATH, text('abc'))).toEqual(fine)
  })
})

describe('a team folder on a share or a stick', () => {
  it('is tried where ZHIKE_TEAM_PLACE names one', (context) => {
    if (ELSEWHERE === '') context.skip('ZHIKE_TEAM_PLACE names no folder')
    expect(teamPlaces.map(({ name }) => name)).toContain(`the guarded disk in ${ELSEWHERE}`)
  })
})
