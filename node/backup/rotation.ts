import type { AutoBackup } from './backup-name'

/** How many are kept: of each of the last days, weeks and months in which there was one, the last. */
const KEPT = { days: 7, weeks: 4, months: 12, upgrades: 3 } as const

/**
 * The backups that are not needed any more. By the days in their names, never by file times; what is dated later than `today` (a clock
 * was wrong) is left alone and counts for nothing.
 */
export function outlived(backups: readonly AutoBackup[], today: string): readonly AutoBackup[] {
  const past = backups.filter(({ day }) => day <= today)
  const newest = [...past].sort((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1))
  const daily = newest.filter(({ reason }) => reason === 'daily')
  const kept = new Set([
    ...lastOfEach(daily, ({ day }) => day, KEPT.days),
    ...lastOfEach(daily, ({ day }) => mondayOf(day), KEPT.weeks),
    ...lastOfEach(daily, ({ day }) => day.slice(0, 7), KEPT.months),
    ...newest.filter(({ reason }) => reason === 'upgrade').slice(0, KEPT.upgrades),
  ])
  return past.filter((backup) => !kept.has(backup))
}

/** In the order of time. */
export const whenOf = ({ day, minute }: AutoBackup): string => `${day} ${minute}`

function lastOfEach(
  newestFirst: readonly AutoBackup[],
  spanOf: (backup: AutoBackup) => string,
  most: number,
): readonly AutoBackup[] {
  const spans = new Map<string, AutoBackup>()
  for (const backup of newestFirst) {
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
