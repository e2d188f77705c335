import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { mostBody, openContainer, type ContainerKind } from '../../../node/team/format/container'
import { rawContainer, sealed } from '../raw-container'
import type { Chance } from './chance'
import { judgePrototypes, need } from './judge-segment'
import { headerOf, kinds, PAIR, placeOf, SECRET, soundSegment, TEAM } from './samples'
import { mutatedText } from './strange-json'

/** How a case came out: what was told, or `opened`. */
export type Outcome = string

const open = { team: TEAM, secret: null }
const locked = { team: TEAM, secret: SECRET }
const SALT = new Uint8Array(32).fill(4)

/** A container of each kind, as a computer of the team would have made it. */
export function soundContainer(kind: ContainerKind, isLocked: boolean, body: Uint8Array): Buffer {
  const header = headerOf(kind, body.length)
  return isLocked
    ? rawContainer({
        secretKey: PAIR.secret,
        header: { ...header, salt: '04'.repeat(32) },
        body,
        secret: SECRET,
        salt: SALT,
      })
    : rawContainer({ secretKey: PAIR.secret, header, body, deflate: body.length > 64 })
}

async function outcomeOf(bytes: Uint8Array, kind: ContainerKind, isLocked: boolean): Promise<Outcome> {
  const read = await openContainer(bytes, placeOf(kind), isLocked ? locked : open)
  judgePrototypes()
  if (!read.ok) return read.error.type
  need(read.value.key === PAIR.key, 'another key')
  need(read.value.body.length <= mostBody(kind), 'a body beyond its limit')
  return 'opened'
}

/** A header in which one thing is another, signed. */
export async function headerCase(chance: Chance): Promise<Outcome> {
  const kind = chance.pick(kinds)
  const body = chance.bytes(chance.upTo(40))
  const header = headerOf(kind, body.length)
  const text = mutatedText(header, chance)
  const headerLength = chance.upTo(20) === 0 ? { headerLength: chance.upTo(2 ** 32) } : {}
  const bytes = rawContainer({
    secretKey: PAIR.secret,
    header,
    headerBytes: Buffer.from(text),
    body,
    ...headerLength,
  })
  const outcome = await outcomeOf(bytes, kind, false)
  if (outcome !== 'opened') return outcome
  const said = JSON.parse(text) as Record<string, unknown>
  for (const [name, value] of Object.entries(header)) {
    if (name === 'mint') need(said[name] === null || Number.isInteger(said[name]), 'a strange mint')
    else need(said[name] === value, `${name} of another container was taken`)
  }
  return outcome
}

/** A body that is not what the header says: sizes that lie, bombs, other flags, another version. */
export async function bodyCase(chance: Chance): Promise<Outcome> {
  const kind = chance.pick(kinds)
  const isLocked = chance.upTo(3) === 0
  const plain = chance.upTo(8) === 0 ? new Uint8Array(chance.upTo(2 ** 22)) : chance.bytes(chance.upTo(300))
  const size = chance.pick([
    plain.length,
    plain.length,
    plain.length,
    plain.length,
    plain.length,
    0,
    1,
    plain.length + 1,
    plain.length - 1,
    2 ** 31,
    2 ** 53 - 1,
    mostBody(kind),
  ])
  const deflated = deflateRawSync(plain)
  const body = chance.pick([
    plain,
    deflated,
    Buffer.concat([deflated, chance.bytes(4)]),
    deflated.subarray(0, -1),
  ])
  const isSealed = chance.upTo(4) === 0 ? !isLocked : isLocked
  const secret = isSealed ? { secret: SECRET, salt: SALT } : {}
  const fitting = Number(body === deflated) + 2 * Number(isSealed)
  const flags = chance.pick([fitting, fitting, fitting, fitting, fitting, fitting, 0, 1, 2, 3, 4, 255])
  const header = { ...headerOf(kind, size), ...(chance.upTo(4) > 0 ? { salt: '04'.repeat(32) } : {}) }
  const version = chance.pick([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 2, 255])
  const bytes = rawContainer({ secretKey: PAIR.secret, header, body, flags, version, ...secret })
  const outcome = await outcomeOf(bytes, kind, isLocked)
  if (outcome !== 'opened') return outcome
  need(version === 1 && flags <= 3, 'a newer one was taken')
  need((flags & 2) / 2 === Number(isLocked) && isLocked === isSealed, 'the lock was passed over')
  need(size === ((flags & 1) === 0 ? body.length : inflatedLength(body)), 'a size that lies was taken')
  return outcome
}

/** Of DEFLATE that is whole and has nothing behind it: what it inflates to makes, deflated alike, the same bytes. */
function inflatedLength(body: Uint8Array): number {
  const plain = inflateRawSync(body)
  return deflateRawSync(plain).length === body.length ? plain.length : -1
}

/** Bytes changed after signing: cut, turned over, put in, doubled. Sometimes the end is made to fit, without the key. */
export async function damageCase(chance: Chance): Promise<Outcome> {
  const kind = chance.pick(kinds)
  const isLocked = chance.upTo(2) === 0
  const sound = soundContainer(kind, isLocked, kind === 'segment' ? soundSegment : chance.bytes(80))
  const at = chance.upTo(sound.length)
  const damaged = chance.pick([
    () => sound.subarray(0, at),
    () => sound.subarray(at),
    () => Buffer.concat([sound.subarray(0, at), chance.bytes(1 + chance.upTo(20)), sound.subarray(at)]),
    () => Buffer.concat([sound.subarray(0, at), sound.subarray(at + 1 + chance.upTo(20))]),
    () => Buffer.concat([sound, sound]),
    () => Buffer.concat([sound.subarray(0, at), Buffer.alloc(sound.length - at)]),
    () => sealed(sound.subarray(0, Math.min(at, sound.length - 112)), '99'.repeat(32)),
    () => {
      const turned = Buffer.from(sound)
      for (let i = chance.upTo(4); i >= 0; i--) turned[chance.upTo(sound.length)] = chance.upTo(256)
      return turned
    },
  ])()
  const outcome = await outcomeOf(damaged, kind, isLocked)
  need(outcome !== 'opened' || Buffer.compare(damaged, sound) === 0, 'damage was taken')
  return outcome
}

/** Every length and every bit of header and trailer of a container of each kind; answers how many were tried. */
export async function everyCutAndBit(
  isLocked: boolean,
  only: readonly ContainerKind[] = kinds,
): Promise<number> {
  let tried = 0
  for (const kind of only) {
    const sound = soundContainer(kind, isLocked, Buffer.from('abc'))
    need((await outcomeOf(sound, kind, isLocked)) === 'opened', `a sound ${kind} does not open`)
    for (let length = 0; length < sound.length; length++) {
      need(
        (await outcomeOf(sound.subarray(0, length), kind, isLocked)) === 'arriving',
        'a cut file was judged',
      )
    }
    for (let bit = 0; bit < 8 * sound.length; bit++) {
      const turned = Buffer.from(sound)
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      need((await outcomeOf(turned, kind, isLocked)) !== 'opened', `bit ${bit} of a ${kind} was taken`)
      tried++
    }
    tried += sound.length
  }
  return tried
}
