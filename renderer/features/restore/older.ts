import type { ListedBackup } from '../../../shared/ipc/restore'

/**
 * The next earlier backup than one that cannot be used, among those listed (newest first): of the same data folder and an earlier minute, of the
 * same computer if there is one. Of a file whose name says neither, the newest of the open data folder.
 */
export function olderThan(archive: string, listed: readonly ListedBackup[]): ListedBackup | null {
  const refused = listed.find(({ path }) => path === archive)
  if (!refused) return listed.find(({ other }) => !other) ?? null
  const [ofFolder] = refused.tag.split('-')
  const earlier = listed.filter(
    ({ tag, day, minute }) =>
      tag.split('-')[0] === ofFolder && `${day} ${minute}` < `${refused.day} ${refused.minute}`,
  )
  return earlier.find(({ tag }) => tag === refused.tag) ?? earlier[0] ?? null
}

/** When a listed backup was made, in milliseconds since 1970, by this computer's calendar. */
export const madeAt = ({ day, minute }: Pick<ListedBackup, 'day' | 'minute'>): number =>
  new Date(`${day}T${minute.slice(0, 2)}:${minute.slice(2)}`).getTime()
