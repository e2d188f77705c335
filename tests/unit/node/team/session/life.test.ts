import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TeamFailure } from '../../../../../shared/team'
import { allNotes, must, noted } from '../../../../support/store'
import { filesOf, SessionComputer, SharedPlaces } from '../../../../support/team-session'

const failed = (error: Partial<TeamFailure>) => ({ ok: false, error })

describe('life in a team', () => {
  let places: SharedPlaces
  let a: SessionComputer
  let b: SessionComputer
  let recoveryCode = ''
  const deviceOf = (computer: SessionComputer) => computer.session.status().self?.device ?? ''

  beforeEach(async () => {
    places = new SharedPlaces()
    a = await new SessionComputer('甲', places).start()
    b = await new SessionComputer('乙', places).start()
    const founded = await a.session.found({
      path: '/share',
      name: '示例公司',
      computer: '前台',
      passphrase: null,
    })
    ;({ recoveryCode } = must(founded))
    await a.sync()
    must(
      await b.session.join({
        path: '/share',
        computer: '二楼',
        person: '示例员工乙',
        passphrase: null,
        data: '/firm/team',
        bring: false,
      }),
    )
    await b.restart()
    await b.sync()
    await a.sync()
  })
  afterEach(async () => {
    await a.stop()
    await b.stop()
  })

  const admitB = async () => {
    must(await a.session.admit({ device: deviceOf(b), letter: 'B', name: '二楼' }))
    await b.sync()
  }

  describe('admitting', () => {
    it.each(['A', 'b', '', 'ABCD', '1'])('never gives the letter %j', async (letter) => {
      const there = filesOf(places.at('/share'))
      const answer = await a.session.admit({ device: deviceOf(b), letter, name: '二楼' })
      expect(answer).toEqual(failed({ type: 'LetterTaken', letter }))
      expect(filesOf(places.at('/share'))).toEqual(there)
    })

    it('is for those who ask, and for who holds the seal', async () => {
      const stranger = '0'.repeat(16)
      expect(await a.session.admit({ device: stranger, letter: 'C', name: '' })).toEqual(
        failed({ type: 'NotInTeam' }),
      )
      expect(await b.session.admit({ device: deviceOf(b), letter: 'B', name: '' })).toEqual(
        failed({ type: 'NotSealHolder' }),
      )
    })

    it('under another letter than was asked for is kept, also by a rename while the folder is away', async () => {
      must(await a.session.admit({ device: deviceOf(b), letter: 'K', name: '二楼' }))
      await b.sync()
      expect(b.session.status().self?.letter).toBe('K')
      places.at('/share').isGone = true
      must(await b.session.rename('三楼'))
      await b.restart()
      expect(b.session.status()).toMatchObject({
        team: { name: '示例公司' },
        self: { letter: 'K', name: '三楼' },
      })
    })
  })

  describe('removing', () => {
    it('takes nothing more from that computer, and tells it', async () => {
      await admitB()
      must(await b.open.append([noted('之前')]))
      await b.sync()
      await a.sync()
      must(await a.session.remove(deviceOf(b)))
      must(await b.open.append([noted('之后')]))
      expect((await b.sync()).problems).toContainEqual({ problem: 'removedFromTeam' })
      await a.sync()
      expect(await allNotes(a.open)).toEqual(['之前'])
      expect(await allNotes(b.open)).toEqual(['之前', '之后'])
      expect(a.session.status().members.find(({ letter }) => letter === 'B')?.removed).toBe(true)
    })

    it('is for who holds the seal', async () => {
      await admitB()
      expect(await b.session.remove(deviceOf(a))).toEqual(failed({ type: 'NotSealHolder' }))
      expect(await a.session.remove('0'.repeat(16))).toEqual(failed({ type: 'NotInTeam' }))
    })
  })

  describe('leaving', () => {
    it('keeps everything here, and puts the keys away', async () => {
      await admitB()
      must(await b.open.append([noted('留下')]))
      must(await b.session.leave())
      expect(b.session.status().standing).toBe('none')
      expect(b.told.at(-1)?.standing).toBe('none')
      await b.restart()
      expect(b.session.status()).toMatchObject({ standing: 'none', problems: [] })
      expect(await allNotes(b.open)).toEqual(['留下'])
      expect(await b.session.syncNow()).toEqual(failed({ type: 'NotInTeam' }))
    })

    it('sends first what was saved and not sent yet', async () => {
      await admitB()
      must(await b.open.append([noted('刚写的')]))
      must(await b.session.leave())
      await a.sync()
      expect(await allNotes(a.open)).toEqual(['刚写的'])
    })

    it('[TF15] is shown to the others', async () => {
      await admitB()
      await a.sync()
      const shown = () =>
        a.session.status().members.map(({ letter, left, removed }) => ({ letter, left, removed }))
      const stays = { letter: 'A', left: false, removed: false }
      expect(shown()).toEqual([stays, { letter: 'B', left: false, removed: false }])
      must(await b.session.leave())
      await a.sync()
      expect(shown()).toEqual([stays, { letter: 'B', left: true, removed: false }])
      await a.restart()
      await a.sync()
      expect(shown()).toEqual([stays, { letter: 'B', left: true, removed: false }])
    })

    it('[TF11] [TF15] puts nothing into a folder that is not the team’s now', async () => {
      await admitB()
      places.at('/share').tamper('zhike-team.json', null)
      const before = filesOf(places.at('/share'))
      must(await b.session.leave())
      expect(filesOf(places.at('/share'))).toEqual(before)
    })

    it('[TF15] takes back the wish to be admitted', async () => {
      expect(a.session.status().requests.map(({ name }) => name)).toEqual(['二楼'])
      must(await b.session.leave())
      expect((await a.sync()).requests).toEqual([])
    })

    it('that the disk does not let happen leaves it in the team, syncing', async () => {
      await admitB()
      b.disk.isReadOnly = true
      expect((await b.session.leave()).ok).toBe(false)
      b.disk.isReadOnly = false
      must(await b.open.append([noted('还在')]))
      expect(await b.sync()).toMatchObject({
        standing: 'member',
        self: { letter: 'B' },
        activity: { unsent: 0 },
      })
      await a.sync()
      expect(a.session.status().members.find(({ left }) => left)).toBeUndefined()
      expect(await allNotes(a.open)).toEqual(['还在'])
    })

    it('and joining again goes on in the same data folder', async () => {
      await admitB()
      must(await b.session.leave())
      must(await b.open.append([noted('独自')]))
      must(
        await b.session.join({
          path: '/share',
          computer: '二楼',
          person: '',
          passphrase: null,
          data: '/firm/x',
          bring: false,
        }),
      )
      await b.sync()
      await a.sync()
      must(await a.session.admit({ device: deviceOf(b), letter: 'C', name: '二楼' }))
      await b.sync()
      await a.sync()
      expect(await allNotes(a.open)).toEqual(['独自'])
    })
  })

  describe('moving', () => {
    it('goes on where the same team is', async () => {
      await admitB()
      must(await a.session.move('/new'))
      must(await a.open.append([noted('新址')]))
      expect(await a.sync()).toMatchObject({ team: { path: '/new' }, problems: [] })
      must(await b.session.move('/new'))
      await b.sync()
      expect(await allNotes(b.open)).toEqual(['新址'])
      await b.restart()
      expect(b.session.status().team?.path).toBe('/new')
    })

    it('fills an empty folder with all that the old one has, the mark last', async () => {
      await admitB()
      const before = [...filesOf(places.at('/share')).keys()].sort()
      must(await a.session.move('/new'))
      expect([...filesOf(places.at('/new')).keys()]).toEqual(expect.arrayContaining(before))
      expect([...filesOf(places.at('/share')).keys()].sort()).toEqual(before)
    })

    it.each([
      ['another team', '/other', { type: 'OtherTeam', name: '别的团队' }],
      ['a folder with other files', '/full', { type: 'NotATeamFolder' }],
      ['a folder in the data folder', '/firm/data/x', { type: 'InsideDataFolder' }],
      ['a folder that is not there', '/gone', { type: 'FolderUnreachable' }],
    ])('refuses %s and stays', async (_what, path, failure) => {
      const c = await new SessionComputer('丙', places).start()
      must(await c.session.found({ path: '/other', name: '别的团队', computer: '丙', passphrase: null }))
      await c.stop()
      places.at('/full').tamper('x', Buffer.from('x'))
      places.at('/gone').isGone = true
      const there = filesOf(places.at(path))
      expect(await a.session.move(path)).toMatchObject(failed(failure as Partial<TeamFailure>))
      expect(filesOf(places.at(path))).toEqual(there)
      expect(await a.sync()).toMatchObject({ team: { path: '/share' }, problems: [] })
    })

    it('from a folder that is away into an empty one changes nothing', async () => {
      places.at('/share').isGone = true
      expect(await a.session.move('/new')).toMatchObject(failed({ type: 'FolderUnreachable' }))
      expect(places.at('/new').files().size).toBe(0)
      places.at('/share').isGone = false
      expect((await a.sync()).team?.path).toBe('/share')
    })
  })

  describe('taking over', () => {
    it('lets another computer admit, with the code that was printed', async () => {
      await admitB()
      const typed = ` ${recoveryCode.toLowerCase().replaceAll('-', ' ')}`
      must(await b.session.takeOver(typed))
      expect((await b.sync()).team?.holdsSeal).toBe(true)
      must(await b.session.remove(deviceOf(a)))
      expect((await a.sync()).problems).toContainEqual({ problem: 'removedFromTeam' })
      await b.restart()
      expect(must(await b.session.recoveryCode()).recoveryCode).toBe(recoveryCode)
    })

    it('refuses a code with one wrong sign, or of another team', async () => {
      await admitB()
      const before = b.filesBelow('/home')
      const wrong = recoveryCode.replace(/.$/, (sign) => (sign === '2' ? '3' : '2'))
      const c = await new SessionComputer('丙', places).start()
      const other = must(
        await c.session.found({ path: '/other', name: '别的团队', computer: '丙', passphrase: null }),
      )
      for (const code of [wrong, other.recoveryCode, '', '示例'])
        expect(await b.session.takeOver(code)).toEqual(failed({ type: 'WrongRecoveryCode' }))
      expect(b.filesBelow('/home')).toEqual(before)
      expect(b.session.status().team?.holdsSeal).toBe(false)
      await c.stop()
    })

    it('is nothing that a computer without the seal can show', async () => {
      expect(await b.session.recoveryCode()).toEqual(failed({ type: 'NotSealHolder' }))
    })
  })

  it('a new name is what the others see', async () => {
    await admitB()
    must(await b.session.rename('三楼\u202e靠窗'))
    await b.sync()
    const seen = (await a.sync()).members.find(({ letter }) => letter === 'B')
    expect(seen?.name).toBe('三楼 靠窗')
  })

  it('who works there is what the others see', async () => {
    await admitB()
    b.session.person('示例员工丙')
    await b.sync()
    const seen = (await a.sync()).members.find(({ letter }) => letter === 'B')
    expect(seen?.person).toBe('示例员工丙')
  })

  it('a folder that is away is told, work goes on, and what was written goes when it is back', async () => {
    await admitB()
    places.at('/share').isGone = true
    must(await b.open.append([noted('离线')]))
    b.clock.ms += 60_000
    expect(await b.session.syncNow()).toEqual(failed({ type: 'FolderUnreachable', path: '/share' }))
    expect(b.session.status()).toMatchObject({
      activity: { state: 'offline', unsent: 1 },
      problems: [{ problem: 'offline' }],
    })
    places.at('/share').isGone = false
    expect(await b.sync()).toMatchObject({ activity: { state: 'idle', unsent: 0 }, problems: [] })
    await a.sync()
    expect(await allNotes(a.open)).toEqual(['离线'])
  })

  it('an emptied folder is told and never acted upon, nor is it taken for what is to be moved', async () => {
    await admitB()
    must(await a.open.append([noted('甲一')]))
    await a.sync()
    await b.sync()
    places.at('/share').empty()
    const emptied = failed({ type: 'NotATeamFolder', path: '/share' })
    expect(await a.session.syncNow()).toEqual(emptied)
    expect(a.session.status().problems).toContainEqual({ problem: 'emptied', path: '/share' })
    expect(places.at('/share').files().size).toBe(0)
    expect(await allNotes(a.open)).toEqual(['甲一'])
    expect(await a.session.move('/new')).toEqual(emptied)
    expect(places.at('/new').files().size).toBe(0)
  })

  it('ends while a pass runs: the folder is let go of, and the next start does the rest', async () => {
    await admitB()
    must(await b.open.append([noted('退出前')]))
    const running = b.session.syncNow()
    await b.session.close()
    await running
    await b.restart()
    await b.sync()
    await a.sync()
    expect(await allNotes(a.open)).toEqual(['退出前'])
  })
})
