import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openToldLog } from '../../../../main/recovery/told-log'
import { handClock } from '../../../support/store'

let place: string
let file: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'zhike-told-'))
  file = join(place, 'told.json')
})
afterEach(() => {
  rmSync(place, { recursive: true })
})

const torn = (kept: string) =>
  ({ told: 'found', finding: { finding: 'tornTail', file: 'a.seg', bytes: 4, kept } }) as const

describe('the log of what was told', () => {
  it('counts the same thing told again, and is read again at the next start', async () => {
    const clock = handClock(1000)
    const log = openToldLog(file, clock)
    await log.note([torn('quarantine/x')])
    clock.ms = 2000
    await log.note([torn('quarantine/x'), { told: 'recovered' }])
    const entries = [
      { what: torn('quarantine/x'), first: 1000, last: 2000, times: 2 },
      { what: { told: 'recovered' }, first: 2000, last: 2000, times: 1 },
    ]
    expect(log.entries()).toEqual(entries)
    expect(openToldLog(file, clock).entries()).toEqual(entries)
  })

  it('takes a check that keeps no copy for the same finding, and goes on naming the copy', async () => {
    const log = openToldLog(file, handClock())
    await log.note([torn('quarantine/x')])
    await log.note([torn('')])
    expect(log.entries()).toMatchObject([{ what: torn('quarantine/x'), times: 2 }])
  })

  it('goes on without what cannot be read', async () => {
    writeFileSync(file, 'no JSON')
    const log = openToldLog(file, handClock())
    expect(log.entries()).toEqual([])
    await log.note([{ told: 'recovered' }])
    const written = JSON.parse(readFileSync(file, 'utf8')) as readonly unknown[]
    writeFileSync(file, JSON.stringify([{ what: { told: 'unheard of' } }, ...written]))
    expect(openToldLog(file, handClock()).entries()).toHaveLength(1)
  })

  it('keeps the latest ones when there are too many', async () => {
    const clock = handClock()
    const log = openToldLog(file, clock)
    for (let count = 1; count <= 510; count++) {
      clock.ms += 1
      await log.note([{ told: 'caughtUp', count }])
    }
    expect(log.entries()).toHaveLength(500)
    expect(log.entries()[0]).toMatchObject({ what: { count: 510 } })
  })
})
