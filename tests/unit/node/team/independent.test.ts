import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { encodeContainer, type Place } from '../../../../node/team/format/container'
import { deviceOf, keyPairOf, mintOf, type KeyPair } from '../../../../node/team/format/identity'
import { makeMark } from '../../../../node/team/format/mark'
import {
  attachmentPath,
  memberPath,
  paths,
  segmentPath,
  snapshotPath,
  teamNames,
  templatePath,
} from '../../../../node/team/format/names'
import { packSegments } from '../../../../node/team/format/snapshot-body'
import {
  encodeMember,
  type MemberStatement,
  type RemovalStatement,
} from '../../../../node/team/format/statements'
import { removalEnds } from '../../../../node/team/session/removal-ends'
import { putStatement } from '../../../../node/team/sync/admit'
import { sayLeaving } from '../../../../node/team/sync/pass'
import { SEGMENT_AGE_MS } from '../../../../shared/store'
import { FaultyDisk } from '../../../support/faulty-files'
import { readTeamFolder, readWriter } from '../../../support/independent-reader.mjs'
import {
  FOLDER,
  handClock,
  must,
  noted,
  opened,
  readAll,
  recordChange,
  seededRandom,
  setEdit,
} from '../../../support/store'
import type { TeamDevice } from '../../../support/team-device'
import { meet, teamOf } from './named/named-team'

const SEAL = keyPairOf('10'.repeat(32))
const FRONT = keyPairOf('20'.repeat(32))
const STRANGER = keyPairOf('30'.repeat(32))
const TEMPLATE = Buffer.from('{"code":"KHXX-BD-001"}')
const PHOTO = Buffer.from(seededRandom('photo')(5000))

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Five closed segments of one writer, and a sixth that is open. */
async function dataFolder() {
  const disk = new FaultyDisk()
  const clock = handClock()
  const folder = await opened({ files: disk.port(), clock })
  for (let i = 0; i < 6; i++) {
    must(await folder.append([noted(`客户来电 ${i}`), noted('𠮷', `r${i}`)]))
    clock.ms += SEGMENT_AGE_MS + 1
  }
  const segments = [...disk.files()]
    .filter(([path]) => path.startsWith(`${FOLDER}/writers/`) && path.endsWith('.seg'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, bytes]) => Buffer.from(bytes))
  const mark = JSON.parse(
    Buffer.from(disk.files().get(`${FOLDER}/zhike.json`) ?? new Uint8Array()).toString('utf8'),
  ) as { folder: string }
  return { folder, team: mark.folder, segments: segments.slice(0, -1) }
}

type Data = Awaited<ReturnType<typeof dataFolder>>

/** The team folder that a founder makes of it, the writer being one of the time before the team. */
async function teamFolder({ folder, team, segments }: Data, passphrase: string | null) {
  const random = seededRandom('team')
  const made = await makeMark(
    { team, seal: SEAL, name: '示例客服部', created: 5, random },
    { passphrase, log2N: 14 },
  )
  const files = new Map<string, Buffer>([[paths.mark, Buffer.from(made.bytes)]])
  const { tag, contentName } = teamNames(team, made.secret)
  const put = async (path: string, place: Place, body: Uint8Array, pair: KeyPair) => {
    const sealing = { team, pair, secret: made.secret, random }
    files.set(path, Buffer.from(await encodeContainer(place, body, sealing)))
  }
  const admit = (statement: MemberStatement | RemovalStatement, pair = SEAL) => {
    const body = encodeMember(statement)
    return put(memberPath(tag(body)), { kind: 'member' }, body, pair)
  }
  const chainTag = (body: Uint8Array) => tag(Buffer.from(folder.exchange.chainOf(body) ?? '', 'ascii'))
  const segment = (n: number, body: Uint8Array, pair: KeyPair, writer = folder.writer) =>
    put(
      segmentPath(writer, n, chainTag(body)),
      { kind: 'segment', writer, segment: n, mint: mintOf(pair.key, writer) },
      body,
      pair,
    )
  const member: MemberStatement = {
    v: 1,
    device: deviceOf(FRONT.key),
    key: FRONT.key,
    letter: 'A',
    name: '示例前台',
    at: 7,
    writers: [folder.writer],
  }
  await admit(member)
  const [one = PHOTO, two = PHOTO, three = PHOTO] = segments
  const early = packSegments([one, two, three])
  const run = { kind: 'snapshot', writer: folder.writer, first: 1, last: 3, mint: null } as const
  await put(snapshotPath(folder.writer, 1, 3, chainTag(three)), run, early, FRONT)
  for (const [at, body] of segments.entries()) if (at >= 2) await segment(at + 1, body, FRONT)
  await put(templatePath(contentName(hashOf(TEMPLATE))), { kind: 'template' }, TEMPLATE, FRONT)
  await put(attachmentPath(contentName(hashOf(PHOTO))), { kind: 'attachment' }, PHOTO, FRONT)
  return { files, admit, segment, member }
}

const readBack = ({ folder }: Data, files: ReadonlyMap<string, Buffer>, passphrase: string | null) => {
  const { segments } = readTeamFolder(files, passphrase) as {
    segments: ReadonlyMap<string, readonly Buffer[]>
  }
  return readWriter(folder.writer, segments.get(folder.writer) ?? []) as readonly { change: unknown }[]
}

