import { describe, expect, it } from 'vitest'
import {
  compareEnds,
  dotOf,
  follows,
  SEGMENT_AGE_MS,
  SEGMENT_BYTES,
  valuesOf,
  type NewChange,
} from '../../../../shared/store'
import { foldFolder } from '../../../../node/store'
import { FaultyDisk } from '../../../support/faulty-files'
import {
  allNotes,
  FOLDER,
  handClock,
  must,
  noted,
  opened,
  readAll,
  recordChange,
  setEdit,
} from '../../../support/store'

const segmentsIn = (disk: FaultyDisk): readonly string[] =>
  [...disk.files().keys()].filter((path) => path.endsWith('.seg')).map((path) => path.slice(-12))

describe('an append', () => {
  it('[ST10] [ST12] answers changes that follow each other, and reads the same back', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    const first = must(await folder.append([noted('a')]))
    const second = must(await folder.append([noted('b'), noted('c')]))
    const all = [...first, ...second]
    expect(all.map(({ change }) => change.seq)).toEqual([1, 2, 3])
    expect(all.slice(1).every((stored, i) => follows(cursor(all[i]), stored))).toBe(true)
    expect(await readAll(folder, folder.writer, 2)).toEqual(all)
    expect(folder.ends()).toEqual([cursor(all[2])])
  })

  it('never interleaves with another', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    const notes = Array.from({ length: 20 }, (_, i) => `n${String(i).padStart(2, '0')}`)
    const answers = await Promise.all(notes.map((note) => folder.append([noted(note), noted(`${note}+`)])))
    expect(answers.flatMap((answer) => must(answer).map(({ change }) => change.seq))).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    )
    expect((await opened({ files: disk.port(), seed: 'b' })).findings).toEqual([])
  })

  it('gives clocks that never go back, though the computer’s does', async () => {
    const disk = new FaultyDisk()
    const clock = handClock(5000)
    const folder = await opened({ files: disk.port(), clock })
    const ms = [5000, 4000, 4000, 5000, 6000]
    const hlcs = []
    for (const now of ms) {
      clock.ms = now
      hlcs.push(must(await folder.append([noted('x')]))[0]?.change.hlc)
    }
    expect(hlcs).toEqual([
      { ms: 5000, n: 0 },
      { ms: 5000, n: 1 },
      { ms: 5000, n: 2 },
      { ms: 5000, n: 3 },
      { ms: 6000, n: 0 },
    ])
    clock.ms = 10
    const reopened = await opened({ files: disk.port(), clock, seed: 'b' })
    expect(must(await reopened.append([noted('x')]))[0]?.change.hlc).toEqual({ ms: 6000, n: 1 })
  })

  it('[ST17] [ST19] closes a segment by age and goes on in the next', async () => {
    const disk = new FaultyDisk()
    const clock = handClock()
    const folder = await opened({ files: disk.port(), clock })
    must(await folder.append([noted('a')]))
    clock.ms += SEGMENT_AGE_MS
    must(await folder.append([noted('b')]))
    expect(segmentsIn(disk)).toEqual(['00000001.seg'])
    clock.ms += 1
    must(await folder.append([noted('c')]))
    expect(segmentsIn(disk)).toEqual(['00000001.seg', '00000002.seg'])
    expect(await allNotes(await opened({ files: disk.port(), seed: 'b' }))).toEqual(['a', 'b', 'c'])
  })

  it('closes a segment by size', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.append([noted('x'.repeat(SEGMENT_BYTES))]))
    must(await folder.append([noted('b')]))
    expect(segmentsIn(disk)).toEqual(['00000001.seg', '00000002.seg'])
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['no edits', recordChange('r1')],
    ['an unknown edit', { ...recordChange('r1'), edits: [{ op: 'sing' }] }],
    ['a path of four', recordChange('r1', setEdit(['a', 'b', 'c', 'd'], 'x'))],
    [
      'a number as a value',
      { ...recordChange('r1'), edits: [{ op: 'set', path: ['a'], value: 3, over: [] }] },
    ],
    ['a dot that is none', recordChange('r1', setEdit(['a'], 'x', ['../x']))],
    ['an id with a slash', recordChange('../r1', setEdit(['a'], 'x'))],
    ['an unknown kind', { ...noted('x'), entity: { kind: 'planet', id: 'r1' } }],
    ['a writer of its own', { ...noted('x'), writer: 'a'.repeat(16) }],
    ['a template that is no hash', { ...noted('x'), template: 'abc' }],
  ])('refuses %s with a reason and writes nothing', async (_, change) => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    const before = disk.files()
    const answer = await folder.append([noted('fine'), change as NewChange])
    expect(answer).toMatchObject({ ok: false, error: { type: 'BadChange' } })
    expect(disk.files()).toEqual(before)
  })

  it('refuses what is too large for one save', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    const answer = await folder.append([noted('x'.repeat(17 * 1024 * 1024))])
    expect(answer).toMatchObject({ ok: false, error: { type: 'BadChange' } })
    expect((await folder.append([noted('b')])).ok).toBe(true)
  })

  it('[ST4] goes on under another name when someone else writes under its own', async () => {
    const disk = new FaultyDisk()
    const one = await opened({ files: disk.port() })
    must(await one.append([noted('a')]))
    const other = await opened({ files: disk.port(), seed: 'b' })
    expect(other.writer).toBe(one.writer)
    must(await other.append([noted('b')]))
    must(await one.append([noted('c')]))
    expect(one.writer).not.toBe(other.writer)
    const reopened = await opened({ files: disk.port(), seed: 'c' })
    expect(await allNotes(reopened)).toEqual(['a', 'b', 'c'])
    expect(reopened.findings).toEqual([])
  })
})

