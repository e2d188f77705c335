import { describe, expect, it } from 'vitest'
import { openDataFolder, type FilePort } from '../../../../node/store'
import { sha256 } from '../../../../node/store/native-sha256'
import { SEGMENT_AGE_MS } from '../../../../shared/store'
import { decodeFrame } from '../../../../shared/store/frame'
import { decodeHeaderAt, encodeHeader } from '../../../../shared/store/segment'
import { FaultyDisk } from '../../../support/faulty-files'
import { allNotes, FOLDER, handClock, must, noted, opened } from '../../../support/store'

const MEMORY = '/profile/segments.json'

/** Counts whole readings by path. */
function watched(port: FilePort): { readonly port: FilePort; readonly whole: string[] } {
  const whole: string[] = []
  return {
    whole,
    port: {
      ...port,
      read: (path) => {
        if (path.endsWith('.seg')) whole.push(path.slice(-6))
        return port.read(path)
      },
    },
  }
}

const openRemembering = async (files: FilePort, computer = 'here') =>
  must(
    await openDataFolder({
      path: FOLDER,
      files,
      clock: handClock(Date.UTC(2027, 0, 5)),
      random: (length) => new Uint8Array(length).fill(7),
      appVersion: '0.1.0',
      computer,
      memory: MEMORY,
    }),
  )

/** A journal of two closed segments and an open one, with three saves each. */
async function threeSegments() {
  const disk = new FaultyDisk()
  must(await disk.port().makeDir('/profile'))
  const clock = handClock()
  const folder = await opened({ files: disk.port(), clock, computer: 'here' })
  for (const note of ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3']) {
    if (note === 'b1' || note === 'c1') clock.ms += SEGMENT_AGE_MS + 1
    must(await folder.append([noted(note)]))
  }
  await folder.close()
  const pathOf = (segment: number) => `${FOLDER}/writers/${folder.writer}/0000000${segment}.seg`
  const flip = (segment: number, at: number) => {
    const bytes = disk.files().get(pathOf(segment))!.slice()
    bytes[at < 0 ? bytes.length + at : at]! ^= 1
    disk.tamper(pathOf(segment), bytes)
  }
  return { disk, folder, flip, pathOf }
}

const NOTES = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3']

