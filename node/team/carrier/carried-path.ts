/** The one file in a team folder whose name says nothing of its content [TF11]. */
export const TEAM_MARK = 'zhike-team.json'

const TOPS: ReadonlySet<string> = new Set([
  'members',
  'requests',
  'segments',
  'snapshots',
  'templates',
  'attachments',
  'notes',
])
/** [TF3]; nothing that a team folder names is longer than 82 characters. */
const NAME = /^[0-9a-f-]{1,100}$/
const TEMPORARY = /^(?<name>[0-9a-z.-]{1,100})\.(?<maker>[0-9a-f]{6})[0-9a-f]{2}\.tmp$/
/** Folders below a top one, at most: segments/<writer>/<sssss>/<name>. */
const MOST_PARTS = 4

const isName = (part: string, at: number): boolean => (at === 0 ? TOPS.has(part) : NAME.test(part))

/** Whether this is a name that a team folder gives, at that depth below its root. */
export const isTeamName = (part: string, depth: number): boolean =>
  isName(part, depth) || (depth === 0 && part === TEAM_MARK)

/** The parts of a folder's path; anything that [TF3] does not name is a bug of the caller. */
export function dirParts(dir: string): readonly string[] {
  const parts = dir === '' ? [] : dir.split('/')
  if (parts.length >= MOST_PARTS || !parts.every(isName))
    throw new Error(`no folder of a team folder: ${dir}`)
  return parts
}

/** The parts of a file's path; anything that [TF3] does not name is a bug of the caller. */
export function fileParts(path: string): readonly string[] {
  if (path === TEAM_MARK) return [path]
  const parts = path.split('/')
  if (parts.length < 2 || parts.length > MOST_PARTS || !parts.every(isName)) {
    throw new Error(`no file of a team folder: ${path}`)
  }
  return parts
}

/** The first digits of a device's temporary names, so that it knows its own again after a crash. */
const makerOf = (device: string): string => device.slice(0, 6)

/** `<name>.<8 hex>.tmp` [TF4]: six digits of the device and two by chance. */
export const temporaryName = (name: string, device: string, chance: number): string =>
  `${name}.${makerOf(device)}${(chance & 0xff).toString(16).padStart(2, '0')}.tmp`

/** Whether this device left the file behind when a write of its own was cut off. */
export const isOwnTemporary = (name: string, device: string): boolean =>
  TEMPORARY.exec(name)?.groups?.['maker'] === makerOf(device)

/** The parts of a path that this device may remove: its temporary files and its notes. Anything else is a bug. */
export function ownParts(path: string, device: string): readonly string[] {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  const folder = parts.slice(0, -1).join('/')
  if (isOwnTemporary(name, device)) return [...dirParts(folder), name]
  if (folder === `notes/${device}`) return fileParts(path)
  throw new Error(`not this computer's own to remove: ${path}`)
}
