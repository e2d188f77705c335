import { beforeEach, describe, expect, it } from 'vitest'
import type { CarrierFailure } from '../../../../../node/team/carrier/team-folder'
import { LEFTOVERS } from '../../../../support/faulty-files'
import type { MemoryCarrier } from '../../../../support/memory-team-folder'
import { allNotes, must, noted } from '../../../../support/store'
import { filesOf, SessionComputer, SharedPlaces } from '../../../../support/team-session'

const PASSPHRASE = '示例口令 八个字以上'
const founding = { path: '/share', name: '示例公司', computer: '前台', passphrase: null }
const GONE: CarrierFailure = { type: 'Unreachable', reason: 'ENOENT' }

/** The folder is gone from its `nth` put on (counted from 0): `before` the file is there, or just behind. Answers the way back. */
function cutAt(carrier: MemoryCarrier, nth: number, when: 'before' | 'behind'): () => void {
  const put = carrier.put.bind(carrier)
  const replace = carrier.replace.bind(carrier)
  let count = 0
  const counted =
    (work: typeof put): typeof put =>
    (parts, bytes) => {
      if (count++ < nth) return work(parts, bytes)
      if (when === 'behind' && count === nth + 1) work(parts, bytes)
      carrier.isGone = true
      return { ok: false, error: GONE }
    }
  carrier.put = counted(put)
  carrier.replace = counted(replace)
  return () => {
    Object.assign(carrier, { put, replace, isGone: false })
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 30))

describe('[TF25] founding that is cut short', () => {
  let places: SharedPlaces
  let a: SessionComputer
  beforeEach(async () => {
    places = new SharedPlaces()
    a = await new SessionComputer('甲', places).start()
    must(await a.open.append([noted('甲一')]))
  })

  /** Whatever happened: founded, or founding once more ends it, and there is one team with one member that has everything. */
  const endsAsOneTeam = async () => {
    await settled()
    if (a.session.status().standing === 'none') must(await a.session.found(founding))
    // The first meeting may have to admit this computer yet.
    await a.sync()
    const status = await a.sync()
    expect(status).toMatchObject({ self: { letter: 'A' }, activity: { unsent: 0 } })
    expect(status.problems.filter(({ problem }) => problem !== 'foundingFinished')).toEqual([])
    expect(status.members).toHaveLength(1)
    const b = await new SessionComputer('乙', places).start()
    const joining = { ...founding, person: '', data: '/firm/team', bring: false }
    must(await b.session.join(joining))
    await b.restart()
    expect(await allNotes(b.open)).toEqual(['甲一'])
    await b.stop()
    await a.stop()
  }

  it('by the loss of power at any step is as before, or is ended by the next start', async () => {
    for (let step = 0; ; step++) {
      for (const leftover of LEFTOVERS) {
        places = new SharedPlaces()
        a = await new SessionComputer('甲', places).start()
        must(await a.open.append([noted('甲一')]))
        a.disk.fault = { at: a.disk.steps + step, what: 'crashBefore' }
        const done = await a.session.found(founding)
        if (!a.disk.isDown) {
          expect(done.ok).toBe(true)
          await a.stop()
          expect(step).toBeGreaterThan(5)
          return
        }
        await a.session.close()
        a.disk.restart(leftover)
        await a.start()
        await endsAsOneTeam()
      }
    }
  })

  it.each([
    [0, 'before'],
    [0, 'behind'],
    [1, 'before'],
    [1, 'behind'],
    [2, 'before'],
  ] as const)('by the loss of the folder at put %i (%s it) is ended where it stands', async (nth, when) => {
    const back = cutAt(places.at('/share'), nth, when)
    await a.session.found(founding)
    await a.restart()
    back()
    await a.restart()
    await endsAsOneTeam()
  })

  it('tells that it was ended, since nobody has seen the recovery code', async () => {
    const back = cutAt(places.at('/share'), 0, 'behind')
    expect((await a.session.found(founding)).ok).toBe(false)
    back()
    await a.restart()
    await settled()
    expect(a.session.status()).toMatchObject({
      standing: 'member',
      problems: [{ problem: 'foundingFinished' }],
    })
    expect((await a.session.recoveryCode()).ok).toBe(true)
    await a.stop()
  })

  it('and done again with another passphrase is told as what it is: the first one holds', async () => {
    const back = cutAt(places.at('/share'), 0, 'behind')
    expect((await a.session.found({ ...founding, passphrase: PASSPHRASE })).ok).toBe(false)
    back()
    expect(await a.session.found({ ...founding, passphrase: `${PASSPHRASE}?` })).toEqual({
      ok: false,
      error: { type: 'FoundedBefore' },
    })
    expect(a.session.status()).toMatchObject({ standing: 'member', team: { locked: true } })
    await a.stop()
  })

  it('does not lose what a writer wrote that was made in the midst of it', async () => {
    const putting = places.at('/share')
    const put = putting.put.bind(putting)
    const forks: Promise<unknown>[] = []
    putting.put = (parts, bytes) => {
      if (forks.length === 0) forks.push(a.open.fork().then(() => a.open.append([noted('甲间')])))
      return put(parts, bytes)
    }
    must(await a.session.found(founding))
    await Promise.all(forks)
    expect(forks).toHaveLength(1)
    putting.put = put
    must(await a.open.append([noted('甲后')]))
    await a.sync()
    expect(await a.sync()).toMatchObject({ activity: { unsent: 0 }, problems: [] })
    const b = await new SessionComputer('乙', places).start()
    must(await b.session.join({ ...founding, person: '', data: '/firm/team', bring: false }))
    await b.restart()
    expect([...(await allNotes(b.open))].sort()).toEqual(['甲一', '甲后', '甲间'].sort())
    await a.stop()
    await b.stop()
  })
})

