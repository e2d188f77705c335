import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { letterOf } from '../../../../../shared/team'
import { allNotes, must, noted } from '../../../../support/store'
import { SessionComputer, SharedPlaces } from '../../../../support/team-session'

describe('two computers with one key', () => {
  let places: SharedPlaces
  let a: SessionComputer
  let b: SessionComputer
  let copy: SessionComputer
  const deviceOf = (computer: SessionComputer) => computer.session.status().self?.device ?? ''

  beforeEach(async () => {
    places = new SharedPlaces()
    a = await new SessionComputer('甲', places).start()
    b = await new SessionComputer('乙', places).start()
    must(await a.session.found({ path: '/share', name: '示例公司', computer: '前台', passphrase: null }))
    await a.sync()
    must(
      await b.session.join({
        path: '/share',
        computer: '二楼',
        person: '',
        passphrase: null,
        data: '/firm/team',
        bring: false,
      }),
    )
    await b.restart()
    await b.sync()
    await a.sync()
    must(await a.session.admit({ device: deviceOf(b), letter: 'B', name: '二楼' }))
    await b.sync()
  })
  afterEach(async () => {
    for (const each of [a, b, copy]) await each.stop()
  })

  /** A computer made from another one's disk, profile and all. */
  const copied = async (of: SessionComputer, name: string) => {
    copy = await new SessionComputer(name, places, of.disk.clone()).start(of.open.path)
    copy.clock.ms = of.clock.ms
  }

  /** Meets the folder, and waits for what the session does about what it found. */
  const meets = async (computer: SessionComputer) => {
    await computer.sync()
    await computer.session.rename(computer.session.status().self?.name ?? '')
  }
  const meetAll = async (rounds: number, ...computers: readonly SessionComputer[]) => {
    for (let round = 0; round < rounds; round++)
      for (const each of computers) {
        each.clock.ms += 120_000
        await each.sync()
        // Acts come one after the other: this one ends behind whatever the pass began.
        await each.session.admit({ device: '', letter: '', name: '' })
      }
  }

  it.each(['乙的拷贝一', '乙的拷贝二', '乙的拷贝三', '乙的拷贝四'])(
    '[TF19] become two: one of them gets a key and a letter of its own, and what both wrote is kept (%s)',
    async (name) => {
      const before = deviceOf(b)
      const writers = b.open.exchange.segments().map(({ writer }) => writer)
      await copied(b, name)
      must(await b.open.append([noted('原件')]))
      must(await copy.open.append([noted('拷贝', 'r2')]))
      await meetAll(4, b, copy)
      const devices = [deviceOf(b), deviceOf(copy)]
      expect(devices.filter((device) => device === before)).toHaveLength(1)
      const anew = deviceOf(b) === before ? copy : b
      const stays = deviceOf(b) === before ? b : copy
      expect(anew.session.status().problems).toContainEqual({ problem: 'sameKey', device: before })
      expect(anew.session.status().problems).toContainEqual({ problem: 'waitingForAdmission' })
      expect(stays.session.status().problems).toEqual([])
      expect([letterOf(stays.session.status()), letterOf(anew.session.status())]).toEqual(['B', 'C'])
      must(await anew.open.append([noted('此后', 'r3')]))
      // The window tells by it what came from others.
      expect(anew.session.status().writer).toBe(anew.open.writer)
      expect(writers).not.toContain(anew.open.writer)
      await a.sync()
      const [request] = a.session.status().requests
      expect(request?.device).toBe(deviceOf(anew))
      must(await a.session.admit({ device: deviceOf(anew), letter: 'C', name: '三楼' }))
      await meetAll(6, b, copy, a)
      for (const each of [a, b, copy])
        expect([...(await allNotes(each.open))].sort()).toEqual(['原件', '拷贝', '此后'].sort())
      await anew.restart()
      await meetAll(3, anew)
      expect(anew.session.status()).toMatchObject({ self: { letter: 'C' }, problems: [] })
    },
  )

  it('[TF19] of the founder: the one that becomes another admits itself', async () => {
    const before = deviceOf(a)
    await copied(a, '甲的拷贝')
    must(await copy.open.append([noted('拷贝')]))
    await meetAll(5, a, copy)
    const anew = deviceOf(a) === before ? copy : a
    expect([deviceOf(a), deviceOf(copy)].filter((device) => device === before)).toHaveLength(1)
    expect(anew.session.status()).toMatchObject({ team: { holdsSeal: true }, self: { letter: 'C' } })
    await meetAll(3, b, a, copy)
    expect(await allNotes(b.open)).toEqual(['拷贝'])
  })

  it('[TF19] are not taken for two where there is one: restarts, a rename, notes that come late', async () => {
    await copied(a, '甲的拷贝')
    await copy.stop()
    const before = deviceOf(b)
    const notes = () =>
      [...places.at('/share').files()].filter(([path]) => path.startsWith(`notes/${before}/`))
    const old = notes()
    for (let round = 0; round < 3; round++) {
      await meetAll(2, b)
      await b.restart()
      await meets(b)
      for (const [path, bytes] of old) places.at('/share').tamper(path, bytes)
    }
    await meetAll(3, b)
    expect(deviceOf(b)).toBe(before)
    expect(b.session.status().problems).toEqual([])
  })
})
