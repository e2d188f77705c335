import { describe, expect, it } from 'vitest'
import { madeAt, olderThan } from '../../../../../renderer/features/restore/older'
import type { ListedBackup } from '../../../../../shared/ipc/restore'

const on = (day: string, tag = 'aaaaaaaa-11111111'): ListedBackup => ({
  path: `/b/${day}`,
  day,
  minute: '0905',
  reason: 'daily',
  bytes: 1,
  encrypted: false,
  other: !tag.startsWith('aaaaaaaa'),
  tag,
})
const listed = [on('2026-11-22'), on('2026-11-21'), on('2026-11-19')]

describe('a backup that cannot be used', () => {
  it('has the next earlier one behind it', () => {
    expect(olderThan('/b/2026-11-22', listed)).toEqual(on('2026-11-21'))
    expect(olderThan('/b/2026-11-21', listed)).toEqual(on('2026-11-19'))
  })

  it('has none behind the oldest or where none are known', () => {
    expect(olderThan('/b/2026-11-19', listed)).toBeNull()
    expect(olderThan('/b/2026-11-22', [])).toBeNull()
  })

  it('has none of another data folder behind it, and one of the same computer before one of another', () => {
    const mixed = [
      on('2026-11-22'),
      on('2026-11-21', 'bbbbbbbb-11111111'),
      on('2026-11-20', 'aaaaaaaa-22222222'),
      on('2026-11-19'),
    ]
    expect(olderThan('/b/2026-11-22', mixed)).toEqual(mixed[3])
    expect(olderThan('/b/2026-11-22', mixed.slice(0, 3))).toEqual(mixed[2])
    expect(olderThan('/b/2026-11-22', mixed.slice(0, 2))).toBeNull()
    expect(olderThan('/usb/a.zip', mixed.slice(1))).toEqual(mixed[2])
  })

  it('has none of the same minute behind it', () => {
    const twin = { ...on('2026-11-22'), path: '/b/twin' }
    expect(olderThan('/b/2026-11-22', [on('2026-11-22'), twin])).toBeNull()
  })

  it('has the newest behind it when it is a file from elsewhere', () => {
    expect(olderThan('/usb/a.zip', listed)).toEqual(on('2026-11-22'))
  })
})

it('says when a backup was made by the calendar of this computer', () => {
  expect(madeAt(on('2026-11-22'))).toBe(new Date(2026, 10, 22, 9, 5).getTime())
})
