import { describe, expect, it } from 'vitest'
import { backupName, readBackupName, type AutoBackup } from '../../../../node/backup/backup-name'
import { outlived, spareable } from '../../../../node/backup/rotation'

const TAG = '0123abcd-89efcdab'
const DAY = 86_400_000
const on = (day: string, reason: AutoBackup['reason'] = 'daily', minute = '0900'): AutoBackup => ({
  file: `${reason} ${day} ${minute}`,
  day,
  minute,
  reason,
  tag: '0123abcd-89efcdab',
})
/** One on every day up to and with 2026-11-22, the first of so many. */
const everyDay = (days: number): readonly AutoBackup[] =>
  Array.from({ length: days }, (_, back) =>
    on(new Date(Date.UTC(2026, 10, 22) - back * DAY).toISOString().slice(0, 10)),
  ).reverse()

const keptOf = (backups: readonly AutoBackup[], today = '2026-11-22') => {
  const gone = new Set(outlived(backups, today))
  return backups.filter((backup) => !gone.has(backup)).map(({ day }) => day)
}

describe('rotation of automatic backups', () => {
  it('keeps the last of seven days, four weeks and twelve months', () => {
    expect(keptOf(everyDay(500))).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      // 2026-11-22 is a Sunday.
      '2026-11-01',
      '2026-11-08',
      '2026-11-15',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ])
  })

  it('comes to the same when it is done every day', () => {
    let kept: readonly AutoBackup[] = []
    for (const backup of everyDay(500)) {
      const there = [...kept, backup]
      const gone = new Set(outlived(there, backup.day))
      kept = there.filter((each) => !gone.has(each))
    }
    expect(kept.map(({ day }) => day)).toEqual(keptOf(everyDay(500)))
  })

  it('keeps the last of several on one day', () => {
    const all = [on('2026-11-22', 'daily', '0900'), on('2026-11-22', 'daily', '1730')]
    expect(outlived(all, '2026-11-22')).toEqual([all[0]])
  })

  it('keeps old ones while there are no new ones, however long that is', () => {
    expect(keptOf([on('2020-01-01'), on('2020-01-02')])).toEqual(['2020-01-01', '2020-01-02'])
  })

  it('keeps three that were made before an upgrade, beside the others', () => {
    const upgrades = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((day) => on(day, 'upgrade'))
    expect(keptOf([...upgrades, on('2026-11-22')])).toEqual([
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2026-11-22',
    ])
  })

  it('leaves alone what a wrong clock dated later, and lets it push nothing out', () => {
    const later = Array.from({ length: 30 }, (_, at) => on(`2036-01-${String(at + 1).padStart(2, '0')}`))
    expect(outlived([on('2026-11-22'), ...later], '2026-11-22')).toEqual([])
  })
})

describe('what may go where the disk is full', () => {
  it('is never one of the newest two, even of one day', () => {
    const all = [on('2026-11-22', 'daily', '0900'), on('2026-11-22', 'daily', '1730')]
    expect(outlived(all, '2026-11-22')).toEqual([all[0]])
    expect(spareable(all, '2026-11-22')).toEqual([])
    expect(spareable([...all, on('2026-11-21')], '2026-11-22')).toEqual([on('2026-11-21')])
  })
})

describe('names of automatic backups', () => {
  it('say what they were made for, when and of what', () => {
    const now = new Date(2026, 10, 22, 9, 5).getTime()
    for (const [reason, encrypted] of [
      ['daily', false],
      ['upgrade', true],
    ] as const) {
      const file = backupName(reason, now, { tag: TAG, encrypted })
      expect(file).toMatch(encrypted ? /\.zkb$/ : /\.zip$/)
      expect(readBackupName(file, TAG)).toEqual({ file, day: '2026-11-22', minute: '0905', reason, tag: TAG })
    }
  })

  it.each([
    backupName('daily', 0, { tag: 'ffffffff-00000000', encrypted: false }),
    '知客备份 2026-11-22.zip',
    '知客自动备份 2026-13-45 0905 0123abcd-89efcdab.zip',
    '别的备份 2026-11-22 0905 0123abcd-89efcdab.zip',
    '知客自动备份 2026-11-22 0905 0123abcd-89efcdab.zip.part',
    '知客自动备份 2026-11-22 0905 0123abcd-89efcdab (1).zip',
  ])('of others, and other files, are not taken for own ones: %s', (file) => {
    expect(readBackupName(file, TAG)).toBeNull()
  })
})
