import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CarrierFailure, TeamFolder } from '../../../../../node/team/carrier/team-folder'
import { makeMark } from '../../../../../node/team/format/mark'
import { newKeyPair } from '../../../../../node/team/format/identity'
import { paths } from '../../../../../node/team/format/names'
import { err, type Result } from '../../../../../shared/kernel/result'
import { allNotes, must, noted } from '../../../../support/store'
import { filesOf, SessionComputer, SharedPlaces } from '../../../../support/team-session'
import { seededBytes } from '../../../../support/team-device'

type Refused = Promise<Result<never, CarrierFailure>>

/** Folders in which calls can be held up or refused. */
class TroubledPlaces extends SharedPlaces {
  /** Answers instead of the folder; null: the folder answers. */
  trouble: (call: keyof TeamFolder, path: string) => Refused | null = () => null

  override open(path: string, device: string) {
    const folder = super.open(path, device)
    return {
      ...folder,
      list: (dir: string) => this.trouble('list', dir) ?? folder.list(dir),
      read: (of: string, most: number) => this.trouble('read', of) ?? folder.read(of, most),
      putNew: (of: string, bytes: Uint8Array) => this.trouble('putNew', of) ?? folder.putNew(of, bytes),
    }
  }
}

describe('how a computer stands to its team', () => {
  let places: TroubledPlaces
  let a: SessionComputer
  let b: SessionComputer
  beforeEach(async () => {
    places = new TroubledPlaces()
    a = await new SessionComputer('甲', places).start()
    b = await new SessionComputer('乙', places).start()
    must(await a.session.found({ path: '/share', name: '示例公司', computer: '前台', passphrase: null }))
    await a.sync()
    const joined = { path: '/share', computer: '二楼', person: '', passphrase: null, data: '/firm/team' }
    must(await b.session.join({ ...joined, bring: false }))
    await b.restart()
    await b.sync()
    await a.sync()
    const device = b.session.status().self?.device ?? ''
    must(await a.session.admit({ device, letter: 'B', name: '二楼' }))
    await b.sync()
  })
  afterEach(async () => {
    places.trouble = () => null
    await a.stop()
    await b.stop()
  })

  const fails = () => Promise.resolve(err({ type: 'Failed', reason: 'EIO' } as const))

  describe('changes that are not in the team folder', () => {
    it('[TF26] are known at the start of a sitting, before the folder was reached', async () => {
      must(await b.open.append([noted('一'), noted('二')]))
      await b.sync()
      must(await b.open.append([noted('三'), noted('四'), noted('五')]))
      places.at('/share').isGone = true
      await b.restart()
      expect(b.told.at(-1)?.activity.unsent).toBe(3)
      expect(b.session.status()).toMatchObject({ team: { name: '示例公司' }, self: { letter: 'B' } })
      expect(b.session.status().members).toHaveLength(2)
      places.at('/share').isGone = false
      expect((await b.sync()).activity.unsent).toBe(0)
      await b.restart()
      expect(b.session.status().activity.unsent).toBe(0)
    })

    it('[TF26] are counted by the journal when an older data folder was put back', async () => {
      must(await b.open.append([noted('一')]))
      await b.sync()
      const older = b.disk.clone().files()
      must(await b.open.append([noted('二')]))
      await b.sync()
      await b.stop()
      // The note of what was published is newer than the journal, as when somebody copies files back.
      const isNote = (path: string) => /\/team\/[0-9a-f]{16}\.json$/.test(path)
      expect([...b.disk.files().keys()].filter(isNote)).toHaveLength(1)
      for (const path of b.disk.files().keys())
        if (!isNote(path) && path.startsWith('/firm')) b.disk.tamper(path, older.get(path) ?? null)
      places.at('/share').isGone = true
      await b.start('/firm/team')
      expect(b.session.status().activity.unsent).toBe(1)
    })
  })

  it('nothing is said to be fetched while a pass finds nothing to fetch, nor after one', async () => {
    must(await a.open.append([noted('一')]))
    const c = await new SessionComputer('丙', places).start('/firm/c')
    for (let n = 0; n < 8; n++) {
      must(await a.open.append([noted(`第 ${n} 段`)]))
      await a.sync()
    }
    const during: unknown[] = []
    places.trouble = (call, path) => {
      if (call === 'read' && path.startsWith('segments/')) during.push(b.session.status().activity.fetching)
      return null
    }
    expect((await b.sync()).activity.fetching).toBeNull()
    expect(during.slice(0, 3)).toEqual([0, 1, 2].map((done) => ({ done, total: 8 })))
    places.trouble = (call) => {
      if (call === 'list') during.push(b.session.status().activity.fetching)
      return null
    }
    during.length = 0
    await b.sync()
    expect(new Set(during)).toEqual(new Set([null]))
    await c.stop()
  })

  it('what a pass learnt of the team counts although a later step fails', async () => {
    const c = await new SessionComputer('丙', places).start('/firm/c')
    const joined = { path: '/share', computer: '三楼', person: '', passphrase: null, data: '/firm/x' }
    must(await c.session.join({ ...joined, bring: false }))
    await c.stop()
    await a.restart()
    places.trouble = (call, path) => (call === 'list' && path === 'templates' ? fails() : null)
    expect(await a.session.syncNow()).toMatchObject({ ok: false, error: { type: 'TeamFileFailed' } })
    expect(a.session.status().requests).toMatchObject([{ name: '三楼' }])
    expect(a.session.status().members).toHaveLength(2)
  })

  it.each([
    ['forged', 'MarkDamaged', { problem: 'markForged' }],
    ['foreign', 'OtherTeam', { problem: 'otherTeam', name: '别的团队' }],
    ['newer', 'NewerTeam', { problem: 'newerFolder', format: 2 }],
  ] as const)(
    'asking for a pass is not answered as done when the mark is %s',
    async (what, type, problem) => {
      const mark = Buffer.from(places.at('/share').peek(paths.mark)!).toString('utf8')
      const other = await makeMark(
        {
          team: 'f'.repeat(32),
          seal: newKeyPair(seededBytes('other')),
          name: '别的团队',
          created: 1,
          random: seededBytes('x'),
        },
        { passphrase: null },
      )
      const bytes = {
        forged: Buffer.from(mark.replace('示例公司', '别的公司'), 'utf8'),
        foreign: other.bytes,
        newer: Buffer.from(mark.replace('"format":1', '"format":2'), 'utf8'),
      }[what]
      places.at('/share').tamper(paths.mark, bytes)
      const before = filesOf(places.at('/share'))
      expect(await b.session.syncNow()).toMatchObject({ ok: false, error: { type } })
      expect(b.session.status().problems).toContainEqual(expect.objectContaining(problem))
      expect(filesOf(places.at('/share'))).toEqual(before)
    },
  )

  it('a folder in which nothing can be put is read all the same, and said so', async () => {
    must(await a.open.append([noted('甲一')]))
    await a.sync()
    places.trouble = (call) =>
      call === 'putNew' ? Promise.resolve(err({ type: 'ReadOnly' } as const)) : null
    must(await b.open.append([noted('乙一')]))
    expect(await b.session.syncNow()).toEqual({ ok: true, value: null })
    expect(await allNotes(b.open)).toEqual(['乙一', '甲一'])
    expect(b.session.status()).toMatchObject({
      activity: { unsent: 1 },
      problems: [{ problem: 'readOnlyFolder', path: '/share' }],
    })
  })

  describe('when the program ends', () => {
    const published = () =>
      [...places.at('/share').files().keys()].filter((path) => path.startsWith('segments/')).length

    it('[TF16] what was saved since the last pass is closed and put', async () => {
      must(await b.open.append([noted('最后一条')]))
      const before = published()
      await b.session.close()
      expect(published()).toBe(before + 1)
      await a.sync()
      expect(await allNotes(a.open)).toEqual(['最后一条'])
    })

    it('[TF16] nothing is asked of the folder when nothing was saved', async () => {
      let calls = 0
      places.trouble = () => {
        calls++
        return null
      }
      await b.session.close()
      expect(calls).toBe(0)
    })

    it("[TF11] nothing is put where the folder is not this team's any more, or away", async () => {
      must(await b.open.append([noted('还没发')]))
      places.at('/share').empty()
      await b.session.close()
      expect(places.at('/share').files().size).toBe(0)
    })

    it('[TF16] a folder that hangs is let go of in a short time, and nothing is lost', async () => {
      must(await b.open.append([noted('还没发')]))
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      let close: (() => void) | undefined
      try {
        places.trouble = () =>
          new Promise((resolve) => {
            close ??= () => {
              resolve(err({ type: 'Unreachable', reason: 'CLOSED' }))
            }
          })
        const ending = b.session.close()
        await vi.advanceTimersByTimeAsync(3_000)
        places.trouble = () => null
        close?.()
        await ending
      } finally {
        vi.useRealTimers()
      }
      await b.restart()
      await b.sync()
      await a.sync()
      expect(await allNotes(a.open)).toEqual(['还没发'])
    })

    it('[TF16] a folder that could not be reached before is not tried', async () => {
      must(await b.open.append([noted('还没发')]))
      places.at('/share').isGone = true
      b.clock.ms += 60_000
      await b.session.syncNow()
      let calls = 0
      places.trouble = () => {
        calls++
        return null
      }
      await b.session.close()
      expect(calls).toBe(0)
    })
  })
})
