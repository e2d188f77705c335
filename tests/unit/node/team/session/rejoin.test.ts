import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDataFolder } from '../../../../../node/store'
import { encodeContainer, openContainer } from '../../../../../node/team/format/container'
import { keyPairOf, mintOf } from '../../../../../node/team/format/identity'
import { segmentPath, teamNames } from '../../../../../node/team/format/names'
import { parseMember } from '../../../../../node/team/format/statements'
import { letterOf } from '../../../../../shared/team'
import { allNotes, must, noted, seededRandom } from '../../../../support/store'
import { SessionComputer, SharedPlaces } from '../../../../support/team-session'

const joining = {
  path: '/share',
  computer: '二楼',
  person: '',
  passphrase: null,
  data: '/firm/team',
  bring: false,
}

describe('who is removed, leaves or joins with another key', () => {
  let places: SharedPlaces
  let a: SessionComputer
  let b: SessionComputer
  let c: SessionComputer
  const deviceOf = (computer: SessionComputer) => computer.session.status().self?.device ?? ''
  const shared = () => places.at('/share')

  beforeEach(async () => {
    places = new SharedPlaces()
    a = await new SessionComputer('甲', places).start()
    b = await new SessionComputer('乙', places).start()
    c = await new SessionComputer('丙', places).start()
    must(await a.session.found({ path: '/share', name: '示例公司', computer: '前台', passphrase: null }))
    await a.sync()
  })
  afterEach(async () => {
    for (const each of [a, b, c]) await each.stop()
  })

  const joins = async (computer: SessionComputer, letter: string | null) => {
    must(await computer.session.join(joining))
    if (computer.startedOn !== null) await computer.restart()
    await computer.sync()
    await a.sync()
    if (letter === null) return
    must(await a.session.admit({ device: deviceOf(computer), letter, name: '二楼' }))
    await computer.sync()
  }

  /** Everybody meets the folder so often that all that is to be carried was. */
  const settle = async (...computers: readonly SessionComputer[]) => {
    for (let round = 0; round < 12; round++) for (const each of computers) await each.sync()
  }

  /** Does something while the statements that came since are not there yet. */
  const without = async (known: ReadonlySet<string>, act: () => Promise<unknown>) => {
    const late = [...shared().files()].filter(([path]) => path.startsWith('members/') && !known.has(path))
    for (const [path] of late) shared().tamper(path, null)
    await act()
    for (const [path, bytes] of late) shared().tamper(path, bytes)
  }
  /** What stands in a computer's key file. */
  const secretsOf = ({ disk }: SessionComputer) => {
    const file = [...disk.files()].find(([path]) => path.endsWith('.keys'))
    const { kept } = JSON.parse(Buffer.from(file?.[1] ?? []).toString()) as { readonly kept: string }
    const keys = JSON.parse(Buffer.from(kept, 'hex').toString()) as {
      readonly team: string
      readonly deviceSecret: string
    }
    return { team: keys.team, pair: keyPairOf(keys.deviceSecret) }
  }
  const statements = () => new Set([...shared().files().keys()].filter((path) => path.startsWith('members/')))

  it('[TF12] what the removed one had published until then counts, also what the remover had not met yet', async () => {
    await joins(b, 'B')
    must(await b.open.append([noted('乙一')]))
    await b.sync()
    must(await a.session.remove(deviceOf(b)))
    await a.sync()
    expect(await allNotes(a.open)).toEqual(['乙一'])
  })

  it('[TF12] nobody is removed while the folder cannot be met', async () => {
    await joins(b, 'B')
    shared().isGone = true
    expect(await a.session.remove(deviceOf(b))).toEqual({
      ok: false,
      error: { type: 'FolderUnreachable', path: '/share' },
    })
    shared().isGone = false
    await a.sync()
    expect(a.session.status().members.map(({ removed }) => removed)).toEqual([false, false])
  })

  it('[TF12] one segment with a high number does not reach into the future', async () => {
    await joins(b, 'B')
    must(await b.open.append([noted('乙一')]))
    await b.sync()
    // What whoever has that computer's disk and key can make, before it is removed: whole, and far ahead.
    const { team, pair } = secretsOf(b)
    const random = seededRandom('far')
    const files = b.disk.clone().port()
    const usual = { files, clock: b.clock, random, appVersion: '0.1.0', computer: b.name }
    const copy = must(await openDataFolder({ ...usual, path: b.open.path }))
    const { writer } = copy
    expect(writer).toBe(b.open.writer)
    for (let i = 0; i < 20; i++) {
      must(await copy.append([noted(`远${String(i)}`, 'r9')]))
      must(await copy.exchange.seal())
    }
    const { segment = 0, chain = '' } = copy.exchange.segments(writer).at(-1) ?? {}
    const body = must(await copy.exchange.bytesOf(writer, segment))
    const place = { kind: 'segment', writer, segment, mint: mintOf(pair.key, writer) } as const
    const far = await encodeContainer(place, body, { team, pair, secret: null, random })
    shared().tamper(segmentPath(writer, segment, teamNames(team, null).tag(Buffer.from(chain, 'ascii'))), far)
    await copy.close()
    const known = statements()
    must(await a.session.remove(deviceOf(b)))
    const [path = ''] = [...statements()].filter((one) => !known.has(one))
    const tag = path.slice('members/'.length)
    const said = await openContainer(
      shared().peek(path) ?? new Uint8Array(),
      { kind: 'member', tag },
      { team, secret: null },
    )
    expect(said.ok && parseMember(said.value.body)).toMatchObject({ removed: true, ends: { [writer]: 1 } })
    await a.sync()
    expect(await allNotes(a.open)).toEqual(['乙一'])
  })

  it('[TF24] what one colleague took of a removed one before hearing of it reaches all', async () => {
    await joins(b, 'B')
    await joins(c, 'C')
    must(await b.open.append([noted('乙一')]))
    await b.sync()
    const known = statements()
    must(await a.session.remove(deviceOf(b)))
    await without(known, async () => {
      must(await b.open.append([noted('乙后')]))
      await b.sync()
      await c.sync()
    })
    expect(await allNotes(c.open)).toEqual(['乙一', '乙后'])
    await settle(a, c)
    expect(await allNotes(a.open)).toEqual(['乙一', '乙后'])
    expect(await allNotes(c.open)).toEqual(['乙一', '乙后'])
  })

  it('[TF24] what a removed one published behind its end comes with it when it joins again', async () => {
    await joins(b, 'B')
    must(await b.open.append([noted('乙一')]))
    await b.sync()
    const known = statements()
    must(await a.session.remove(deviceOf(b)))
    await without(known, async () => {
      must(await b.open.append([noted('乙后')]))
      await b.sync()
    })
    await b.sync()
    must(await b.session.leave())
    await joins(b, 'C')
    await settle(a, b)
    expect(await allNotes(a.open)).toEqual(['乙一', '乙后'])
    expect(b.session.status()).toMatchObject({ self: { letter: 'C' }, activity: { unsent: 0 }, problems: [] })
  })

  it('[TF24] what was published while it was never admitted comes with another key', async () => {
    await joins(b, null)
    must(await b.open.append([noted('乙一')]))
    await b.sync()
    must(await b.session.leave())
    await joins(b, 'C')
    await settle(a, b)
    expect(await allNotes(a.open)).toEqual(['乙一'])
  })

  it('[TF24] what an attempt to join brought along, and that kept no keys, comes with the next one', async () => {
    must(await b.open.append([noted('旧')]))
    b.isKeyStoreLocked = true
    expect((await b.session.join({ ...joining, bring: true })).ok).toBe(false)
    b.isKeyStoreLocked = false
    await b.restart()
    must(await b.session.join({ ...joining, bring: true }))
    await b.restart()
    await b.sync()
    const { requests } = await a.sync()
    const own = requests.find(({ device }) => device === deviceOf(b))
    must(await a.session.admit({ device: own?.device ?? '', letter: 'C', name: '二楼' }))
    await settle(b, a)
    expect(await allNotes(a.open)).toEqual(['旧'])
  })

  it('[TF24] a second meeting carries nothing again', async () => {
    await joins(b, 'B')
    must(await b.open.append([noted('乙一')]))
    await b.sync()
    must(await b.session.leave())
    await joins(b, 'C')
    await settle(a, b)
    const files = () => [...shared().files().keys()].filter((path) => path.startsWith('segments/'))
    const before = files()
    await settle(a, b)
    expect(files()).toEqual(before)
  })

  it('[TF14] its numbers go on bearing its letter after it left, and after its keys were lost', async () => {
    await joins(b, 'B')
    must(await b.session.leave())
    expect(letterOf(b.session.status())).toBe('B')
    await b.restart()
    expect(b.session.status().standing).toBe('none')
    expect(letterOf(b.session.status())).toBe('B')
    await joins(c, 'C')
    const keys = [...c.disk.files().keys()].find((path) => path.endsWith('.keys')) ?? ''
    c.disk.tamper(keys, Buffer.from('damaged'))
    await c.restart()
    expect(c.session.status().problems).toEqual([{ problem: 'keysLost' }])
    expect(letterOf(c.session.status())).toBe('C')
  })

  it('tells where no key store guards the keys', () => {
    expect(a.session.status().keysReadable).toBeUndefined()
    a.hasKeyStore = false
    expect(a.session.status().keysReadable).toBe(true)
  })
})