describe('what is remembered of closed segments', () => {
  it('[ST42] opens a folder with only the open segment read whole, and finds the same', async () => {
    const { disk, folder } = await threeSegments()
    const first = await openRemembering(disk.port())
    await first.close()
    const { port, whole } = watched(disk.port())
    const again = await openRemembering(port)
    expect(whole).toEqual(['03.seg'])
    expect(again.ends()).toEqual(folder.ends())
    expect(again.writer).toBe(folder.writer)
    expect(again.findings).toEqual([])
    expect(await allNotes(again)).toEqual(NOTES)
    expect(await again.checkUnread()).toEqual([])
    must(await again.append([noted('d')]))
    expect(again.writer).toBe(folder.writer)
  })

  it('[ST42] finds a flipped bit after the opening, keeps the bytes, goes on under another name, and tells it', async () => {
    const { disk, folder, flip } = await threeSegments()
    await (await openRemembering(disk.port())).close()
    flip(1, 700)
    const again = await openRemembering(disk.port())
    expect(again.findings).toEqual([])
    const found = await again.checkUnread()
    expect(found.map(({ finding }) => finding).sort()).toEqual([
      'damagedFrames',
      'missingChanges',
      'newWriter',
    ])
    expect([...disk.files().keys()].some((path) => path.includes('/quarantine/'))).toBe(true)
    expect(again.findings).toEqual(expect.arrayContaining([...found]))
    must(await again.append([noted('d')]))
    expect(again.writer).not.toBe(folder.writer)
    expect((await allNotes(again)).length).toBe(NOTES.length)
    await again.close()
    const next = await openRemembering(disk.port())
    expect(next.findings.map(({ finding }) => finding)).toEqual(
      expect.arrayContaining(['damagedFrames', 'missingChanges']),
    )
  })

  it('[ST42] finds it when the damaged segment is read first', async () => {
    const { disk, flip, folder } = await threeSegments()
    await (await openRemembering(disk.port())).close()
    flip(2, 700)
    const again = await openRemembering(disk.port())
    expect((await allNotes(again)).length).toBe(NOTES.length - 1)
    expect(again.findings.map(({ finding }) => finding)).toContain('missingChanges')
    expect((await again.checkUnread()).map(({ finding }) => finding)).toContain('missingChanges')
    expect(again.writer).not.toBe(folder.writer)
  })

  it.each([
    ['its closing frame', -1],
    ['its header', 100],
  ])(
    '[ST42] reads the last remembered segment whole at the opening when %s is another',
    async (_what, at) => {
      const { disk, flip } = await threeSegments()
      await (await openRemembering(disk.port())).close()
      flip(2, at)
      expect((await openRemembering(disk.port())).findings.length).toBeGreaterThan(0)
    },
  )

  it.each([
    ['its closing frame', -1, 'tornTail'],
    ['its header', 100, 'damagedFrames'],
  ])('[ST42] finds after the opening that %s is another in an earlier one', async (_what, at, finding) => {
    const { disk, flip } = await threeSegments()
    await (await openRemembering(disk.port())).close()
    flip(1, at)
    const again = await openRemembering(disk.port())
    expect(again.findings).toEqual([])
    expect((await again.checkUnread()).map((found) => found.finding)).toContain(finding)
    expect(await allNotes(again)).toEqual(NOTES)
  })

  it('[ST42] reads one segment of a writer at the opening, however many are remembered', async () => {
    const { disk, folder } = await threeSegments()
    await (await openRemembering(disk.port())).close()
    const ranges: string[] = []
    const port = disk.port()
    const counted: FilePort = {
      ...port,
      readRange: (path, offset, length) => {
        ranges.push(path.slice(-6))
        return port.readRange(path, offset, length)
      },
    }
    const again = await openRemembering(counted)
    expect(again.ends()).toEqual(folder.ends())
    expect([...new Set(ranges)].sort()).toEqual(['02.seg', '03.seg'])
  })

  it('[ST18] [ST42] reads them again when a later segment says that one ended elsewhere', async () => {
    const { disk, pathOf } = await threeSegments()
    await (await openRemembering(disk.port())).close()
    const third = disk.files().get(pathOf(3))!
    const header = decodeHeaderAt(third, sha256)!
    const rest = third.slice(decodeFrame(third, 0, sha256)!.end)
    const torn = encodeHeader({ ...header, reason: 'afterTorn', torn: [{ segment: 1, bytes: 700 }] }, sha256)
    disk.tamper(pathOf(3), new Uint8Array([...torn, ...rest]))
    const { port, whole } = watched(disk.port())
    const again = await openRemembering(port)
    expect(new Set(whole)).toContain('01.seg')
    expect(again.findings.map(({ finding }) => finding)).toContain('missingChanges')
  })

  it('[ST42] reads a segment whole at the opening when its length is another, or it is gone', async () => {
    const { disk, pathOf } = await threeSegments()
    await (await openRemembering(disk.port())).close()
    const longer = (segment: number) => {
      const copy = disk.clone()
      copy.tamper(pathOf(segment), new Uint8Array([...disk.files().get(pathOf(segment))!, 0]))
      return openRemembering(copy.port())
    }
    expect((await longer(2)).findings[0]).toMatchObject({ finding: 'damagedFrames' })
    expect((await (await longer(1)).checkUnread())[0]).toMatchObject({ finding: 'damagedFrames' })
    must(await disk.port().remove(pathOf(1)))
    expect((await openRemembering(disk.port())).findings.map(({ finding }) => finding)).toContain(
      'missingChanges',
    )
  })

  it('reads everything when what is remembered is damaged', async () => {
    const { disk } = await threeSegments()
    await (await openRemembering(disk.port())).close()
    const text = new TextDecoder().decode(disk.files().get(MEMORY))
    disk.tamper(MEMORY, new TextEncoder().encode(text.replace('"last":3', '"last":2')))
    const { port, whole } = watched(disk.port())
    const again = await openRemembering(port)
    expect(new Set(whole)).toEqual(new Set(['01.seg', '02.seg', '03.seg']))
    expect(await allNotes(again)).toEqual(NOTES)
  })
})
