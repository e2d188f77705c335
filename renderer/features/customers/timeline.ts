import type { ListedRecord } from '../../db'

export interface TimelineMonth {
  /** `2026-01`; empty for sheets without a date. */
  readonly month: string
  readonly rows: readonly ListedRecord[]
}

/** Sheets by their own date in the order in which they come, a month after the other. */
export function byMonth(rows: readonly ListedRecord[]): readonly TimelineMonth[] {
  const months: { month: string; rows: ListedRecord[] }[] = []
  for (const row of rows) {
    const month = row.on.slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.rows.push(row)
    else months.push({ month, rows: [row] })
  }
  return months
}
