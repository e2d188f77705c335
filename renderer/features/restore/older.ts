import type { ListedBackup } from '../../../shared/ipc/restore'

/** The next earlier backup than one that cannot be used; of one that is not in the list (newest first), the newest. */
export function olderThan(archive: string, listed: readonly ListedBackup[]): ListedBackup | null {
  return listed[listed.findIndex(({ path }) => path === archive) + 1] ?? null
}

/** When a listed backup was made, in milliseconds since 1970, by this computer's calendar. */
export const madeAt = ({ day, minute }: Pick<ListedBackup, 'day' | 'minute'>): number =>
  new Date(`${day}T${minute.slice(0, 2)}:${minute.slice(2)}`).getTime()