describe('a full segment behind which someone else wrote', () => {
  it('[ST4] [ST18] is left alone: nothing in it is declared void', async () => {
    const disk = new FaultyDisk()
    const clock = handClock()
    const one = await opened({ files: disk.port(), clock })
    must(await one.append([noted('a')]))
    const other = await opened({ files: disk.port(), clock, seed: 'b' })
    must(await other.append([noted('b')]))
    clock.ms += SEGMENT_AGE_MS + 1
    must(await one.append([noted('c')]))
    expect(one.writer).not.toBe(other.writer)
    const reopened = await opened({ files: disk.port(), clock, seed: 'c' })
    expect(await allNotes(reopened)).toEqual(['a', 'b', 'c'])
    expect(reopened.findings).toEqual([])
  })
})

describe('this computer’s writer', () => {
  it('stays the same while its history is sound', async () => {
    const disk = new FaultyDisk()
    const first = await opened({ files: disk.port() })
    must(await first.append([noted('a')]))
    expect((await opened({ files: disk.port(), seed: 'b' })).writer).toBe(first.writer)
  })

  it('[ST4] is another one on another computer, in the same folder', async () => {
    const disk = new FaultyDisk()
    const first = await opened({ files: disk.port(), computer: 'desk' })
    must(await first.append([noted('a')]))
    const second = await opened({ files: disk.port(), computer: 'laptop', seed: 'b' })
    expect(second.writer).not.toBe(first.writer)
    must(await second.append([noted('b')]))
    const third = await opened({ files: disk.port(), computer: 'desk', seed: 'c' })
    expect(third.writer).toBe(first.writer)
    expect(await allNotes(third)).toEqual(['a', 'b'])
    expect(third.findings).toEqual([])
  })

  it('becomes another when asked to', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.append([noted('a')]))
    const before = folder.writer
    const { writer } = must(await folder.fork())
    expect(writer).toBe(folder.writer)
    expect(writer).not.toBe(before)
    const [stored] = must(await folder.append([noted('b')]))
    expect(stored?.change).toMatchObject({ writer, seq: 1 })
    expect((await opened({ files: disk.port(), seed: 'b' })).writer).toBe(writer)
  })
})

