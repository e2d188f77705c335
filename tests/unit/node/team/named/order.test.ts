import { beforeEach, describe, expect, it } from 'vitest'
import { attachmentPath } from '../../../../../node/team/format/names'
import { attachment } from '../../../../support/sim/work'
import type { MemoryCarrier } from '../../../../support/memory-team-folder'
import { must, noted, recordChange, setEdit } from '../../../../support/store'
import type { TeamDevice } from '../../../../support/team-device'
import { countRead, meet, portOf, segmentsIn, teamOf, watched } from './named-team'

const DAY = 24 * 60 * 60 * 1000

/** Names that 坚果云, WPS, OneDrive, Syncthing and Explorer give to copies of a file. */
const COPIES = [
  '-conflict',
  '-NSConflict-示例用户-20260105',
  '1-副本',
  '-DESKTOP-7A2B9CD',
  '.sync-conflict-20260105-091011-ABCDEF2',
  ' - 副本',
  ' (1)',
]

describe('files that come late, in another order, or twice', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let b: TeamDevice
  beforeEach(async () => {
    const team = await teamOf(['示例电脑甲', '示例电脑乙'])
    carrier = team.carrier
    ;[a, b] = team.devices as [TeamDevice, TeamDevice]
  })

  it('[TF17] a gap: what is behind it waits, and nothing is passed over', async () => {
    for (const text of ['一', '二', '三', '四']) {
      await a.write(noted(text))
      await a.pass()
    }
    const paths = segmentsIn(carrier)
    const away = new Map(paths.map((path) => [path, carrier.peek(path) ?? null]))
    for (const path of paths) carrier.tamper(path, null)
    const seen: number[] = []
    for (const at of [3, 1, 0, 2]) {
      carrier.tamper(paths[at] ?? '', away.get(paths[at] ?? '') ?? null)
      await b.pass()
      await b.pass()
      seen.push((await b.dots()).length)
    }
    expect(seen).toEqual([0, 0, 2, 4])
    expect(await b.dots()).toEqual(await a.dots())
  })

  it('[TF4] [TF17] copies of every file under every name of a copy are taken for nothing, and told', async () => {
    await a.write(noted('一'))
    await a.pass()
    await b.write(noted('二', 'r2'))
    await b.pass()
    const files = carrier.files()
    for (const [path, bytes] of files)
      for (const ending of COPIES) carrier.tamper(path.replace(/(\.json)?$/, `${ending}$1`), bytes)
    await a.write(noted('三'))
    await meet(a, b)
    expect([await countRead(a), await countRead(b)]).toEqual([3, 3])
    const told = {
      problem: 'conflictCopies',
      files: COPIES.length * files.size,
      example: expect.stringContaining('zhike') as string,
    }
    expect(b.desk.told.problems).toEqual([told])
  })

  it('[TF16] an attachment that comes weeks after its record is taken then, and the record is there before', async () => {
    const { hash, bytes } = attachment(2)
    must(await a.folder.exchange.keepAttachment(hash, bytes))
    await a.write(recordChange('r1', setEdit(['@files', 'f1', 'hash'], hash)))
    await a.pass()
    const path = attachmentPath(a.desk.names.contentName(hash))
    const container = carrier.peek(path) ?? new Uint8Array()
    carrier.tamper(path, null)
    for (let day = 0; day < 20; day++) {
      b.clock.ms += DAY
      await b.pass()
    }
    expect(await b.dots()).toEqual(await a.dots())
    expect(await b.folder.exchange.hasAttachment(hash)).toBe(false)
    carrier.tamper(path, container)
    await b.pass()
    expect(must(await b.folder.exchange.attachment(hash))).toEqual(new Uint8Array(bytes))
  })

  it('[TF20] half a year away: everything comes, most of it in snapshots, and what was written meanwhile goes', async () => {
    await b.write(noted('乙零', 'r2'))
    await meet(a, b)
    for (let day = 0; day < 183; day++) {
      a.clock.ms += DAY
      for (const time of ['早', '中', '晚']) {
        await a.write(noted(`第 ${day} 天${time}`, `r${day % 7}`))
        must(await a.folder.exchange.seal())
      }
      if (day % 7 === 0) await a.pass()
      b.clock.ms += DAY
      if (day % 9 === 0) await b.write(noted(`乙 ${day}`, `r${day % 7}`))
      if (day === 90) await b.start(portOf(carrier, b.pair))
    }
    await a.pass()
    let single = 0
    await b.start(
      watched(portOf(carrier, b.pair), (call, path) => {
        if (call === 'read' && path.startsWith(`segments/${a.folder.writer}/`)) single++
        return null
      }),
    )
    await b.pass()
    expect(await countRead(b)).toBe(1 + 3 * 183 + 21)
    expect(single).toBeLessThan(60)
    expect(await meet(a, b)).toHaveLength(1 + 3 * 183 + 21)
  })
})
