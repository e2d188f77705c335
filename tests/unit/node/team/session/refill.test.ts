import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachment } from '../../../../support/sim/work'
import { allNotes, must, noted, recordChange, setEdit } from '../../../../support/store'
import { filesOf, SessionComputer, SharedPlaces } from '../../../../support/team-session'

/** Files whose name says what stands in them: notes and requests come and go. */
const lasting = (places: SharedPlaces) =>
  [...filesOf(places.at('/share')).keys()].filter((path) => !/^(?:notes|requests)\//.test(path)).sort()

describe('a team folder that was emptied', () => {
  let places: SharedPlaces
  let a: SessionComputer
  let b: SessionComputer
  beforeEach(async () => {
    places = new SharedPlaces()
    a = await new SessionComputer('甲', places).start()
    b = await new SessionComputer('乙', places).start()
    must(
      await a.session.found({
        path: '/share',
        name: '示例公司',
        computer: '前台',
        passphrase: '示例口令一二三四',
      }),
    )
    await a.sync()
    must(
      await b.session.join({
        path: '/share',
        computer: '二楼',
        person: '',
        passphrase: '示例口令一二三四',
        data: '/firm/team',
        bring: false,
      }),
    )
    await b.restart()
    await b.sync()
    await a.sync()
    const device = b.session.status().self?.device ?? ''
    must(await a.session.admit({ device, letter: 'B', name: '二楼' }))
    const { hash, bytes } = attachment(1)
    must(await a.open.exchange.keepAttachment(hash, bytes))
    must(await a.open.append([recordChange('r1', setEdit(['@files', 'f1', 'hash'], hash)), noted('甲一')]))
    must(await b.open.append([noted('乙一', 'r2')]))
    for (const one of [a, b, a, b]) await one.sync()
  })
  afterEach(async () => {
    await a.stop()
    await b.stop()
  })

  it('[TF26] is filled again when a person says so on one computer, and each puts its own', async () => {
    const before = lasting(places)
    await b.restart()
    places.at('/share').empty()
    expect((await b.session.syncNow()).ok).toBe(false)
    must(await b.session.refill())
    expect(lasting(places)).not.toEqual(before)
    for (const one of [a, b, a, b]) await one.sync()
    expect(lasting(places)).toEqual(before)
    expect([a, b].map((one) => one.session.status().problems)).toEqual([[], []])
    must(await a.open.append([noted('之后', 'r3')]))
    await a.sync()
    await b.sync()
    expect(await allNotes(b.open)).toEqual(await allNotes(a.open))
    const c = await new SessionComputer('丙', places).start('/firm/c')
    const joined = {
      path: '/share',
      computer: '三楼',
      person: '',
      passphrase: '示例口令一二三四',
      data: '/firm/x',
    }
    must(await c.session.join({ ...joined, bring: false }))
    await c.restart()
    await c.sync()
    expect(await allNotes(c.open)).toEqual(await allNotes(a.open))
    await c.stop()
  })

  it('[TF26] that was emptied and filled while a computer was not looking gets all of its own again', async () => {
    const before = lasting(places)
    places.at('/share').empty()
    must(await b.session.refill())
    await a.sync()
    await b.sync()
    expect(lasting(places)).toEqual(before)
  })

  it.each([
    ['other files', '/share', 'x.txt', { type: 'FolderNotEmpty' }],
    ['a data folder', '/share', 'zhike.json', { type: 'NotATeamFolder' }],
  ])('[TF26] is left alone where %s stand in its place', async (_what, place, name, failure) => {
    places.at(place).empty()
    places.at(place).tamper(name, Buffer.from('x'))
    const there = filesOf(places.at(place))
    expect(await b.session.refill()).toMatchObject({ ok: false, error: failure })
    expect(filesOf(places.at(place))).toEqual(there)
  })

  it('[TF26] that is away, or full of what it had, is only looked at', async () => {
    const there = lasting(places)
    must(await b.session.refill())
    expect(lasting(places)).toEqual(there)
    places.at('/share').isGone = true
    expect(await b.session.refill()).toMatchObject({ ok: false, error: { type: 'FolderUnreachable' } })
  })

  it('[TF26] what was written by a computer that was removed is carried by another one', async () => {
    must(await a.session.remove(b.session.status().self?.device ?? ''))
    await a.sync()
    places.at('/share').empty()
    must(await a.session.refill())
    for (let n = 0; n < 12; n++) await a.sync()
    const c = await new SessionComputer('丙', places).start('/firm/c')
    const joined = {
      path: '/share',
      computer: '三楼',
      person: '',
      passphrase: '示例口令一二三四',
      data: '/firm/x',
    }
    must(await c.session.join({ ...joined, bring: false }))
    await c.restart()
    await c.sync()
    expect(await allNotes(c.open)).toEqual(expect.arrayContaining(['甲一', '乙一']))
    await c.stop()
  })
})
