import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isConflictCopy } from '../../../../../node/team/carrier/conflict-copies'
import {
  attachmentPath,
  isTemporary,
  memberPath,
  notePath,
  readMemberName,
  readNoteName,
  readRequestName,
  readSegmentName,
  readSnapshotName,
  requestPath,
  segmentPath,
  segmentShard,
  snapshotPath,
  teamNames,
  templatePath,
} from '../../../../../node/team/format/names'

const TEAM = '00112233445566778899aabbccddeeff'
const WRITER = '0123456789abcdef'
const TAG = 'fedcba9876543210'
const NAME = 'ab'.repeat(32)
const hello = Buffer.from('hello')

describe('names in a team folder', () => {
  it('[TF3] are HMACs of the content, as openssl makes them', () => {
    const open = teamNames(TEAM, null)
    expect(open.tag(hello)).toBe('1a8d7d9e810a8889')
    expect(open.contentName(createHash('sha256').update(hello).digest('hex'))).toBe(
      '1a8d7d9e810a8889cf4b43019931a6295c6fb4ec29258ea4d8a06161a4e96e8f',
    )
    expect(teamNames(TEAM, new Uint8Array(32).fill(7)).tag(hello)).toBe('f44bfb6a635fef5d')
  })

  it('[TF3] are made and read in one way', () => {
    expect(segmentPath(WRITER, 1, TAG)).toBe(`segments/${WRITER}/00000/00000001-${TAG}`)
    expect(segmentPath(WRITER, 1001, TAG)).toBe(`segments/${WRITER}/00001/00001001-${TAG}`)
    expect([1000, 1001, 99_999_999].map(segmentShard)).toEqual(['00000', '00001', '99999'])
    expect(readSegmentName(`00001001-${TAG}`)).toEqual({ segment: 1001, tag: TAG })
    expect(snapshotPath(WRITER, 1, 16, TAG)).toBe(`snapshots/${WRITER}/00000001-00000016-${TAG}`)
    expect(readSnapshotName(`00000001-00000016-${TAG}`)).toEqual({ first: 1, last: 16, tag: TAG })
    expect(templatePath(NAME)).toBe(`templates/${NAME}`)
    expect(attachmentPath(NAME)).toBe(`attachments/ab/${NAME}`)
    expect(memberPath(TAG)).toBe(`members/${TAG}`)
    expect(readMemberName(TAG)).toBe(TAG)
    expect(requestPath(WRITER, TAG)).toBe(`requests/${WRITER}-${TAG}`)
    expect(readRequestName(`${WRITER}-${TAG}`)).toEqual({ device: WRITER, tag: TAG })
    expect(notePath(WRITER, 7, TAG)).toBe(`notes/${WRITER}/00000007-${TAG}`)
    expect(readNoteName(`00000007-${TAG}`)).toEqual({ n: 7, tag: TAG })
  })

  it.each([
    '',
    '../..',
    `../${TAG}`,
    `00000000-${TAG}`,
    `1-${TAG}`,
    `00000001-${TAG.toUpperCase()}`,
    `00000001-${TAG} (1)`,
    `00000001-${TAG}\n`,
    `00000016-00000001-${TAG}`,
    `00000001-${TAG.slice(1)}`,
    `００００００01-${TAG}`,
    '__proto__',
  ])('[TF4] %j is none of them', (name) => {
    expect(readSegmentName(name)).toBeNull()
    expect(readSnapshotName(name)).toBeNull()
    expect(readNoteName(name)).toBeNull()
    expect(readMemberName(name)).toBeNull()
    expect(readRequestName(name)).toBeNull()
  })

  it('[TF4] knows files that are being written', () => {
    expect(isTemporary(`00000001-${TAG}.0a1b2c3d.tmp`)).toBe(true)
    expect(isTemporary(`00000001-${TAG}.tmp`)).toBe(false)
    expect(isTemporary(`00000001-${TAG}`)).toBe(false)
  })
})

const OWN = [`00000001-${TAG}`, `00000001-00000016-${TAG}`, `${WRITER}-${TAG}`, TAG, NAME]

/** By carrier, as their versions of these years write them. */
const COPIES = [
  ['坚果云', (name: string) => `${name}-conflict-示例员工`],
  ['坚果云, by the network', (name: string) => `${name}-NSConflict-示例员工`],
  ['坚果云 in Chinese', (name: string) => `${name}(冲突_示例员工_2026-01-05 10-15-00)`],
  ['WPS', (name: string) => `${name}1-副本`],
  ['OneDrive', (name: string) => `${name}-DESKTOP-4F2K9QX`],
  ['Syncthing', (name: string) => `${name}.sync-conflict-20260105-101500-ABCDEFG`],
  ['Explorer', (name: string) => `${name} - 副本`],
  ['Explorer, once more', (name: string) => `${name} - 副本 (2)`],
  ['Explorer, two of one name', (name: string) => `${name} (1)`],
  ['Google Drive', (name: string) => `${name}(1)`],
  ['Explorer in English', (name: string) => `${name} - Copy`],
  ['Dropbox', (name: string) => `${name} (示例员工's conflicted copy 2026-01-05)`],
  ['Dropbox in Chinese', (name: string) => `${name} (示例员工 的冲突副本 2026-01-05)`],
  ['Nextcloud', (name: string) => `${name} (conflicted copy 2026-01-05 101500)`],
  ['Finder', (name: string) => `${name} 2`],
] as const

describe('copies that carriers make because of their own conflicts', () => {
  it.each(COPIES)('[TF4] are recognised: %s', (_carrier, copyOf) => {
    for (const name of OWN) expect([name, isConflictCopy(copyOf(name))]).toEqual([name, true])
  })

  it.each([
    'zhike-team (1).json',
    'zhike-team - 副本.json',
    'zhike-team-DESKTOP-4F2K9QX.json',
    'zhike-team.sync-conflict-20260105-101500-ABCDEFG.json',
    'zhike-team-conflict-示例员工.json',
  ])('[TF4] are recognised of the mark: %s', (name) => {
    expect(isConflictCopy(name)).toBe(true)
  })

  it('[TF4] are neither our own names nor what else may lie about', () => {
    const others = [
      'zhike-team.json',
      'desktop.ini',
      'members',
      `00000001-${TAG}.0a1b2c3d.tmp`,
      '说明.txt',
      '.stfolder',
    ]
    for (const name of [...OWN, ...others]) expect([name, isConflictCopy(name)]).toEqual([name, false])
  })
})