describe('changes that only a working copy still has', () => {
  /** A folder as it was yesterday, and everything that the working copy got to know since. */
  async function olderFolder() {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.append([noted('a')]))
    const yesterday = disk.clone()
    must(await folder.append([noted('b'), noted('c')]))
    return {
      yesterday,
      changes: await readAll(folder, folder.writer),
      ends: folder.ends(),
      writer: folder.writer,
    }
  }

  it('[ST13] [ST14] are written again under their own names, by a new writer', async () => {
    const { yesterday, changes, ends, writer } = await olderFolder()
    const folder = await opened({ files: yesterday.port(), seed: 'b' })
    expect(compareEnds(folder.ends(), ends)).toMatchObject([{ writer, standing: 'ahead' }])
    expect(must(await folder.restore(changes))).toEqual({ restored: 2 })
    expect(folder.writer).not.toBe(writer)
    expect(folder.ends()).toContainEqual(ends[0])
    expect(await readAll(folder, writer)).toEqual(changes)
    const carried = await readAll(folder, folder.writer)
    expect(carried.map(dotOf)).toEqual(changes.slice(1).map(dotOf))
    expect(carried.every(({ carriedBy }) => carriedBy?.[0]?.writer === folder.writer)).toBe(true)
    expect(must(await folder.restore(changes))).toEqual({ restored: 0 })
  })

  it('[ST14] are found again after a restart, and fold to the same records', async () => {
    const { yesterday, changes, ends, writer } = await olderFolder()
    const folder = await opened({ files: yesterday.port(), seed: 'b' })
    must(await folder.restore(changes))
    const reopened = await opened({ files: yesterday.port(), seed: 'c' })
    expect(reopened.ends()).toContainEqual(ends[0])
    expect(reopened.findings).toEqual([])
    expect(reopened.writer).toBe(folder.writer)
    expect(await readAll(reopened, writer)).toEqual(changes)
    const folded = must(await foldFolder(yesterday.port(), FOLDER))
    expect(folded.entities.map((state) => state.applied)).toEqual([changes.map(dotOf).sort()])
  })

  it('[ST13] keep both branches when the older folder was worked on meanwhile', async () => {
    const { yesterday, changes, writer } = await olderFolder()
    const careless = await opened({ files: yesterday.port(), seed: 'b' })
    must(await careless.append([noted('other b')]))
    const folder = await opened({ files: yesterday.port(), seed: 'c' })
    expect(compareEnds(folder.ends(), [cursor(changes[1])])).toMatchObject([{ writer, standing: 'diverged' }])
    expect(must(await folder.restore(changes))).toEqual({ restored: 2 })
    const reopened = await opened({ files: yesterday.port(), seed: 'd' })
    expect(reopened.ends()).toContainEqual(careless.ends()[0])
    expect(await allNotes(reopened)).toEqual(['a', 'b', 'c', 'other b'])
    const [state] = must(await foldFolder(yesterday.port(), FOLDER)).entities
    const conflict = state && valuesOf(state).conflicts['note']
    expect(conflict?.map(({ value }) => value).sort()).toEqual(['a', 'b', 'c', 'other b'])
  })

  it('[ST14] can be carried again when the carrier is lost as well', async () => {
    const { yesterday, changes, writer } = await olderFolder()
    const before = yesterday.clone()
    const carrier = await opened({ files: yesterday.port(), seed: 'b' })
    must(await carrier.restore(changes))
    must(await carrier.append([noted('d')]))
    const copy = [...changes, ...(await readAll(carrier, carrier.writer))]
    const folder = await opened({ files: before.port(), seed: 'c' })
    must(await folder.restore(copy))
    const reopened = await opened({ files: before.port(), seed: 'd' })
    expect(await allNotes(reopened)).toEqual(['a', 'b', 'c', 'd'])
    expect(reopened.findings).toEqual([])
    expect(
      compareEnds(reopened.ends(), carrier.ends()).filter(({ standing }) => standing !== 'same'),
    ).toEqual([expect.objectContaining({ writer: reopened.writer, standing: 'behind' })])
    expect(await readAll(reopened, writer)).toEqual(changes)
    expect(await readAll(reopened, carrier.writer)).toEqual(await readAll(carrier, carrier.writer))
  })

  it('come back when all journals were deleted', async () => {
    const { changes, ends } = await olderFolder()
    const empty = new FaultyDisk()
    const folder = await opened({ files: empty.port(), seed: 'b' })
    expect(must(await folder.restore(changes))).toEqual({ restored: 3 })
    expect((await opened({ files: empty.port(), seed: 'c' })).ends()).toContainEqual(ends[0])
  })

  it('are refused when they are not what their hash says', async () => {
    const { yesterday, changes } = await olderFolder()
    const folder = await opened({ files: yesterday.port(), seed: 'b' })
    const forged = changes.map((stored) => ({ ...stored, change: { ...stored.change, batch: 'forged' } }))
    expect(await folder.restore(forged)).toMatchObject({ ok: false, error: { type: 'BadChange' } })
    expect(await allNotes(folder)).toEqual(['a'])
  })
})

describe('a folder that is open twice in one writer’s name', () => {
  it.each([0, SEGMENT_AGE_MS + 1])(
    '[ST4] loses nothing of either, also when a segment is due to be closed',
    async (later) => {
      const disk = new FaultyDisk()
      const clock = handClock()
      const one = await opened({ files: disk.port(), clock })
      must(await one.append([noted('a')]))
      const other = await opened({ files: disk.port(), seed: 'b' })
      expect(other.writer).toBe(one.writer)
      must(await other.append([noted('b')]))
      clock.ms += later
      must(await one.append([noted('c')]))
      expect(one.writer).not.toBe(other.writer)
      const reopened = await opened({ files: disk.port(), seed: 'c' })
      expect(reopened.findings).toEqual([])
      expect(await allNotes(reopened)).toEqual(['a', 'b', 'c'])
    },
  )
})

describe('two changes of one name in a writer’s own files', () => {
  it('[ST25] are both kept: the second is carried', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.append([noted('a')]))
    const fork = disk.clone()
    must(await folder.append([noted('b')]))
    const forked = await opened({ files: fork.port() })
    const clock = handClock()
    clock.ms += 1000 + SEGMENT_AGE_MS
    must(await forked.append([noted('c')]))
    const path = `${FOLDER}/writers/${folder.writer}`
    // The other branch's file, put beside this one's under the next number, without its header.
    const bytes = fork.files().get(`${path}/00000001.seg`)!
    disk.tamper(`${path}/00000002.seg`, bytes.slice(100))
    const reopened = await opened({ files: disk.port(), seed: 'b' })
    expect(reopened.findings.map(({ finding }) => finding)).toContain('brokenChain')
    expect(await allNotes(reopened)).toEqual(['a', 'b', 'c'])
    must(await reopened.append([noted('d')]))
    expect(await allNotes(await opened({ files: disk.port(), seed: 'c' }))).toEqual(['a', 'b', 'c', 'd'])
  })
})

const cursor = (stored: { change: { writer: string; seq: number }; chain: string } | undefined) => ({
  writer: stored?.change.writer ?? '',
  seq: stored?.change.seq ?? 0,
  chain: stored?.chain ?? '',
})
