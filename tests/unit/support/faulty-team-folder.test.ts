import { describe, expect, it } from 'vitest'
import { FaultyCarrier, NO_FAULTS, type Faults } from '../../support/faulty-team-folder'
import type { FaultyFolder } from '../../support/faulty-team-view'
import { seededDice } from '../../../node/demo/random'

const A = 'aaaaaaaaaaaaaaaa'
const B = 'bbbbbbbbbbbbbbbb'
const content = new TextEncoder().encode('a segment of some bytes')
const pathOf = (n: number) => `segments/${A}/00000/${String(n).padStart(8, '0')}-0123456789abcdef`

/** What a device meets in a hundred passes, one file being put before each. */
async function history(faults: Partial<Faults>, seed = 'seed') {
  const carrier = new FaultyCarrier(seededDice(seed), { ...NO_FAULTS, ...faults })
  const writer = carrier.folder(A)
  const reader = carrier.folder(B)
  const met: string[] = []
  const readWhole = new Set<string>()
  for (let n = 1; n <= 100; n++) {
    writer.beginPass()
    const put = await writer.putNew(pathOf(n), content)
    if (!put.ok) met.push(`put ${put.error.type}`)
    reader.beginPass()
    const root = await reader.list('')
    const listed = await reader.list(`segments/${A}/00000`)
    met.push(listed.ok ? `${root.ok ? root.value.length : 'x'} ${listed.value.length}` : listed.error.type)
    for (const { name, size } of listed.ok ? listed.value : []) {
      if (!/^[0-9a-f-]+$/.test(name) || name.length !== 25) {
        met.push(`name ${name}`)
        continue
      }
      const read = await reader.read(`segments/${A}/00000/${name}`, 999)
      if (!read.ok) met.push(`read ${read.error.type}`)
      else if (Buffer.compare(read.value, content) === 0) readWhole.add(name)
      else met.push(`spoilt ${read.value.length} ${size}`)
    }
  }
  return { carrier, writer, reader, met, readWhole }
}

async function seenBy(folder: FaultyFolder): Promise<readonly string[]> {
  folder.beginPass()
  const listed = await folder.list(`segments/${A}/00000`)
  return listed.ok ? listed.value.map(({ name }) => name).sort() : [listed.error.type]
}

describe('the faulty carrier', () => {
  it('shows everything at once when no fault is switched on', async () => {
    const { met, readWhole } = await history({})
    expect(met).toEqual(Array.from({ length: 100 }, (_, at) => `1 ${at + 1}`))
    expect(readWhole.size).toBe(100)
  })

  it.each<[keyof Faults, RegExp]>([
    ['partial', /^spoilt/],
    ['duplicate', /^name .*(?:conflict|副本|DESKTOP|\(1\))/],
    ['renamed', /^name .*(?:conflict|副本|DESKTOP|\(1\))/],
    ['folded', /^name 0000.*-0123456789ABCDEF$/],
    ['refuse', /^(?:put|read) (?:Failed|ReadOnly|Full|Unreachable)$/],
    ['hang', /^(?:put|read) Unreachable$/],
    ['gone', /^Unreachable$/],
    ['emptied', /^NotFound$/],
    ['readOnly', /^put ReadOnly$/],
    ['full', /^put Full$/],
    ['truncated', /^spoilt/],
    ['flipped', /^spoilt 23 23$/],
  ])('%s shows itself', async (fault, sign) => {
    const { met } = await history({ [fault]: 0.2 })
    expect(met.some((word) => sign.test(word))).toBe(true)
  })

  it.each<keyof Faults>(['delay', 'vanish', 'old', 'lost'])('%s hides files that were put', async (fault) => {
    const { met } = await history({ [fault]: 0.2 })
    const fewer = met.filter((word, at) => word !== `1 ${at + 1}`)
    expect(fewer.length).toBeGreaterThan(5)
    expect(met.every((word) => /^1 \d+$|^read NotFound$/.test(word) || word === 'NotFound')).toBe(true)
  })

  it('hides nothing but the mark when the mark is missing', async () => {
    const carrier = new FaultyCarrier(seededDice('mark'), { ...NO_FAULTS, markMissing: 0.5 })
    const folder = carrier.folder(A)
    await folder.putNew('zhike-team.json', content)
    await folder.putNew(pathOf(1), content)
    const seen = new Set<boolean>()
    for (let n = 0; n < 20; n++) {
      folder.beginPass()
      seen.add((await folder.read('zhike-team.json', 99)).ok)
      expect((await folder.read(pathOf(1), 99)).ok).toBe(true)
    }
    expect(seen).toEqual(new Set([true, false]))
  })

  it('brings the same faults for the same seed, and others for another', async () => {
    const all = Object.fromEntries(Object.keys(NO_FAULTS).map((fault) => [fault, 0.05]))
    const [one, again, other] = [await history(all), await history(all), await history(all, 'other')]
    expect(again.met).toEqual(one.met)
    expect(other.met).not.toEqual(one.met)
  })

  it('lets devices see files in different orders', async () => {
    const carrier = new FaultyCarrier(seededDice('order'), { ...NO_FAULTS, delay: 0.5 })
    const [a, b, c] = [carrier.folder(A), carrier.folder(B), carrier.folder('cccccccccccccccc')]
    for (let n = 1; n <= 20; n++) await a.putNew(pathOf(n), content)
    expect(await seenBy(b)).not.toEqual(await seenBy(c))
    expect(await seenBy(a)).toHaveLength(20)
    for (let n = 0; n < 8; n++) b.beginPass()
    expect(await seenBy(b)).toHaveLength(20)
  })

  it('shows what it has once it is healed; what it lost or spoilt stands there again when it was put again', async () => {
    const { carrier, writer, reader } = await history({ lost: 0.2, flipped: 0.2, delay: 0.5, emptied: 0.1 })
    carrier.heal()
    const spoilt = [...carrier.damaged]
    expect(spoilt.length).toBeGreaterThan(5)
    for (const path of spoilt) expect((await writer.putAgain(path, content)).ok).toBe(true)
    expect(carrier.damaged.size).toBe(0)
    const stands = [...carrier.truth.files().keys()].map((path) => path.slice(-25)).sort()
    expect(await seenBy(reader)).toEqual(stands)
    for (const bytes of carrier.truth.files().values()) expect(bytes).toEqual(content)
  })

  it('tells what was put into an empty folder in the place of the team’s, and forgets that file', async () => {
    const { carrier } = await history({ emptied: 0.2 })
    expect(carrier.stray.length).toBeGreaterThan(0)
    for (const path of carrier.stray) expect(carrier.truth.peek(path)).toBeUndefined()
  })

  it('does not answer a device without power, and lets its last call happen or not', async () => {
    const outcomes = new Set<boolean>()
    for (let n = 1; n <= 20; n++) {
      const carrier = new FaultyCarrier(seededDice(`crash ${n}`))
      const folder = carrier.folder(A)
      folder.crashIn = 1
      expect((await folder.putNew(pathOf(1), content)).ok).toBe(true)
      expect(await folder.putNew(pathOf(2), content)).toMatchObject({ ok: false, error: { reason: 'POWER' } })
      expect(folder.isDown).toBe(true)
      expect((await folder.read(pathOf(1), 99)).ok).toBe(false)
      folder.restart()
      outcomes.add((await folder.read(pathOf(2), 99)).ok)
    }
    expect(outcomes).toEqual(new Set([true, false]))
  })
})
