import { describe, expect, it } from 'vitest'
import { readLastMade, writeLastMade } from '../../../../node/backup/last-made'
import { FaultyDisk } from '../../../support/faulty-files'
import { must } from '../../../support/store'

const MEMORY = '/profile/last-backup.json'

describe('the day of the last automatic backup', () => {
  it('is remembered, of its own data folder only', async () => {
    const disk = new FaultyDisk()
    await disk.port().makeDir('/profile')
    expect(await readLastMade(disk.port(), MEMORY, 'folder-1')).toBeNull()
    must(await writeLastMade(disk.port(), MEMORY, 'folder-1', '2026-11-22'))
    expect(await readLastMade(disk.port(), MEMORY, 'folder-1')).toBe('2026-11-22')
    expect(await readLastMade(disk.port(), MEMORY, 'folder-2')).toBeNull()
  })

  it.each(['', '{', 'null', '{"folder":"folder-1"}', '{"folder":"folder-1","day":"soon"}'])(
    'is not known where its file is damaged: %j',
    async (text) => {
      const disk = new FaultyDisk()
      disk.tamper(MEMORY, new TextEncoder().encode(text))
      expect(await readLastMade(disk.port(), MEMORY, 'folder-1')).toBeNull()
    },
  )
})
