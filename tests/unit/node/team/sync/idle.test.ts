import { describe, expect, it } from 'vitest'
import { deviceOf, newKeyPair } from '../../../../../node/team/format/identity'
import { segmentPath } from '../../../../../node/team/format/names'
import { MemoryCarrier } from '../../../../support/memory-team-folder'
import { must, noted } from '../../../../support/store'
import { markTeam, seededBytes, TeamDevice } from '../../../../support/team-device'
import { WatchedFolder } from '../../../../support/watched-team-folder'

const seal = newKeyPair(seededBytes('seal'))
const STRANGE = '0'.repeat(16)

/** What a computer with so many segments puts into a team folder. */
async function filesOf(name: string, segments: number): Promise<ReadonlyMap<string, Uint8Array>> {
  const carrier = new MemoryCarrier()
  await markTeam(carrier.folder(STRANGE), seal)
  const device = new TeamDevice({ name, seal })
  await device.start(carrier.folder(deviceOf(device.pair.key)))
  for (let n = 1; n <= segments; n++) {
    await device.write(noted(`${name} ${n}`))
    must(await device.folder.exchange.seal())
  }
  await device.pass()
  return carrier.files()
}

/** One computer whose team has nine others with so many segments each, in a folder that it has read. */
async function readerOf(segments: number) {
  const carrier = new MemoryCarrier()
  await markTeam(carrier.folder(STRANGE), seal)
  const reader = new TeamDevice({ name: '读', seal, founder: true })
  const watched = new WatchedFolder(carrier.folder(deviceOf(reader.pair.key)))
  await reader.start(watched)
  await reader.admit(reader, 'A')
  const put = async (name: string, count: number, without: (path: string) => boolean = () => false) => {
    for (const [path, bytes] of await filesOf(name, count))
      if (/^(?:segments|snapshots|notes)\//.test(path) && !without(path)) carrier.tamper(path, bytes)
  }
  const admit = async (name: string, letter: string) => {
    const device = new TeamDevice({ name, seal })
    await device.start(carrier.folder(deviceOf(device.pair.key)))
    await reader.admit(device, letter)
  }
  for (const [i, name] of Array.from('乙丙丁戊己庚辛壬癸').entries()) {
    await admit(name, 'BCDEFGHJK'.charAt(i))
    await put(name, segments)
  }
  for (let n = 1; n <= segments; n++) {
    await reader.write(noted(`读 ${n}`))
    must(await reader.folder.exchange.seal())
  }
  const settle = async () => {
    for (let n = 0; n < 6; n++) await reader.pass()
    watched.taken()
  }
  await settle()
  return { carrier, reader, watched, put, admit, settle }
}

/** Where the only segment of a computer stands. */
async function segmentOf(name: string): Promise<string> {
  return [...(await filesOf(name, 1)).keys()].find((path) => path.startsWith('segments/')) ?? ''
}

/** Calls of single passes in which nothing happens. */
async function idle({ reader, watched }: Awaited<ReturnType<typeof readerOf>>, passes: number) {
  const counts: { readonly lists: number; readonly reads: number; readonly others: number }[] = []
  for (let n = 0; n < passes; n++) {
    watched.taken()
    await reader.pass()
    const calls = watched.taken()
    const of = (kind: string) => calls.filter((call) => call.startsWith(`${kind} `)).length
    counts.push({ lists: of('list'), reads: of('read'), others: calls.length - of('list') - of('read') })
  }
  return counts
}

const most = (counts: Awaited<ReturnType<typeof idle>>) => ({
  lists: Math.max(...counts.map(({ lists }) => lists)),
  reads: Math.max(...counts.map(({ reads }) => reads)),
  others: Math.max(...counts.map(({ others }) => others)),
})

describe('a pass in which nothing happens', () => {
  it('asks a team folder of ten computers for as much with 500 segments as with 250', async () => {
    const few = await readerOf(25)
    const many = await readerOf(50)
    expect(few.reader.folder.exchange.segments()).toHaveLength(250)
    expect(many.reader.folder.exchange.segments()).toHaveLength(500)
    const [calls, more] = [most(await idle(few, 12)), most(await idle(many, 12))]
    expect(more).toEqual(calls)
    // The mark, one own segment that is read again, and, by the holder of the seal, one statement.
    expect(calls).toEqual({ lists: 39, reads: 3, others: 0 })
  })

  it('reads what waits once: of a computer that is not admitted, behind a gap, refused, for a newer program', async () => {
    const team = await readerOf(10)
    const calm = most(await idle(team, 8))
    const { put, carrier, reader, watched, settle, admit } = team
    await put('外', 60)
    await admit('缺', 'L')
    await put('缺', 60, (path) => /00000001-|snapshots/.test(path))
    const [writer = ''] = reader.folder.exchange.segments().map((segment) => segment.writer)
    const bytes = Buffer.from('不是段')
    for (let n = 1; n <= 30; n++)
      carrier.tamper(segmentPath(writer, 500 + n, '0'.repeat(16)), Buffer.concat([bytes, Buffer.alloc(n)]))
    watched.taken()
    await reader.pass()
    expect(watched.taken('read').length).toBeGreaterThanOrEqual(150)
    const waiting = reader.desk.told.problems.find(({ problem }) => problem === 'notAdmitted')
    expect(waiting).toMatchObject({ segments: 60 })
    await settle()
    const counts = await idle(team, 80)
    // Eight that were judged and eight that are not whole are looked at once more in one pass, in case a carrier mended them.
    expect(most(counts.slice(30)).reads).toBeLessThanOrEqual(calm.reads + 16)
    const sum = counts.slice(30).reduce((all, { reads }) => all + reads, 0)
    expect(sum / 50).toBeLessThan(calm.reads + 8)
    expect(most(counts).others).toBe(0)
    const still = reader.desk.told.problems.find(({ problem }) => problem === 'notAdmitted')
    expect(still).toEqual(waiting)
  })
})

describe('what waits in a team folder', () => {
  it('[TF17] is taken in the pass in which its computer is admitted', async () => {
    const { reader, put, admit, settle } = await readerOf(2)
    await put('外', 5)
    await settle()
    const before = (await reader.dots()).length
    await admit('外', 'L')
    await reader.pass()
    expect(await reader.dots()).toHaveLength(before + 5)
    expect(reader.desk.told.problems).toEqual([])
  })

  it('[TF17] behind a gap is taken in the pass in which that is filled', async () => {
    const { reader, put, admit, settle } = await readerOf(2)
    await admit('缺', 'L')
    await put('缺', 12, (path) => /00000001-|snapshots/.test(path))
    await settle()
    const before = (await reader.dots()).length
    await put('缺', 12)
    await reader.pass()
    expect(await reader.dots()).toHaveLength(before + 12)
  })

  it('[TF17] a refused file that is mended under the same name and size is taken in the end', async () => {
    const { carrier, reader, put, admit, settle } = await readerOf(2)
    await admit('坏', 'L')
    await put('坏', 1)
    await put('误', 1)
    const [path, other] = [await segmentOf('坏'), await segmentOf('误')]
    const right = carrier.peek(path)!
    carrier.tamper(path, carrier.peek(other)!)
    const dots = (await reader.dots()).length
    await settle()
    expect(reader.desk.told.problems).toContainEqual(expect.objectContaining({ why: 'misplaced' }))
    carrier.tamper(path, right)
    for (let n = 0; n < 70 && (await reader.dots()).length === dots; n++) await reader.pass()
    expect(await reader.dots()).toHaveLength(dots + 1)
  })

  it('[TF17] is asked for at once when a person says so', async () => {
    const { carrier, reader, put, admit, settle } = await readerOf(2)
    await admit('坏', 'L')
    await put('坏', 1)
    const path = await segmentOf('坏')
    const right = carrier.peek(path)!
    carrier.tamper(path, Buffer.concat([right.subarray(0, -1), Buffer.from([1])]))
    await settle()
    const dots = (await reader.dots()).length
    carrier.tamper(path, right)
    reader.desk.memory.hurry()
    await reader.pass()
    expect(await reader.dots()).toHaveLength(dots + 1)
  })
})
