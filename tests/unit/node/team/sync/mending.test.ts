import { beforeEach, describe, expect, it } from 'vitest'
import { newKeyPair } from '../../../../../node/team/format/identity'
import type { FileFailure } from '../../../../../shared/ipc/contract'
import { err } from '../../../../../shared/kernel/result'
import { FOLDER, noted, opened } from '../../../../support/store'
import { seededBytes, twoComputers, type TeamDevice } from '../../../../support/team-device'

const seal = newKeyPair(seededBytes('seal'))
const NOTES = ['一', '二', '三', '四', '五', '六', '七', '八', '九']

/** Two computers; the first has published nine changes in three segments, and the second has taken them. */
async function threeSegments() {
  const { carrier, a, b } = await twoComputers(seal)
  for (const from of [0, 3, 6]) {
    for (const note of NOTES.slice(from, from + 3)) await a.write(noted(note))
    await a.pass()
  }
  await b.pass()
  return { carrier, a, b, all: await a.dots(), writer: a.folder.writer }
}

describe('a segment that this computer lost or that was hurt here', () => {
  let team: Awaited<ReturnType<typeof threeSegments>>
  beforeEach(async () => {
    team = await threeSegments()
  })
  const file = (segment: number) => `${FOLDER}/writers/${team.writer}/0000000${segment}.seg`
  const bytesOf = (of: TeamDevice, segment: number) => of.disk.files().get(file(segment))
  /** Starts the program again after something was done to its folder. */
  const restart = async (of: TeamDevice) => {
    await of.folder.close()
    await of.start(team.carrier.folder(of.desk.device))
  }
  const flip = async (of: TeamDevice, segment: number) => {
    const bytes = bytesOf(of, segment)!.slice()
    bytes[bytes.length >> 1]! ^= 1
    of.disk.tamper(file(segment), bytes)
    await restart(of)
  }
  const gone = async (of: TeamDevice, ...segments: readonly number[]) => {
    for (const segment of segments) await of.disk.port().remove(file(segment))
    await restart(of)
  }

  it.each([1, 2, 3])(
    '[ST45] and is damaged in its middle is taken again from the team folder: %s',
    async (n) => {
      const { b, all } = team
      const whole = bytesOf(b, n)
      await flip(b, n)
      expect(await b.dots()).toHaveLength(8)
      await b.pass()
      expect(await b.dots()).toEqual(all)
      expect(bytesOf(b, n)).toEqual(whole)
      expect([...b.disk.files().keys()].filter((path) => path.includes('/quarantine/')).length).toBe(2)
      await restart(b)
      expect(b.folder.findings).toEqual([])
    },
  )

  it('[ST45] and is one of its own is taken again, under another name of this computer', async () => {
    const { a, all, writer } = team
    const whole = bytesOf(a, 2)
    await flip(a, 2)
    expect(a.folder.writer).not.toBe(writer)
    await a.pass()
    expect(await a.dots()).toEqual(all)
    expect(bytesOf(a, 2)).toEqual(whole)
    expect(a.folder.exchange.segments(a.folder.writer)).toEqual([])
  })

  it('[ST45] and is gone from the middle comes back in its place, and nothing is carried', async () => {
    const { b, all, writer } = team
    const whole = bytesOf(b, 2)
    await gone(b, 2)
    expect(await b.dots()).toHaveLength(6)
    await b.pass()
    expect(await b.dots()).toEqual(all)
    expect(bytesOf(b, 2)).toEqual(whole)
    expect(b.folder.exchange.segments().filter((segment) => segment.writer !== writer)).toEqual([])
    expect(b.folder.findings.filter(({ finding }) => finding === 'missingChanges')).toHaveLength(0)
  })

  it('[ST45] and is gone from the beginning, two in a row, comes back', async () => {
    const { b, all } = team
    await gone(b, 1, 2)
    await b.pass()
    expect(await b.dots()).toEqual(all)
    expect(b.folder.exchange.segments().map(({ segment }) => segment)).toEqual([1, 2, 3])
  })

  it('[ST45] and was cut between two changes in the middle of the history is made whole', async () => {
    const { b, all } = team
    const bytes = bytesOf(b, 2)!
    b.disk.tamper(file(2), bytes.slice(0, bytes.length >> 1))
    await restart(b)
    expect((await b.dots()).length).toBeLessThan(9)
    await b.pass()
    expect(await b.dots()).toEqual(all)
    expect(bytesOf(b, 2)).toEqual(bytes)
  })

  it('[ST45] is left alone while its file cannot be read', async () => {
    const { b, writer } = team
    const whole = bytesOf(b, 2)!
    await flip(b, 2)
    const hurt = bytesOf(b, 2)
    await b.folder.close()
    let isBusy = false
    const port = b.disk.port()
    const read = (path: string) =>
      isBusy && path === file(2) ? Promise.resolve(err<FileFailure>({ type: 'Busy', path })) : port.read(path)
    const folder = await opened({ files: { ...port, read } })
    isBusy = true
    expect(await folder.exchange.take(writer, 2, whole)).toMatchObject({ error: { type: 'Busy' } })
    expect(bytesOf(b, 2)).toEqual(hurt)
    isBusy = false
    expect(await folder.exchange.take(writer, 2, whole)).toMatchObject({ value: { outcome: 'taken' } })
    expect(bytesOf(b, 2)).toEqual(whole)
  })

  it('[ST45] [TF18] is left as it is where it holds a change that the other one has not', async () => {
    const { b, writer } = team
    const other = team.a.disk.clone()
    await flip(b, 2)
    const hurt = bytesOf(b, 2)!
    const [, , third] = [1, 2, 3].map((n) => other.files().get(file(n))!)
    const taken = await b.folder.exchange.take(writer, 2, third!)
    expect(taken).toEqual({ ok: true, value: { outcome: 'malformed' } })
    expect(bytesOf(b, 2)).toEqual(hurt)
  })

  it('is looked up in the same turn in which a segment is put: reading everything anew loses nothing of it', async () => {
    const { b, a, all } = team
    await b.folder.close()
    b.disk.tamper(file(3), null)
    await b.start(team.carrier.folder(b.desk.device))
    const third = a.disk.files().get(file(3))!
    // What is appended, taken and read anew at once comes one after the other.
    const works = [
      b.folder.exchange.take(team.writer, 3, third),
      b.folder.exchange.take(team.writer, 3, third),
      b.folder.append([noted('乙')]),
    ]
    const [first, second] = await Promise.all(works)
    expect(first).toMatchObject({ ok: true, value: { outcome: 'taken' } })
    expect(second).toMatchObject({ ok: true, value: { outcome: 'there' } })
    expect(await b.dots()).toHaveLength(all.length + 1)
  })
})