/** What a team of three leaves in its folder that met it by the program's own passes; the third was removed. */
async function livedFolder(passphrase: string | null) {
  const { carrier, devices } = await teamOf(['示例电脑甲', '示例电脑乙', '示例电脑丙'], passphrase)
  const [a, b, c] = devices as [TeamDevice, TeamDevice, TeamDevice]
  Object.assign(a.desk, { snapshots: { ...a.desk.snapshots, least: 2, most: 3 } })
  must(await a.folder.exchange.keepAttachment(hashOf(PHOTO), PHOTO))
  const photo = recordChange('r1', setEdit(['@files', 'f1', 'hash'], hashOf(PHOTO)))
  for (const device of devices) {
    for (const text of ['一', '二', '三', '四']) {
      await device.write(noted(`${device.name} ${text}`, 'r2'), ...(device === a ? [photo] : []))
      await device.pass()
    }
  }
  await meet(a, b, c)
  const ends = must(await removalEnds(a.desk, a.passed!, a.passed!.roster.of(c.desk.device)!))
  const removal = { v: 1, device: c.desk.device, at: a.clock.now(), removed: true, ends } as const
  must(await putStatement(a.desk, keyPairOf(a.keys.sealSecret ?? ''), removal))
  await b.write(noted('乙后', 'r3'))
  await meet(a, b)
  must(await sayLeaving(b.desk))
  return { carrier, devices: [a, b] as const }
}

describe('a reader of team folders that was written from the specification alone', () => {
  it.each([
    ['open', null],
    ['locked', '示例口令ＡＢ'],
  ])(
    '[TF3] [TF5] [TF9] [TF11] [TF16] [TF20] reads the same changes as the data folder has: %s',
    async (_how, passphrase) => {
      const data = await dataFolder()
      const { files } = await teamFolder(data, passphrase)
      const own = (await readAll(data.folder, data.folder.writer)).slice(0, -2)
      const read = readBack(data, files, passphrase)
      expect(read.map(({ change }) => change)).toEqual(own.map(({ change }) => change))
      expect(read.length).toBe(10)
      const { templates, attachments, members, mark } = readTeamFolder(files, passphrase)
      expect(templates.get(hashOf(TEMPLATE))).toEqual(TEMPLATE)
      expect(attachments.get(hashOf(PHOTO))).toEqual(PHOTO)
      expect((members.get(FRONT.key) as { letter: string }).letter).toBe('A')
      expect((mark as { name: string }).name).toBe('示例客服部')
      const text = Buffer.concat([...files.values()]).toString('latin1')
      expect(text.includes('KHXX-BD-001')).toBe(passphrase === null)
    },
  )

  it.each([
    ['open', null],
    ['locked', '示例口令ＡＢ'],
  ])(
    '[TF3] [TF12] [TF16] [TF20] reads what computers of a team have put by themselves: %s',
    async (_how, passphrase) => {
      const { carrier, devices } = await livedFolder(passphrase)
      const files = new Map([...carrier.files()].map(([path, bytes]) => [path, Buffer.from(bytes)]))
      const snapshots = [...files.keys()].filter((path) => path.startsWith('snapshots/'))
      expect(snapshots).toHaveLength(1)
      const dotsOf = () => {
        const { segments } = readTeamFolder(files, passphrase) as {
          segments: ReadonlyMap<string, readonly Buffer[]>
        }
        return [...segments].flatMap(([writer, own]) =>
          (readWriter(writer, own) as readonly { seq: number; hash: string }[]).map(
            ({ seq, hash }) => `${writer}:${String(seq)}:${hash.slice(0, 32)}`,
          ),
        )
      }
      const all = await devices[0].dots()
      expect(all.length).toBe(17)
      expect(dotsOf().sort()).toEqual(all)
      const { attachments, members, notes } = readTeamFolder(files, passphrase)
      expect(attachments.get(hashOf(PHOTO))).toEqual(PHOTO)
      const left = devices.map(({ desk }) => (notes.get(desk.device) as { left?: boolean }).left)
      expect(left).toEqual([undefined, true])
      expect([...members.values()].map((member) => (member as { letter: string }).letter).sort()).toEqual([
        'A',
        'B',
        'C',
      ])
      // Out of the snapshot alone: the files of its own segments are not needed.
      const { writer } = devices[0].folder
      for (const n of [1, 2, 3])
        for (const path of files.keys())
          if (path.startsWith(`segments/${writer}/00000/0000000${String(n)}-`)) files.delete(path)
      expect(dotsOf().sort()).toEqual(all)
    },
  )

  it('[TF9] does not open a locked one with another passphrase', async () => {
    const { files } = await teamFolder(await dataFolder(), '示例口令')
    expect(() => readTeamFolder(files, '示例口号') as unknown).toThrow()
  })

  it('[TF2] [TF4] [TF6] [TF12] passes over what is cut, foreign, a copy, or said by another than the seal', async () => {
    const data = await dataFolder()
    const { files, admit, segment, member } = await teamFolder(data, null)
    const [first = Buffer.alloc(0)] = data.segments
    const stranger = { ...member, key: STRANGER.key, device: deviceOf(STRANGER.key) }
    await admit(stranger, STRANGER)
    await segment(6, first, STRANGER)
    const path = [...files.keys()].find((name) => name.startsWith('segments/')) ?? ''
    const bytes = files.get(path) ?? Buffer.alloc(0)
    files.set(`${path} (1)`, bytes)
    files.set(`segments/${data.folder.writer}/00000/00000007-${path.slice(-16)}`, bytes)
    files.set(`segments/${data.folder.writer}/00000/00000008-${'ab'.repeat(8)}`, bytes.subarray(0, -1))
    expect(readBack(data, files, null).length).toBe(10)
  })

  it('[TF12] takes nothing behind the end of a removed computer', async () => {
    const data = await dataFolder()
    const { files, admit, member } = await teamFolder(data, null)
    await admit({ v: 1, device: member.device, at: 9, removed: true, ends: { [data.folder.writer]: 4 } })
    expect(readBack(data, files, null).length).toBe(8)
  })
})
