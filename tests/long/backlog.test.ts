import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { diskTeamFolder } from '../../node/team/carrier/disk-team-folder'
import { nodeFiles } from '../../node/store'
import { must, recordChange, setEdit } from '../support/store'
import { markTeam, seededBytes, TeamDevice } from '../support/team-device'
import { newKeyPair } from '../../node/team/format/identity'
import { removeFolder } from '../support/remove-folder'

/** `ZHIKE_TEST_BACKLOG=20000 npx vitest run --project long backlog` tries it with fewer. */
const CHANGES = Number(process.env['ZHIKE_TEST_BACKLOG'] ?? 1_000_000)
const A_SAVE = 500
/** A pass with so many changes more, as over months. */
const A_PASS = 50_000
const MOST_MEMORY_MB = 3000

const seal = newKeyPair(seededBytes('seal'))

/** A computer whose data folder and team folder lie on the real disk. */
async function computer(place: string, name: string, founder: boolean): Promise<TeamDevice> {
  const path = join(place, name)
  mkdirSync(path)
  const device = new TeamDevice({ name, seal, founder, at: { files: nodeFiles(), path } })
  const root = join(place, 'team')
  const port = (of: string) => diskTeamFolder({ root, device: of, random: seededBytes(name) })
  await device.start(port('0'.repeat(16)))
  if (founder) await markTeam(port('0'.repeat(16)), seal)
  return device.start(port(device.desk.device))
}

async function countRead({ folder }: TeamDevice): Promise<number> {
  let count = 0
  for (const { writer, seq } of folder.ends()) {
    for (let after = 0; after < seq;) {
      const page = must(await folder.read(writer, after, 1000))
      if (page.length === 0) break
      count += page.length
      after = page.at(-1)?.change.seq ?? seq
    }
  }
  return count
}

it(`[TF17] [TF20] a backlog of ${CHANGES} changes comes whole to a new computer, in order, within bounded memory`, async () => {
  const place = mkdtempSync(join(tmpdir(), 'zhike-backlog-'))
  try {
    mkdirSync(join(place, 'team'))
    const took: Record<string, number> = {}
    let from = performance.now()
    const done = (what: string) => {
      took[what] = Math.round((performance.now() - from) / 100) / 10
      from = performance.now()
    }
    const a = await computer(place, '示例电脑甲', true)
    await a.admit(a, 'A')
    for (let at = 0; at < CHANGES; at += A_SAVE) {
      const some = Math.min(A_SAVE, CHANGES - at)
      await a.write(
        ...Array.from({ length: some }, (_, i) =>
          recordChange(`r${(at + i) % 99_991}`, setEdit(['note'], `第 ${at + i} 处变更`)),
        ),
      )
      a.clock.ms += 60_000
      if ((at + some) % A_PASS === 0) expect(await a.pass()).not.toBeNull()
    }
    expect(await a.pass()).not.toBeNull()
    done('written and published, s')

    const b = await computer(place, '示例电脑乙', false)
    expect(await b.pass()).not.toBeNull()
    done('taken, s')
    expect(b.folder.ends()).toEqual(a.folder.ends())
    expect(await countRead(b)).toBe(CHANGES)
    done('read again, s')
    took['memory of the process, MB'] = Math.round(process.memoryUsage().rss / 1e6)
    console.table(took)
    expect(took['memory of the process, MB']).toBeLessThan(MOST_MEMORY_MB)
  } finally {
    removeFolder(place)
  }
})
