import { beforeEach, describe, expect, it } from 'vitest'
import { AsideFiles, type Aside, type Standing } from '../../../../../node/team/sync/aside-files'
import { ArrivingFiles } from '../../../../../node/team/sync/arriving-files'

const standing: Standing = { roster: 'r1', endHere: () => 'e1', joins: () => false }
const aside = (restsOn: Aside['restsOn'] = { on: 'bytes' }): Aside => ({
  size: 10,
  restsOn,
  problem: null,
  waitsFor: null,
})

describe('files that were read and not taken', () => {
  let files: AsideFiles
  let pass = 0
  const next = () => {
    files.beginPass(++pass)
  }
  const isRead = (path = 'a', now = standing, size = 10) => files.holding(path, size, now) === null
  /** In which of the next passes a file is read, when it is judged the same every time. */
  const readIn = (passes: number) => {
    const read: number[] = []
    for (let n = 1; n <= passes; n++) {
      next()
      if (!isRead()) continue
      read.push(n)
      files.put('a', aside())
    }
    return read
  }

  beforeEach(() => {
    files = new AsideFiles()
    pass = 0
    next()
    files.put('a', aside())
  })

  it('are read again ever more rarely, and never quite given up', () => {
    expect(readIn(300)).toEqual([2, 6, 14, 30, 62, 126, 190, 254])
  })

  it('are read at once when their size is another', () => {
    next()
    expect([isRead('a'), isRead('a', standing, 11), isRead('b')]).toEqual([false, true, true])
  })

  const changes: readonly (readonly [string, Aside['restsOn'], Partial<Standing>])[] = [
    ['the roster', { on: 'roster', roster: 'r1' }, { roster: 'r2' }],
    ['the history here', { on: 'history', end: 'e1' }, { endHere: () => 'e2' }],
    ['what comes before them', { on: 'previous', previous: 'p' }, { joins: () => true }],
  ]
  it.each(changes)('are read at once when they rest on %s and that has changed', (_what, restsOn, change) => {
    const changed = { ...standing, ...change }
    files.put('a', aside(restsOn))
    next()
    expect([isRead('a'), isRead('a', changed)]).toEqual([false, true])
    files.put('a', aside())
    expect(isRead('a', changed)).toBe(false)
  })

  it('are few in one pass, those first that have not been read for the longest time', () => {
    for (let n = 0; n < 30; n++) files.put(`f${n}`, aside())
    files.forget('a')
    const seen: number[][] = []
    for (let n = 0; n < 5; n++) {
      next()
      const read = Array.from({ length: 30 }, (_, i) => i).filter((i) => isRead(`f${i}`))
      for (const i of read) files.put(`f${i}`, aside())
      if (read.length > 0) seen.push(read)
    }
    expect(seen.map((read) => read.length)).toEqual([8, 8, 8, 6])
    expect(seen.flat()).toEqual(Array.from({ length: 30 }, (_, i) => i))
  })

  it('and that nobody asks for any more keep no others waiting', () => {
    for (let n = 0; n < 30; n++) files.put(`f${n}`, aside())
    const read = new Set<number>()
    for (let n = 0; n < 6; n++) {
      next()
      for (let i = 20; i < 30; i++) {
        if (!isRead(`f${i}`)) continue
        read.add(i)
        files.put(`f${i}`, aside())
      }
    }
    expect([...read].sort()).toEqual(Array.from({ length: 10 }, (_, i) => 20 + i))
  })

  it('are all read in the next pass when a person says so, and not in the one behind it', () => {
    for (let n = 0; n < 30; n++) files.put(`f${n}`, aside())
    files.hurry()
    next()
    for (let n = 0; n < 30; n++) expect(isRead(`f${n}`)).toBe(true)
    for (let n = 0; n < 30; n++) files.put(`f${n}`, aside())
    next()
    for (let n = 0; n < 30; n++) expect(isRead(`f${n}`)).toBe(false)
  })
})

describe('files that are still arriving', () => {
  it('are read again ever more rarely, at once when they grow, and since when is known all the time', () => {
    const files = new ArrivingFiles()
    const read: number[] = []
    for (let pass = 1; pass <= 60; pass++) {
      files.beginPass(pass)
      if (files.restingSince('a', 10) !== null) continue
      read.push(pass)
      expect(files.note('a', 10, 1000 + pass)).toBe(1001)
    }
    expect(read).toEqual([1, 2, 4, 8, 16, 32, 48])
    expect([files.restingSince('a', 10), files.restingSince('a', 11)]).toEqual([1001, null])
  })

  it('and that nobody asks for any more keep no others waiting', () => {
    const files = new ArrivingFiles()
    const names = Array.from({ length: 30 }, (_, i) => `f${i}`)
    let pass = 1
    for (; pass <= 8; pass++) {
      files.beginPass(pass)
      for (const name of names) if (files.restingSince(name, 10) === null) files.note(name, 10, pass)
    }
    const read = new Set<string>()
    for (const end = pass + 24; pass < end; pass++) {
      files.beginPass(pass)
      for (const name of names.slice(20)) {
        if (files.restingSince(name, 10) !== null) continue
        read.add(name)
        files.note(name, 10, pass)
      }
    }
    expect([...read].sort()).toEqual(names.slice(20))
  })

  it('of no known size are read in every pass', () => {
    const files = new ArrivingFiles()
    for (let pass = 1; pass <= 5; pass++) {
      files.beginPass(pass)
      expect(files.restingSince('a', 0)).toBeNull()
      files.note('a', 0, pass)
    }
  })
})
