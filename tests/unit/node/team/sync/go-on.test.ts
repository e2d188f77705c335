import { beforeEach, describe, expect, it } from 'vitest'
import { deviceOf, newKeyPair } from '../../../../../node/team/format/identity'
import { paths } from '../../../../../node/team/format/names'
import { recall } from '../../../../../node/team/sync/kept'
import { unsentChanges } from '../../../../../node/team/sync/unsent'
import { MemoryCarrier } from '../../../../support/memory-team-folder'
import { attachment } from '../../../../support/sim/work'
import { FOLDER, must, noted, recordChange, setEdit } from '../../../../support/store'
import { markTeam, seededBytes, TeamDevice } from '../../../../support/team-device'
import { WatchedFolder } from '../../../../support/watched-team-folder'

const seal = newKeyPair(seededBytes('seal'))

describe('a publishing that stops', () => {
  let carrier: MemoryCarrier
  let a: TeamDevice
  let watched: WatchedFolder

  const start = async () => {
    watched = new WatchedFolder(carrier.folder(deviceOf(a.pair.key)))
    await a.start(watched)
  }
  const writeSegments = async (...names: readonly string[]) => {
    for (const name of names) {
      await a.write(noted(name))
      must(await a.folder.exchange.seal())
    }
  }
  const below = (dir: string) =>
    [...carrier.files().keys()].filter((path) => path.startsWith(`${dir}/`)).sort()

  beforeEach(async () => {
    carrier = new MemoryCarrier()
    await markTeam(carrier.folder('0'.repeat(16)), seal)
    a = new TeamDevice({ name: '示例电脑甲', seal, founder: true })
    await start()
    await a.admit(a, 'A')
  })

  it('[TF26] before it came to a writer leaves what is known of that writer as it was', async () => {
    await writeSegments('一', '二', '三')
    await a.pass()
    await start()
    must(await a.folder.exchange.keepTemplate(Buffer.from('{"code":"示例"}')))
    watched.refusal = { type: 'Full' }
    expect(await a.pass()).not.toBeNull()
    const { roster } = a.passed!
    expect(unsentChanges(a.desk, roster)).toBe(0)
    const { kept } = a.desk.memory
    expect(kept.sent[a.folder.writer]).toMatchObject({ segment: 3 })
    await start()
    await recall(a.desk)
    expect(a.desk.memory.kept.sent).toEqual(kept.sent)
    expect(unsentChanges(a.desk, roster)).toBe(0)
  })

  it('[TF16] at a segment that is gone here goes on with the rest, and its file is named', async () => {
    await writeSegments('一', '二', '三')
    const file = `${FOLDER}/writers/${a.folder.writer}/00000002.seg`
    a.disk.tamper(file, null)
    const { hash, bytes } = attachment(1)
    must(await a.folder.exchange.keepAttachment(hash, bytes))
    a.desk.memory.owed.add(hash)
    expect(await a.pass()).not.toBeNull()
    expect(below(paths.segments)).toHaveLength(1)
    expect(below(paths.attachments)).toHaveLength(1)
    expect(below(paths.notes)).toHaveLength(1)
    const reason = expect.stringContaining('00000002.seg') as string
    expect(a.desk.told.problems).toEqual([{ problem: 'failed', reason }])
  })

  it('[TF16] at a statement of the seal that hangs keeps nothing else from going', async () => {
    const [b, c] = ['示例电脑乙', '示例电脑丙'].map((name) => new TeamDevice({ name, seal }))
    await b!.start(carrier.folder('0'.repeat(16)))
    await c!.start(carrier.folder('0'.repeat(16)))
    await a.admit(b!, 'B')
    await a.admit(c!, 'C')
    await a.pass()
    const members = below(paths.members)
    expect(members).toHaveLength(3)
    for (const path of members) carrier.tamper(path, null)
    watched.hangsOnPut.add(members[0]!)
    expect(await a.pass()).not.toBeNull()
    expect(below(paths.members)).toEqual(members.slice(1))
    watched.hangsOnPut.clear()
    await a.pass()
    expect(below(paths.members)).toEqual(members)
  })

  it('[TF16] at an attachment that hangs while it is put again does not end the pass', async () => {
    const { hash, bytes } = attachment(1)
    must(await a.folder.exchange.keepAttachment(hash, bytes))
    await a.write(recordChange('r1', setEdit(['@files', 'f1', 'hash'], hash)))
    await a.pass()
    const [path = ''] = below(paths.attachments)
    carrier.tamper(path, null)
    watched.hangsOnPut.add(path)
    watched.taken()
    expect(await a.pass()).not.toBeNull()
    expect(watched.taken('putNew')).toContain(path)
  })
})
