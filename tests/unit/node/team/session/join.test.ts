import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { err } from '../../../../../shared/kernel/result'
import { attachment } from '../../../../support/sim/work'
import { allNotes, must, noted, recordChange, setEdit } from '../../../../support/store'
import { filesOf, SessionComputer, SharedPlaces } from '../../../../support/team-session'

const PASSPHRASE = '示例口令 八个字以上'
const joining = {
  path: '/share',
  computer: '二楼',
  person: '示例员工乙',
  passphrase: PASSPHRASE,
  data: '/firm/team',
  bring: false,
}

describe('joining a team', () => {
  let places: SharedPlaces
  let a: SessionComputer
  let b: SessionComputer
  beforeEach(async () => {
    places = new SharedPlaces()
    a = await new SessionComputer('甲', places).start()
    b = await new SessionComputer('乙', places).start()
    must(await a.open.append([noted('甲一')]))
    must(await b.open.append([noted('乙一', 'r2')]))
    must(
      await a.session.found({ path: '/share', name: '示例公司', computer: '前台', passphrase: PASSPHRASE }),
    )
    await a.sync()
  })
  afterEach(async () => {
    await a.stop()
    await b.stop()
  })

  const admitB = async (letter = 'B') => {
    const [request] = (await a.sync()).requests
    if (!request) throw new Error('nobody asks')
    return a.session.admit({ device: request.device, letter, name: request.name })
  }

  it('fills a data folder of its own, starts the program on it, and waits to be admitted', async () => {
    const before = b.filesBelow('/firm/data')
    must(await b.session.join(joining))
    expect(b.startedOn).toBe('/firm/team')
    expect(b.filesBelow('/firm/data')).toEqual(before)
    await b.restart()
    expect(b.open.id).toBe(a.open.id)
    expect(await allNotes(b.open)).toEqual(['甲一'])
    expect(await b.sync()).toMatchObject({
      self: { name: '二楼', letter: '', proposed: 'B' },
      problems: [{ problem: 'waitingForAdmission' }],
    })
    const { requests } = await a.sync()
    expect(requests).toMatchObject([{ name: '二楼', person: '示例员工乙', letter: 'B' }])
  })

  it('is whole once it is admitted: what was written meanwhile goes to the others', async () => {
    must(await b.session.join(joining))
    await b.restart()
    must(await b.open.append([noted('乙二')]))
    await b.sync()
    await a.sync()
    expect(await allNotes(a.open)).toEqual(['甲一'])
    must(await admitB())
    expect(await b.sync()).toMatchObject({ self: { letter: 'B' }, problems: [], activity: { unsent: 0 } })
    await a.sync()
    expect(await allNotes(a.open)).toEqual(['乙二', '甲一'])
  })

  it('brings what this computer had, under its own name, when that is wished', async () => {
    must(await b.session.join({ ...joining, bring: true }))
    await b.restart()
    expect(await allNotes(b.open)).toEqual(['乙一', '甲一'])
    await b.sync()
    must(await admitB())
    await b.sync()
    await a.sync()
    expect(await allNotes(a.open)).toEqual(['乙一', '甲一'])
  })

  it.each([
    [1, []],
    [Infinity, [{ problem: 'leftBehind', count: 1, path: '/firm/data' }]],
  ])(
    '[TF26] brings an attachment that is held for %s readings, or tells that it was left',
    async (held, problems) => {
      const { hash, bytes } = attachment(1)
      must(await b.open.exchange.keepAttachment(hash, bytes))
      must(await b.open.append([recordChange('r3', setEdit(['@files', 'f1', 'hash'], hash))]))
      const read = b.open.exchange.attachment
      let refused = 0
      vi.spyOn(b.open.exchange, 'attachment').mockImplementation((of) =>
        refused++ < held ? Promise.resolve(err({ type: 'Io', path: '/x', code: 'EBUSY' })) : read(of),
      )
      must(await b.session.join({ ...joining, bring: true }))
      await b.restart()
      expect(await b.open.exchange.hasAttachment(hash)).toBe(problems.length === 0)
      const told = async () => (await b.sync()).problems.filter(({ problem }) => problem === 'leftBehind')
      expect(await told()).toEqual(problems)
      // It is told until it is here.
      must(await b.open.exchange.keepAttachment(hash, bytes))
      await b.restart()
      expect(await told()).toEqual([])
    },
  )

  it.each([
    ['a wrong passphrase', { passphrase: `${PASSPHRASE}?` }, { type: 'WrongPassphrase' }],
    ['no passphrase', { passphrase: null }, { type: 'WrongPassphrase' }],
    ['an empty folder', { path: '/empty' }, { type: 'NotATeamFolder', path: '/empty' }],
    ['a folder that is not there', { path: '/gone' }, { type: 'FolderUnreachable', path: '/gone' }],
    ['data in the team folder', { data: '/share/data' }, { type: 'InsideDataFolder' }],
    ['the data folder of another firm', { data: '/firm/data' }, { type: 'FolderNotEmpty' }],
    ['a folder with other files', { data: '/firm/other' }, { type: 'FolderNotEmpty' }],
  ])('refuses %s, and everything is as it was', async (_what, input, failure) => {
    places.at('/gone').isGone = true
    b.disk.tamper('/firm/other/x', Buffer.from('x'))
    const before = b.filesBelow('/')
    const there = filesOf(places.at('/share'))
    expect(await b.session.join({ ...joining, ...input })).toMatchObject({ ok: false, error: failure })
    expect(b.filesBelow('/')).toEqual(before)
    expect(filesOf(places.at('/share'))).toEqual(there)
    expect(b.startedOn).toBeNull()
    expect(b.told.at(-1)?.standing ?? 'none').toBe('none')
  })

  it('that the folder cut short asks once when it is tried again', async () => {
    const carrier = places.at('/share')
    const read = carrier.read.bind(carrier)
    carrier.read = (parts, most) =>
      parts[0] === 'segments'
        ? { ok: false, error: { type: 'Unreachable', reason: 'ENOENT' } }
        : read(parts, most)
    expect(await b.session.join(joining)).toMatchObject({ ok: false, error: { type: 'FolderUnreachable' } })
    expect(b.told.at(-1)?.standing).toBe('none')
    expect(b.session.status().standing).toBe('none')
    carrier.read = read
    must(await b.session.join(joining))
    await b.restart()
    await b.sync()
    expect((await a.sync()).requests).toHaveLength(1)
    must(await admitB())
    must(await b.open.append([noted('乙二')]))
    await b.sync()
    await a.sync()
    expect(await allNotes(a.open)).toEqual(['乙二', '甲一'])
  })

  it('that another run began is ended under another key, and its changes are taken', async () => {
    const carrier = places.at('/share')
    const read = carrier.read.bind(carrier)
    carrier.read = (parts, most) =>
      parts[0] === 'segments'
        ? { ok: false, error: { type: 'Unreachable', reason: 'ENOENT' } }
        : read(parts, most)
    expect((await b.session.join(joining)).ok).toBe(false)
    carrier.read = read
    await b.restart()
    must(await b.session.join(joining))
    await b.restart()
    must(await b.open.append([noted('乙二')]))
    await b.sync()
    const newest = (await a.sync()).requests.at(-1)
    must(await a.session.admit({ device: newest?.device ?? '', letter: 'C', name: '二楼' }))
    await b.sync()
    await a.sync()
    expect(b.session.status().self?.letter).toBe('C')
    expect(await allNotes(a.open)).toEqual(['乙二', '甲一'])
  })

  it('is refused while in a team', async () => {
    expect(await a.session.join(joining)).toEqual({ ok: false, error: { type: 'AlreadyInTeam' } })
  })

  it('again, when the keys were lost, goes on in the same data folder, and nothing written there is lost', async () => {
    must(await b.session.join(joining))
    await b.restart()
    await b.sync()
    must(await admitB())
    await b.sync()
    must(await b.open.append([noted('乙未传')]))
    const keys = [...b.disk.files().keys()].find((path) => path.startsWith('/home/teams/')) ?? ''
    b.disk.tamper(keys, Buffer.from('damaged'))
    await b.restart()
    expect(b.session.status()).toMatchObject({ standing: 'none', problems: [{ problem: 'keysLost' }] })
    must(await b.session.join({ ...joining, data: '/firm/never' }))
    expect(b.startedOn).toBeNull()
    expect(b.filesBelow('/firm/never').size).toBe(0)
    expect(b.disk.files().has(`${keys}.left-1`)).toBe(true)
    must(await b.open.append([noted('乙三')]))
    await b.sync()
    const [request] = (await a.sync()).requests
    must(await a.session.admit({ device: request?.device ?? '', letter: 'C', name: '二楼' }))
    await b.sync()
    await a.sync()
    expect(await allNotes(a.open)).toEqual(['乙三', '乙未传', '甲一'])
    expect(b.session.status()).toMatchObject({ self: { letter: 'C' }, activity: { unsent: 0 } })
    await b.restart()
    expect(await b.sync()).toMatchObject({ self: { letter: 'C' }, problems: [] })
  })
})