describe('moving that is cut short', () => {
  it('at any put leaves this computer where it was, and done again it goes on', async () => {
    for (const when of ['before', 'behind'] as const) {
      for (let nth = 0; ; nth++) {
        const places = new SharedPlaces()
        const a = await new SessionComputer('甲', places).start()
        must(await a.session.found({ ...founding, passphrase: PASSPHRASE }))
        must(await a.open.append([noted('甲一')]))
        await a.sync()
        const back = cutAt(places.at('/new'), nth, when)
        const moved = await a.session.move('/new')
        back()
        if (moved.ok) {
          expect(nth).toBeGreaterThan(3)
          await a.stop()
          break
        }
        expect(a.session.status().team?.path).toBe('/share')
        await a.restart()
        expect(await a.sync()).toMatchObject({ team: { path: '/share' }, problems: [] })
        // What a place without renaming keeps of a file that was being written.
        const last = [...places.at('/new').files()].at(-1)
        if (last && !last[0].endsWith('.json')) places.at('/new').tamper(last[0], last[1].slice(0, 40))
        must(await a.session.move('/new'))
        const there = filesOf(places.at('/new'))
        for (const [path, bytes] of filesOf(places.at('/share')))
          if (!path.startsWith('notes/')) expect([path, there.get(path)]).toEqual([path, bytes])
        expect(await a.sync()).toMatchObject({ team: { path: '/new' }, problems: [] })
        await a.stop()
      }
    }
  })

  it('is not gone on with over the half of another team', async () => {
    const places = new SharedPlaces()
    const a = await new SessionComputer('甲', places).start()
    const c = await new SessionComputer('丙', places).start()
    must(await a.session.found(founding))
    must(await c.session.found({ ...founding, path: '/new' }))
    await c.sync()
    await c.stop()
    places.at('/new').tamper('zhike-team.json', null)
    const there = filesOf(places.at('/new'))
    expect(must(await a.session.look('/new'))).toEqual({ is: 'begun' })
    expect(await a.session.move('/new')).toMatchObject({ ok: false, error: { type: 'NotATeamFolder' } })
    expect(filesOf(places.at('/new'))).toEqual(there)
    await a.stop()
  })
})
