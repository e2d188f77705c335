/**
 * What carriers put into the name of a copy that they make because of a conflict of their own. They work where a writer
 * would overwrite; here nobody does, so that such a copy is never needed. [TF4]
 */
const MARKERS: readonly RegExp[] = [
  // 坚果云: `-conflict`, `-NSConflict`, a nickname behind it; Nextcloud and ownCloud: `(conflicted copy …)`, `_conflict-`.
  /[-_ .(](?:ns)?conflict(?:ed)?/i,
  // Dropbox: ` (某某 的冲突副本 2026-01-05)`; 坚果云, 百度网盘, WPS: `冲突`, `1-副本`; Explorer: ` - 副本`, ` - 副本 (2)`.
  /冲突|副本/,
  // Syncthing: `.sync-conflict-20260105-101500-ABCDEFG`.
  /\.sync-conflict-/i,
  // Explorer and Finder in English, Dropbox: ` - Copy`, ` copy 2`, ` (… conflicted copy 2026-01-05)`.
  /[- ]copy\b|\bconflicted copy\b/i,
  // Explorer, browsers, Google Drive: ` (1)`, `(2)`.
  /\s?\(\d{1,4}\)$/,
  // Finder and iCloud: ` 2`.
  /\s\d{1,4}$/,
]

/** What a name of a team folder can begin with, longest first. */
const OWN = String.raw`(?:[0-9]{8}-[0-9]{8}-[0-9a-f]{16}|[0-9a-f]{16}-[0-9a-f]{16}|[0-9]{8}-[0-9a-f]{16}|[0-9a-f]{64}|[0-9a-f]{16})`
const OWN_NAME = new RegExp(`^${OWN}$`)
/** OneDrive: `-` and the name of the computer (NetBIOS: at most 15 characters). */
const WITH_COMPUTER = new RegExp(`^${OWN}-[A-Za-z0-9-]{1,15}$`)
const MARK_WITH_COMPUTER = /^zhike-team-[A-Za-z0-9-]{1,15}\.json$/

/** Whether a name is one that a carrier gives to a copy of a file, because of a conflict of its own. */
export function isConflictCopy(name: string): boolean {
  if (OWN_NAME.test(name) || name === 'zhike-team.json') return false
  if (WITH_COMPUTER.test(name) || MARK_WITH_COMPUTER.test(name)) return true
  const stem = name.replace(/(?:\.json|\.tmp)$/i, '')
  return MARKERS.some((marker) => marker.test(stem))
}
