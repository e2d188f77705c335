import { beforeEach, describe, expect, it } from 'vitest'
import { deviceOf, newKeyPair } from '../../../../../node/team/format/identity'
import { segmentPath } from '../../../../../node/team/format/names'
import { segmentTag } from '../../../../../node/team/sync/listing'
import { unsentChanges } from '../../../../../node/team/sync/unsent'
import { MemoryCarrier } from '../../../../support/memory-team-folder'
import { attachment } from '../../../../support/sim/work'
import { must, noted, recordChange, setEdit } from '../../../../support/store'
import { markTeam, seededBytes, TeamDevice } from '../../../../support/team-device'
import { WatchedFolder } from '../../../../support/watched-team-folder'

const seal = newKeyPair(seededBytes('seal'))
const SEGMENTS = 5

describe('published files that are read again', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let watched: WatchedFolder
  /** Paths of the segments of this computer, the first first. */
  let own: readonly string[]

  const start = async () => {
    watched = new WatchedFolder(carrier.folder(deviceOf(a.pair.key)))
    await a.start(watched)
  }
  /** The number of the own segment that a pass read again; null: none. */
  const readAgain = async () => {
    watched.taken()
    expect(await a.pass()).not.toBeNull()
    const [path] = watched.taken('read').filter((read) => own.includes(read))
    return path === undefined ? null : own.indexOf(path) + 1
  }
  const readIn = async (passes: number) => {
    const numbers: (number | null)[] = []
    for (let n = 0; n < passes; n++) numbers.push(await readAgain())
    return numbers
  }

  beforeEach(async () => {
    carrier = new MemoryCarrier()
    await markTeam(carrier.folder('0'.repeat(16)), seal)
    a = new TeamDevice({ name: '示例电脑甲', seal, founder: true })
    await start()
    await a.admit(a, 'A')
    for (let n = 1; n <= SEGMENTS; n++) {
      await a.write(noted(`第 ${n} 段`))
      must(await a.folder.exchange.seal())
    }
    await a.pass()
    own = a.folder.exchange
      .segments(a.folder.writer)
      .map(({ writer, segment, chain }) => segmentPath(writer, segment, segmentTag(a.desk, chain)))
    await start()
  })

  it('[TF16] are the newest first, then all the others, then all once more', async () => {
    // The first one was read again when it was put, in the sitting before.
    expect(await readIn(7)).toEqual([4, 3, 2, 1, 5, 4, 3])
  })

  it('[TF16] a new one comes before the round goes on', async () => {
    expect(await readIn(2)).toEqual([4, 3])
    await a.write(noted('新的'))
    await a.pass()
    expect(await readIn(2)).toEqual([2, 1])
    const newest = a.folder.exchange.segments(a.folder.writer).at(-1)!
    const path = segmentPath(newest.writer, newest.segment, segmentTag(a.desk, newest.chain))
    expect(a.desk.memory.verifying.checked.has(path)).toBe(true)
  })

  it('[TF16] [TF26] the round goes on in the next sitting', async () => {
    for (let n = SEGMENTS + 1; n <= 40; n++) {
      await a.write(noted(`第 ${n} 段`))
      must(await a.folder.exchange.seal())
    }
    await a.pass()
    own = a.folder.exchange
      .segments(a.folder.writer)
      .map(({ writer, segment, chain }) => segmentPath(writer, segment, segmentTag(a.desk, chain)))
    await readIn(25)
    await start()
    const [next] = await readIn(1)
    expect(next).toBeLessThanOrEqual(20)
    expect(next).toBeGreaterThan(10)
  })

  it('[TF16] one that hangs is put off alone: the pass goes on, and so do the others', async () => {
    watched.hangsOnRead.add(own[3]!)
    await a.write(noted('还要发布'))
    expect(await a.pass()).not.toBeNull()
    expect(unsentChanges(a.desk, a.passed!.roster)).toBe(0)
    expect(carrier.files().size).toBeGreaterThan(own.length)
    // null: the newest, which was put just now.
    expect(await readIn(8)).toEqual([4, 3, 2, 1, null, 5, 3, 2])
    expect(a.desk.told.problems).toEqual([])
    watched.hangsOnRead.clear()
    a.desk.memory.hurry()
    expect(await readIn(2)).toEqual([4, 1])
  })

  it('[TF16] one that hangs keeps neither attachments nor notes from going', async () => {
    const { hash, bytes } = attachment(1)
    must(await a.folder.exchange.keepAttachment(hash, bytes))
    await a.write(recordChange('r1', setEdit(['@files', 'f1', 'hash'], hash)))
    for (const path of own) watched.hangsOnRead.add(path)
    watched.taken()
    await a.pass()
    expect(watched.taken('putNew').map((path) => path.split('/')[0])).toEqual([
      'attachments',
      'segments',
      'notes',
    ])
  })

  it('[TF16] a damaged one that hangs the second time is put again when it answers', async () => {
    const whole = carrier.peek(own[3]!)!
    carrier.tamper(own[3]!, whole.slice(0, -1))
    expect(await readAgain()).toBe(4)
    watched.hangsOnRead.add(own[3]!)
    expect(await readIn(2)).toEqual([4, 3])
    expect(carrier.peek(own[3]!)).not.toEqual(whole)
    watched.hangsOnRead.clear()
    a.desk.memory.hurry()
    expect(await readAgain()).toBe(4)
    expect(carrier.peek(own[3]!)).toEqual(whole)
  })

  it('[TF16] a file that hangs while it is put ends neither the pass nor what was fetched', async () => {
    await a.write(noted('放不进去'))
    const [segment] = a.folder.exchange.segments(a.folder.writer).slice(-1)
    const tag = segmentTag(a.desk, segment!.chain)
    const path = segmentPath(segment!.writer, segment!.segment, tag)
    watched.hangsOnPut.add(path)
    expect(await a.pass()).not.toBeNull()
    expect(unsentChanges(a.desk, a.passed!.roster)).toBe(1)
    watched.hangsOnPut.clear()
    await a.pass()
    expect(unsentChanges(a.desk, a.passed!.roster)).toBe(0)
    expect(carrier.peek(path)).toBeDefined()
  })

  it('[TF16] attachments that were owed are owed no more once they are there', async () => {
    const { hash, bytes } = attachment(3)
    await a.write(recordChange('r2', setEdit(['@files', 'f1', 'hash'], hash)))
    await a.pass()
    expect([...a.desk.memory.owed]).toEqual([hash])
    const b = new TeamDevice({ name: '示例电脑乙', seal })
    await b.start(carrier.folder('0'.repeat(16)))
    await a.admit(b, 'B')
    must(await b.folder.exchange.keepAttachment(hash, bytes))
    await b.write(recordChange('r3', setEdit(['@files', 'f1', 'hash'], hash)))
    await b.pass()
    await a.pass()
    expect([...a.desk.memory.owed]).toEqual([])
  })
})
