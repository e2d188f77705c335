import { describe, expect, it } from 'vitest'
import { newKeyPair } from '../../../../node/team/format/identity'
import { FaultyDisk } from '../../../support/faulty-files'
import { MemoryCarrier } from '../../../support/memory-team-folder'
import { attachment, templateBytes } from '../../../support/sim/work'
import { FOLDER, must, noted, opened } from '../../../support/store'
import { markTeam, seededBytes, TeamDevice } from '../../../support/team-device'

const files = (disk: FaultyDisk) =>
  new Map([...disk.files()].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]))

describe('a data folder that must not be written to', () => {
  it('[ST3] takes nothing of a team, and says so', async () => {
    const disk = new FaultyDisk()
    const before = await opened({ files: disk.port() })
    const written = must(await before.append([noted('一')]))
    must(await before.exchange.seal())
    const { writer } = before
    const bytes = must(await before.exchange.bytesOf(writer, 1))
    await before.close()
    disk.isReadOnly = true
    const { exchange, readOnly } = await opened({ files: disk.port() })
    expect(readOnly).toBe(true)
    disk.isReadOnly = false
    const there = files(disk)
    const { hash, bytes: file } = attachment(1)
    const answers = [
      await exchange.seal(),
      await exchange.take('f'.repeat(16), 1, bytes),
      await exchange.carry(written),
      await exchange.keepTemplate(templateBytes(1)),
      await exchange.keepAttachment(hash, file),
      await exchange.team.keep('mark.json', bytes),
    ]
    for (const answer of answers)
      expect(answer).toEqual({ ok: false, error: { type: 'ReadOnly', path: FOLDER } })
    exchange.pullClock({ ms: Date.UTC(2030, 0, 1), n: 0 })
    expect(files(disk)).toEqual(there)
    expect(must(await exchange.bytesOf(writer, 1))).toEqual(bytes)
    expect(exchange.segments()).toHaveLength(1)
  })

  it('[ST3] meets its team folder without taking or putting, and knows who belongs to it', async () => {
    const seal = newKeyPair(seededBytes('seal'))
    const carrier = new MemoryCarrier()
    await markTeam(carrier.folder('0'.repeat(16)), seal)
    const a = new TeamDevice({ name: '示例电脑甲', seal, founder: true })
    await a.start(carrier.folder('0'.repeat(16)))
    await a.admit(a, 'A')
    await a.write(noted('甲一'))
    await a.pass()
    const b = new TeamDevice({ name: '示例电脑乙', seal })
    await b.start(carrier.folder('0'.repeat(16)))
    await a.admit(b, 'B')
    await b.write(noted('乙一', 'r2'))
    b.disk.isReadOnly = true
    await b.start(carrier.folder('0'.repeat(16)))
    b.disk.isReadOnly = false
    const there = files(b.disk)
    const segments = [...carrier.files().keys()].filter((path) => path.startsWith('segments/'))
    expect((await b.pass())?.roster.members).toHaveLength(2)
    expect(files(b.disk)).toEqual(there)
    expect(b.desk.told.problems).toEqual([])
    expect([...carrier.files().keys()].filter((path) => path.startsWith('segments/'))).toEqual(segments)
  })
})
