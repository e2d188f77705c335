import { mkdtempSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { diskTeamFolder } from '../../node/team/carrier/disk-team-folder'
import { guardedTeamFolder } from '../../node/team/carrier/guarded-team-folder'
import { startFolderThread } from '../../node/team/carrier/start-folder-thread'
import { FaultyCarrier } from './faulty-team-folder'
import { removeFolder } from './remove-folder'
import { seededDice } from '../../node/demo/random'
import { MemoryCarrier } from './memory-team-folder'
import type { TeamFolder } from '../../node/team/carrier/team-folder'

/** A team folder and ways around it. */
export interface TeamPlaceForTests {
  readonly open: (device: string) => TeamFolder
  /** Puts anything there under any name, as another program would; null takes file or folder away. */
  readonly tamper: (path: string, bytes: Uint8Array | null) => void
  readonly link: (path: string, to: string) => void
  readonly unplug: () => void
  readonly plug: () => void
  readonly end: () => Promise<void>
}

export interface TeamImplementation {
  readonly name: string
  readonly make: () => Promise<TeamPlaceForTests>
  readonly hasLinks: boolean
}

const THREAD = join(import.meta.dirname, '../../out/main/team-folder-thread.cjs')
const clock = { now: () => performance.now() }

/** A folder of the file system, in the place that is handed in. */
function diskPlace(above: string, open: (root: string, device: string) => TeamFolder): TeamPlaceForTests {
  const base = mkdtempSync(join(above, 'zhike-team-'))
  const root = join(base, '共享 目录')
  const away = join(base, 'away')
  mkdirSync(root)
  const made = (path: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    return join(root, path)
  }
  return {
    open: (device) => open(root, device),
    tamper: (path, bytes) => {
      if (bytes === null) rmSync(join(root, path), { recursive: true })
      else writeFileSync(made(path), bytes)
    },
    link: (path, to) => {
      symlinkSync(join(root, to), made(path))
    },
    unplug: () => {
      renameSync(root, away)
    },
    plug: () => {
      renameSync(away, root)
    },
    end: () => {
      removeFolder(base)
      return Promise.resolve()
    },
  }
}

const plain = (root: string, device: string) =>
  diskTeamFolder({ root, device, random: seededDice(device).bytes })

const guarded = (root: string, device: string) =>
  guardedTeamFolder({ start: startFolderThread(THREAD, { root, device }), device, clock })

function memoryPlace(carrier: MemoryCarrier, open: (device: string) => TeamFolder): TeamPlaceForTests {
  return {
    open,
    tamper: (path, bytes) => {
      carrier.tamper(path, bytes)
    },
    link: (path) => {
      carrier.tamper(path, 'other')
    },
    unplug: () => {
      carrier.isGone = true
    },
    plug: () => {
      carrier.isGone = false
    },
    end: () => Promise.resolve(),
  }
}

/** A folder on a share, a cloud drive or a stick to be tried: `ZHIKE_TEAM_PLACE=E:\\ npx vitest run --project contract team`. */
export const ELSEWHERE = process.env['ZHIKE_TEAM_PLACE'] ?? ''

const elsewhere: TeamImplementation = {
  name: `the guarded disk in ${ELSEWHERE}`,
  hasLinks: false,
  make: () => Promise.resolve(diskPlace(ELSEWHERE, guarded)),
}

/** Every implementation of the port, and the disk in another place where one is named. */
export const teamPlaces: readonly TeamImplementation[] = [
  { name: 'the disk', hasLinks: true, make: () => Promise.resolve(diskPlace(tmpdir(), plain)) },
  {
    name: 'the guarded disk',
    hasLinks: true,
    make: () => Promise.resolve(diskPlace(tmpdir(), guarded)),
  },
  {
    name: 'memory',
    hasLinks: true,
    make: () => {
      const carrier = new MemoryCarrier()
      return Promise.resolve(memoryPlace(carrier, (device) => carrier.folder(device)))
    },
  },
  {
    name: 'a faulty carrier without faults',
    hasLinks: true,
    make: () => {
      const carrier = new FaultyCarrier(seededDice('no faults'))
      return Promise.resolve(memoryPlace(carrier.truth, (device) => carrier.folder(device)))
    },
  },
  ...(ELSEWHERE === '' ? [] : [elsewhere]),
]
