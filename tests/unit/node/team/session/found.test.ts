import { beforeEach, describe, expect, it } from 'vitest'
import type { TeamPlace } from '../../../../../shared/team'
import { allNotes, must, noted } from '../../../../support/store'
import { filesOf, SessionComputer, SharedPlaces } from '../../../../support/team-session'

const PASSPHRASE = '示例口令 八个字以上'
const founding = { path: '/share', name: '示例公司', computer: '前台', passphrase: PASSPHRASE }

describe('founding a team', () => {
  let places: SharedPlaces
  let a: SessionComputer
  beforeEach(async () => {
    places = new SharedPlaces()
    a = await new SessionComputer('甲', places).start()
    must(await a.open.append([noted('甲一')]))
  })

  it('makes this data folder the team, and this computer its first one', async () => {
    const { recoveryCode } = must(await a.session.found(founding))
    const status = await a.sync()
    expect(status).toMatchObject({
      standing: 'member',
      team: { name: '示例公司', path: '/share', locked: true, holdsSeal: true },
      self: { name: '前台', letter: 'A' },
      activity: { state: 'idle', unsent: 0 },
      problems: [],
    })
    expect(must(await a.session.recoveryCode()).recoveryCode).toBe(recoveryCode)
    await a.stop()
  })

  it('goes on after a restart, also with what was written before there was a team', async () => {
    must(await a.session.found(founding))
    await a.sync()
    await a.restart()
    must(await a.open.append([noted('甲二')]))
    expect(await a.sync()).toMatchObject({ self: { letter: 'A' }, activity: { unsent: 0 }, problems: [] })
    expect(a.open.ends()).toHaveLength(1)
    await a.stop()
  })

  it.each([
    ['a passphrase that is short', { passphrase: '1234567' }, { type: 'WeakPassphrase', least: 8 }],
    ['a folder in the data folder', { path: '/firm/data/team' }, { type: 'InsideDataFolder' }],
    ['a folder around the data folder', { path: '/firm' }, { type: 'InsideDataFolder' }],
    ['a path that is not whole', { path: 'share' }, { type: 'FolderUnreachable' }],
    ['a folder with other files', { path: '/full' }, { type: 'FolderNotEmpty' }],
    ['a folder that is not there', { path: '/gone' }, { type: 'FolderUnreachable' }],
  ])('refuses %s and changes nothing', async (_what, input, failure) => {
    places.at('/full').tamper('notes', Buffer.from('x'))
    places.at('/gone').isGone = true
    const before = a.filesBelow('/')
    const there = filesOf(places.at('/full'))
    expect(await a.session.found({ ...founding, ...input })).toMatchObject({ ok: false, error: failure })
    expect(a.filesBelow('/')).toEqual(before)
    expect(filesOf(places.at('/full'))).toEqual(there)
    expect(a.session.status().standing).toBe('none')
  })

  it('refuses the folder of another team, naming it', async () => {
    const b = await new SessionComputer('乙', places).start()
    must(await b.session.found({ ...founding, name: '别的团队', passphrase: null }))
    const there = filesOf(places.at('/share'))
    expect(await a.session.found(founding)).toEqual({
      ok: false,
      error: { type: 'OtherTeam', path: '/share', name: '别的团队' },
    })
    expect(filesOf(places.at('/share'))).toEqual(there)
    await b.stop()
  })

  it('does nothing where the system keeps no keys, and works later', async () => {
    a.isKeyStoreLocked = true
    expect(await a.session.found(founding)).toEqual({
      ok: false,
      error: { type: 'KeysUnavailable', reason: 'locked' },
    })
    expect(places.at('/share').files().size).toBe(0)
    a.isKeyStoreLocked = false
    must(await a.session.found(founding))
    await a.stop()
  })

  it('leaves no team when the folder vanishes before the mark is in it', async () => {
    const carrier = places.at('/share')
    const put = carrier.put.bind(carrier)
    carrier.put = () => ({ ok: false, error: { type: 'Unreachable', reason: 'ENOENT' } })
    expect(await a.session.found(founding)).toMatchObject({ ok: false, error: { type: 'FolderUnreachable' } })
    expect(a.session.status().standing).toBe('none')
    await a.restart()
    expect(a.session.status()).toMatchObject({ standing: 'none', problems: [] })
    expect(carrier.files().size).toBe(0)
    carrier.put = put
    must(await a.session.found(founding))
    await a.stop()
  })

  it('happens once', async () => {
    must(await a.session.found(founding))
    expect(await a.session.found({ ...founding, path: '/other' })).toEqual({
      ok: false,
      error: { type: 'AlreadyInTeam' },
    })
    expect(places.at('/other').files().size).toBe(0)
    await a.stop()
  })

  it('tells whether a passphrase opens it, before anybody joins', async () => {
    must(await a.session.found(founding))
    const { path, passphrase } = founding
    expect(await a.session.opens(path, passphrase)).toEqual({ ok: true, value: null })
    expect(await a.session.opens(path, `${passphrase}?`)).toEqual({
      ok: false,
      error: { type: 'WrongPassphrase' },
    })
    expect(await a.session.opens('/empty', passphrase)).toMatchObject({ ok: false })
    await a.stop()
  })

  it('tells, looking, what stands at a place, and writes nothing there', async () => {
    const seen = async (path: string): Promise<TeamPlace> => must(await a.session.look(path))
    const { at } = { at: (path: string) => places.at(path) }
    at('/data').tamper('zhike.json', Buffer.from('{}'))
    at('/full').tamper('x', Buffer.from('x'))
    at('/full').tamper('y', Buffer.from('y'))
    at('/full').tamper('.DS_Store', Buffer.from('y'))
    must(await a.session.found(founding))
    await a.sync()
    const mark = [...at('/share').files()].find(([path]) => !path.includes('/'))
    if (!mark) throw new Error('there is no mark')
    const [name, bytes] = mark
    at('/damaged').tamper(name, bytes.slice(0, 40))
    const newer = Buffer.from(bytes)
      .toString('utf8')
      .replace(/"format":\d+/, '"format":99')
    at('/newer').tamper(name, Buffer.from(newer))
    expect(await seen('/empty')).toEqual({ is: 'empty' })
    expect(await seen('/data')).toEqual({ is: 'dataFolder' })
    expect(await seen('/full')).toEqual({ is: 'other', files: 2 })
    at('/around').tamper('inner/x', Buffer.from('x'))
    at('/around').tamper('pictures/y', Buffer.from('y'))
    at('/around/inner').tamper(name, bytes)
    expect(await seen('/around')).toEqual({
      is: 'other',
      files: 2,
      teams: [{ path: '/around/inner', name: '示例公司' }],
    })
    expect(await seen('/damaged')).toEqual({ is: 'damagedMark' })
    expect(await seen('/newer')).toEqual({ is: 'newerTeam', format: 99 })
    expect(await seen('/share')).toMatchObject({ is: 'team', name: '示例公司', locked: true, members: 1 })
    at('/gone').isGone = true
    expect(await a.session.look('/gone')).toEqual({
      ok: false,
      error: { type: 'FolderUnreachable', path: '/gone' },
    })
    expect(at('/empty').files().size).toBe(0)
    expect(await allNotes(a.open)).toEqual(['甲一'])
    await a.stop()
  })
})
