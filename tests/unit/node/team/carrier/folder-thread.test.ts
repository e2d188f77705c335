import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskTeamFolder } from '../../../../../node/team/carrier/disk-team-folder'
import { guardedTeamFolder } from '../../../../../node/team/carrier/guarded-team-folder'
import { startFolderThread } from '../../../../../node/team/carrier/start-folder-thread'
import { removeFolder } from '../../../../support/remove-folder'
import { seededDice } from '../../../../../node/demo/random'

const THREAD = join(import.meta.dirname, '../../../../../out/main/team-folder-thread.cjs')
const A = 'aaaaaaaaaaaaaaaa'
const clock = { now: () => performance.now() }

describe('the thread of a team folder', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'zhike-team-'))
  })
  afterEach(() => {
    removeFolder(root)
  })

  it('gives a hint when another program puts something there', async () => {
    const said = { hint: false }
    const start = startFolderThread(THREAD, { root, device: A })
    const onHint = () => {
      said.hint = true
    }
    const folder = guardedTeamFolder({ start, device: A, clock, onHint })
    expect((await folder.list('')).ok).toBe(true)
    // Watching begins just behind the answer: put again until it was seen.
    const other = diskTeamFolder({ root, device: 'bbbbbbbbbbbbbbbb', random: seededDice('b').bytes })
    for (let n = 0; !said.hint; n++) {
      await other.putAgain('zhike-team.json', Uint8Array.of(n & 0xff))
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await folder.close()
    expect(said.hint).toBe(true)
  })

  it('answers with a failure when the thread cannot be started, each time anew', async () => {
    const start = startFolderThread(`${THREAD}.missing`, { root, device: A })
    const folder = guardedTeamFolder({ start, device: A, clock })
    for (let tried = 0; tried < 2; tried++) {
      expect(await folder.list('')).toMatchObject({ ok: false, error: { type: 'Failed' } })
    }
    expect(folder.stuck()).toBe(0)
    await folder.close()
  })
})
