import { describe, expect, it } from 'vitest'
import { madeAt, olderThan } from '../../../../../renderer/features/restore/older'
import type { ListedBackup } from '../../../../../shared/ipc/restore'

const on = (day: string): ListedBackup => ({
  path: `/b/${day}`,
  day,
  minute: '0905',
  reason: 'daily',
  bytes: 1,
  encrypted: false,
  other: false,
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

  it('has the newest behind it when it is a file from elsewhere', () => {
    expect(olderThan('/usb/a.zip', listed)).toEqual(on('2026-11-22'))
  })
})

it('says when a backup was made by the calendar of this computer', () => {
  expect(madeAt(on('2026-11-22'))).toBe(new Date(2026, 10, 22, 9, 5).getTime())
})
