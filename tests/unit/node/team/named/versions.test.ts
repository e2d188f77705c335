import { beforeEach, describe, expect, it } from 'vitest'
import { deviceOf } from '../../../../../node/team/format/identity'
import { paths } from '../../../../../node/team/format/names'
import { putStatement } from '../../../../../node/team/sync/admit'
import { applyChange } from '../../../../../shared/store'
import type { MemoryCarrier } from '../../../../support/memory-team-folder'
import { sealed } from '../../../../support/raw-container'
import { NewerWriter } from '../../../../support/sim/newer-writer'
import { pairNamed } from '../../../../support/sim/sim-keys'
import { WorkingCopy } from '../../../../support/sim/working-copy'
import { FOLDER, must, noted, readAll } from '../../../../support/store'
import type { TeamDevice } from '../../../../support/team-device'
import { copyOf, meet, portOf, seal, segmentsIn, teamOf } from './named-team'

/** Bytes of a container's trailer. [TF5] */
const TRAILER = 8 + 32 + 64 + 8

describe('a team whose programs are not all the same', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let b: TeamDevice
  let newer: NewerWriter
  beforeEach(async () => {
    const team = await teamOf(['示例电脑甲', '示例电脑乙'])
    carrier = team.carrier
    ;[a, b] = team.devices as [TeamDevice, TeamDevice]
    newer = new NewerWriter(null, a.clock)
    const { key } = pairNamed('高')
    const body = {
      v: 1,
      device: deviceOf(key),
      key,
      letter: 'N',
      name: '示例新电脑',
      at: 1,
      writers: [],
    } as const
    must(await putStatement(a.desk, seal, body))
  })

  async function publishNewer(times: number): Promise<void> {
    for (let i = 0; i < times; i++) {
      const { path, bytes } = await newer.next()
      carrier.tamper(path, bytes)
    }
  }

  it('[TF22] changes of a newer program keep their places, byte for byte, and nothing else waits for them', async () => {
    await publishNewer(3)
    await a.write(noted('甲'))
    await meet(a, b)
    const { writer, seq } = newer.end
    for (const { folder } of [a, b]) {
      const read = await readAll(folder, writer, 2)
      expect(read.map(({ change }) => change.seq)).toEqual(Array.from({ length: seq }, (_, i) => i + 1))
      expect(read.filter(({ opaque }) => opaque !== undefined).map(({ change }) => change.seq)).toEqual([
        1, 3, 5,
      ])
      const copy = new WorkingCopy(applyChange)
      await copy.catchUp(folder)
      const values = copy.state({ kind: 'record', id: 'r1' }).registers['["f1"]']?.survivors ?? []
      expect(values.map(({ value }) => value).sort()).toEqual(['newer 2', 'newer 4'])
    }
    // A restart does not lose them, either.
    await b.start(portOf(carrier, b.pair))
    expect((await readAll(b.folder, writer, 2)).length).toBe(seq)
  })

  it('[TF8] a container of a later version waits and is named; what is behind it of that computer waits with it', async () => {
    await publishNewer(2)
    const [first = ''] = segmentsIn(carrier)
    const bytes = Buffer.from(carrier.peek(first) ?? [])
    const later = Buffer.from(bytes.subarray(0, bytes.length - TRAILER))
    later[4] = 2
    carrier.tamper(first, sealed(later, pairNamed('高').secret))
    await a.write(noted('甲'))
    await a.pass()
    await b.pass()
    expect(await b.dots()).toEqual(await a.dots())
    expect(await b.dots()).toHaveLength(1)
    expect(b.desk.told.problems).toContainEqual(
      expect.objectContaining({ problem: 'needsNewerProgram', file: first }),
    )
    carrier.tamper(first, bytes)
    await meet(a, b)
    expect(await b.dots()).toHaveLength(1 + newer.end.seq)
  })

  it('[TF11] a team folder of a later format is told, read about, and not written to', async () => {
    await b.write(noted('乙'))
    const mark = JSON.parse(Buffer.from(carrier.peek(paths.mark) ?? []).toString('utf8')) as object
    carrier.tamper(paths.mark, Buffer.from(JSON.stringify({ ...mark, format: 2 })))
    const before = copyOf(carrier).files()
    expect(await b.pass()).toBeNull()
    expect(b.desk.told.problems).toEqual([{ problem: 'newerFolder', format: 2 }])
    expect([...carrier.files()]).toEqual([...before])
  })

  it('[ST3] [TF22] going back to an older program on a newer data folder: it is read only, and nothing of it is published or changed', async () => {
    await b.write(noted('乙'))
    const mark = JSON.parse(
      Buffer.from(b.disk.files().get(`${FOLDER}/zhike.json`) ?? []).toString('utf8'),
    ) as object
    b.disk.tamper(`${FOLDER}/zhike.json`, Buffer.from(JSON.stringify({ ...mark, format: 2 })))
    const disk = new Map(b.disk.files())
    await a.write(noted('甲'))
    await a.pass()
    await b.start(portOf(carrier, b.pair))
    expect(b.folder.readOnly).toBe(true)
    expect(await b.pass()).not.toBeNull()
    expect(segmentsIn(carrier).filter((path) => path.includes(b.folder.writer))).toEqual([])
    expect([...b.disk.files()]).toEqual([...disk])
  })
})
