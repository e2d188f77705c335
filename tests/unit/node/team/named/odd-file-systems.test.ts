import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeCalls, type DiskCalls } from '../../../../../node/team/carrier/disk-calls'
import { diskTeamFolder } from '../../../../../node/team/carrier/disk-team-folder'
import { removeFolder } from '../../../../support/remove-folder'
import { noted } from '../../../../support/store'
import { markTeam, seededBytes, TeamDevice } from '../../../../support/team-device'
import { meet, seal } from './named-team'

const refused = (code: string) => Promise.reject(Object.assign(new Error(code), { code }))

/** A server that shows every name in capitals and does not tell cases apart, as FAT shares do. */
const folding = (root: string): Partial<DiskCalls> => {
  const real = (path: string) => (path.startsWith(root) ? root + path.slice(root.length).toLowerCase() : path)
  return {
    readdir: async (path) => (await nodeCalls.readdir(real(path))).map((name) => name.toUpperCase()),
    lstat: (path) => nodeCalls.lstat(real(path)),
    stat: (path) => nodeCalls.stat(real(path)),
    open: (path, flags) => nodeCalls.open(real(path), flags),
    mkdir: (path) => nodeCalls.mkdir(real(path)),
    link: (from, to) => nodeCalls.link(real(from), real(to)),
    rename: (from, to) => nodeCalls.rename(real(from), real(to)),
    unlink: (path) => nodeCalls.unlink(real(path)),
  }
}

const systems: readonly (readonly [string, (root: string) => Partial<DiskCalls>])[] = [
  ['as it is', () => ({})],
  ['that shows capitals and tells no cases apart', folding],
  ['without links', () => ({ link: () => refused('ENOTSUP') })],
  [
    'that refuses links and renaming',
    () => ({ link: () => refused('EPERM'), rename: () => refused('EPERM') }),
  ],
]

describe('a team folder on a file system', () => {
  let place: string
  let root: string
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'zhike-odd-'))
    // Accents spelt apart (NFD), Chinese, spaces, and more than 260 characters in all.
    root = join(
      place,
      'Équipe'.normalize('NFD'),
      '客服部 共享'.repeat(8),
      'x'.repeat(120),
      'y'.repeat(120),
      '团队',
    )
    mkdirSync(root, { recursive: true })
  })
  afterEach(() => {
    removeFolder(place)
  })

  it.each(systems)(
    '%s: [TF3] [TF4] [TF16] all come to the same, whatever strange names lie about',
    async (_, calls) => {
      const strange = [
        '字'.repeat(80),
        'ZHIKE-~1.JSO',
        'SEGMEN~1',
        'é'.normalize('NFD'),
        'con',
        'Thumbs.db',
        '._segments',
      ]
      const started: TeamDevice[] = []
      for (const [i, name] of ['示例电脑甲', '示例电脑乙'].entries()) {
        const device = new TeamDevice({ name, seal, founder: i === 0 })
        const port = diskTeamFolder({
          root,
          device: (await device.start(nowhere)).desk.device,
          random: seededBytes(name),
          calls: { ...nodeCalls, pause: () => Promise.resolve(), ...calls(root) },
        })
        if (i === 0) await markTeam(port, seal)
        started.push(await device.start(port))
      }
      const [a, b] = started as [TeamDevice, TeamDevice]
      await a.admit(a, 'A')
      await a.admit(b, 'B')
      await a.write(noted('甲'))
      await b.write(noted('乙', 'r2'))
      await a.pass()
      for (const dir of [
        '',
        'segments',
        `segments/${a.folder.writer}`,
        `segments/${a.folder.writer}/00000`,
        'members',
      ])
        for (const name of strange) writeFileSync(join(root, dir, name), 'x')
      expect(await meet(a, b)).toHaveLength(2)
      // Nobody's file was removed or renamed, and nothing half done lies about.
      const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
      for (const name of strange) expect(names).toContain(name)
      expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
    },
  )
})

const nowhere = diskTeamFolder({ root: '/nowhere', device: '0'.repeat(16), random: seededBytes('nowhere') })
