import type { AutoBackup } from './backup-name'

/** How many are kept: of each of the last days, weeks and months in which there was one, the last. */
const KEPT = { days: 7, weeks: 4, months: 12, upgrades: 3 } as const

/**
 * The backups that are not needed any more. By the days in their names, never by file times; what is dated later than `today` (a clock
 * was wrong) is left alone and counts for nothing.
 */
export function outlived(backups: readonly AutoBackup[], today: string): readonly AutoBackup[] {
  const newest = newestFirst(backups, today)
  const daily = newest.filter(({ reason }) => reason === 'daily')
  const kept = new Set([
    ...lastOfEach(daily, ({ day }) => day, KEPT.days),
    ...lastOfEach(daily, ({ day }) => mondayOf(day), KEPT.weeks),
    ...lastOfEach(daily, ({ day }) => day.slice(0, 7), KEPT.months),
    ...newest.filter(({ reason }) => reason === 'upgrade').slice(0, KEPT.upgrades),
  ])
  return newest.filter((backup) => !kept.has(backup)).reverse()
}

/** How many stay however full the disk is. */
const NEVER_SPARED = 2

/**
 * What may go before a new one is made, in this order, where else no room is left for it: first what is outlived, then the oldest. Never
 * the newest two, nor what is dated later than `today`.
 */
export function spareable(backups: readonly AutoBackup[], today: string): readonly AutoBackup[] {
  const older = newestFirst(backups, today).slice(NEVER_SPARED).reverse()
  const first = new Set(outlived(backups, today))
  return [...older.filter((backup) => first.has(backup)), ...older.filter((backup) => !first.has(backup))]
}

/** Those that are not dated later than `today`. */
export const newestFirst = (backups: readonly AutoBackup[], today: string): readonly AutoBackup[] =>
  backups.filter(({ day }) => day <= today).sort((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1))

/** In the order of time. */
const whenOf = ({ day, minute }: AutoBackup): string => `${day} ${minute}`

/** `backups`: the newest first. */
function lastOfEach(
  backups: readonly AutoBackup[],
  spanOf: (backup: AutoBackup) => string,
  most: number,
): readonly AutoBackup[] {
  const spans = new Map<string, AutoBackup>()
  for (const backup of backups) {
    const span = spanOf(backup)
    if (!spans.has(span)) spans.set(span, backup)
  }
  return [...spans.values()].slice(0, most)
}

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
