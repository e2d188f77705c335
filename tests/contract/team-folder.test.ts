import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskTeamFolder } from '../../node/team/disk-team-folder'
import type { TeamFolder } from '../../node/team/team-folder'
import { seededDice } from '../support/seed/random'
import { MemoryCarrier } from '../support/memory-team-folder'

const text = (value: string) => new TextEncoder().encode(value)
const A = 'aaaaaaaaaaaaaaaa'
const B = 'bbbbbbbbbbbbbbbb'

/** A team folder and ways around it. */
interface Place {
  readonly open: (device: string) => TeamFolder
  readonly end: () => Promise<void>
}

const implementations: readonly { readonly name: string; readonly make: () => Promise<Place> }[] = [
  {
    name: 'the disk',
    make: async () => {
      const root = await mkdtemp(join(tmpdir(), 'zhike-team-'))
      return {
        open: (device) => diskTeamFolder({ root, device, random: seededDice(device).bytes }),
        end: () => rm(root, { recursive: true }),
      }
    },
  },
  {
    name: 'memory',
    make: () => {
      const carrier = new MemoryCarrier()
      return Promise.resolve({ open: (device) => carrier.folder(device), end: () => Promise.resolve() })
    },
  },
]

describe.each(implementations)('a team folder on $name', ({ make }) => {
  let place: Place
  let folder: TeamFolder
  beforeEach(async () => {
    place = await make()
    folder = place.open(A)
  })
  afterEach(async () => {
    await folder.close()
    await place.end()
  })

  it('gives back what was put, to every device', async () => {
    const path = `segments/${A}/00000/00000001-0123456789abcdef`
    expect(await folder.putNew(path, text('abc'))).toEqual({ ok: true, value: null })
    expect(await place.open(B).read(path, 3)).toEqual({ ok: true, value: text('abc') })
  })

  it('keeps the bytes of a name that is taken', async () => {
    await folder.putNew('zhike-team.json', text('one'))
    expect(await place.open(B).putNew('zhike-team.json', text('two'))).toEqual({
      ok: false,
      error: { type: 'Taken' },
    })
    expect(await folder.read('zhike-team.json', 99)).toEqual({ ok: true, value: text('one') })
  })
})
