import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { letterOf } from '../../../../../shared/team'
import { allNotes, must, noted } from '../../../../support/store'
import { SessionComputer, SharedPlaces } from '../../../../support/team-session'

const OLD = '示例口令 春江花月夜'
const NEW = '示例口令 落霞与孤鹜'

/** What a team does that wants another passphrase: one computer founds it anew in an empty folder, the others join that one. */
describe('a team that is founded anew with another passphrase', () => {
  let places: SharedPlaces
  let a: SessionComputer
  let b: SessionComputer
  let c: SessionComputer
  const deviceOf = (computer: SessionComputer) => computer.session.status().self?.device ?? ''
  const joining = { computer: '', person: '', data: '/firm/team', bring: false }

  const joins = async (computer: SessionComputer, path: string, passphrase: string, letter: string) => {
    must(await computer.session.join({ ...joining, path, passphrase, computer: computer.name }))
    if (computer.startedOn !== null) await computer.restart()
    await computer.sync()
    await a.sync()
    must(await a.session.admit({ device: deviceOf(computer), letter, name: computer.name }))
    await computer.sync()
  }

  beforeEach(async () => {
    places = new SharedPlaces()
    a = await new SessionComputer('甲', places).start()
    b = await new SessionComputer('乙', places).start()
    c = await new SessionComputer('丙', places).start()
    must(await a.open.append([noted('甲一')]))
    must(await a.session.found({ path: '/old', name: '示例公司', computer: '前台', passphrase: OLD }))
    await a.sync()
    await joins(b, '/old', OLD, 'B')
    await joins(c, '/old', OLD, 'C')
    must(await b.open.append([noted('乙一', 'r2')]))
    for (const each of [b, c, a]) await each.sync()
  })
  afterEach(async () => {
    for (const each of [a, b, c]) await each.stop()
  })

  it('[TF9] [TF14] [TF24] keeps all that anybody has, and every computer its letter', async () => {
    must(await c.open.append([noted('丙未传', 'r3')]))
    must(await a.session.leave())
    must(await a.session.found({ path: '/new', name: '示例公司', computer: '前台', passphrase: NEW }))
    must(await a.open.append([noted('甲新', 'r4')]))
    await a.sync()
    must(await c.session.leave())
    expect(await c.session.join({ ...joining, path: '/new', passphrase: OLD })).toMatchObject({
      error: { type: 'WrongPassphrase' },
    })
    await joins(c, '/new', NEW, 'C')
    must(await b.session.leave())
    await joins(b, '/new', NEW, 'B')
    for (let round = 0; round < 8; round++) for (const each of [a, b, c]) await each.sync()
    for (const each of [a, b, c]) {
      expect([...(await allNotes(each.open))].sort()).toEqual(['丙未传', '乙一', '甲一', '甲新'].sort())
      expect(each.session.status()).toMatchObject({
        team: { path: '/new' },
        activity: { unsent: 0 },
        problems: [],
      })
    }
    expect([a, b, c].map((each) => letterOf(each.session.status()))).toEqual(['A', 'B', 'C'])
  })

  it('[TF14] by another computer than before is not given the letter of the first founder', async () => {
    must(await b.session.leave())
    must(await b.session.found({ path: '/new', name: '示例公司', computer: '二楼', passphrase: NEW }))
    await b.sync()
    expect(letterOf(b.session.status())).toBe('B')
    must(await a.session.leave())
    must(await a.session.join({ ...joining, path: '/new', passphrase: NEW }))
    await a.sync()
    expect(letterOf(a.session.status())).toBe('A')
  })
})
