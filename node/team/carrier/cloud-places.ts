import type { CloudPlace } from '../../../shared/team/cloud-place'

/** What is known of a data folder's surroundings. Nothing is looked up here. */
export interface Surroundings {
  /** Absolute, of Windows or POSIX. */
  readonly path: string
  /** Names that stand in the folders above it (and in it), by those folders' paths. */
  readonly names?: ReadonlyMap<string, readonly string[]>
  /** Environment variables; cloud drives say their folders there. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Parts of a path by which a cloud drive's folder is known; compared in lower case. */
const PARTS: readonly { readonly place: CloudPlace; readonly part: RegExp }[] = [
  // `OneDrive`, `OneDrive - 示例公司`, `OneDrive-Personal`; on macOS below Library/CloudStorage.
  { place: 'OneDrive', part: /^onedrive(?:$|[ -])/ },
  // `Nutstore`, `我的坚果云`, `Nutstore Files`; the account's number behind it where there are several.
  { place: 'Nutstore', part: /^(?:nutstore(?:$|[ ._-]| files)|.*坚果云)/ },
  { place: 'Dropbox', part: /^dropbox(?:$|[ -])/ },
  { place: 'iCloud', part: /^(?:iclouddrive|icloud drive|icloud云盘|mobile documents|com~apple~clouddocs)$/ },
  {
    place: 'BaiduNetdisk',
    part: /^(?:baidunetdiskworkspace|baidusyncdisk|baidunetdisk|百度网盘.*|.*百度.*同步.*)$/,
  },
  { place: 'WpsDrive', part: /^(?:wpsdrive|wps ?云盘|wps ?网盘|wps cloud files|wps云文档)$/ },
  { place: 'GoogleDrive', part: /^(?:google ?drive(?:$|[ -]).*|googledrive-.*|my drive|我的云端硬盘)$/ },
  // A folder that people call Sync is one of Syncthing only with its mark.
  { place: 'Syncthing', part: /^syncthing$/ },
]

/** Names that a cloud drive leaves in the folders that it copies. */
const MARKS: readonly { readonly place: CloudPlace; readonly name: RegExp }[] = [
  { place: 'Syncthing', name: /^\.stfolder$|^\.stignore$|^\.stversions$/ },
  { place: 'Dropbox', name: /^\.dropbox(?:\.cache|\.device)?$/ },
  { place: 'Nutstore', name: /^\.nutstore|^\.nsmeta/ },
  { place: 'OneDrive', name: /^\.849c9593-d756-4e56-8d6e-42412f2a707b$/ },
  { place: 'GoogleDrive', name: /^\.tmp\.drive(?:down|up)load$/ },
  { place: 'BaiduNetdisk', name: /^\.baidusyncdisk|^\.bdsync/ },
]

const VARIABLES: readonly { readonly place: CloudPlace; readonly name: string }[] = [
  { place: 'OneDrive', name: 'OneDrive' },
  { place: 'OneDrive', name: 'OneDriveConsumer' },
  { place: 'OneDrive', name: 'OneDriveCommercial' },
]

/** Which cloud drive or network drive a folder lies in; null when nothing speaks for one. The surest sign counts first. */
export function cloudPlaceOf({ path, names, env = {} }: Surroundings): CloudPlace | null {
  for (const { place, name } of VARIABLES) {
    const folder = env[name]
    if (folder !== undefined && folder !== '' && isWithin(path, folder)) return place
  }
  for (const found of [...(names?.values() ?? [])].flat()) {
    const mark = MARKS.find(({ name }) => name.test(found.toLowerCase()))
    if (mark !== undefined) return mark.place
  }
  for (const part of partsOf(path)) {
    const known = PARTS.find((one) => one.part.test(part))
    if (known !== undefined) return known.place
  }
  return isNetworkPath(path) ? 'networkDrive' : null
}

/** `\\server\share`, also as `\\?\UNC\server\share`; `\\?\C:\` and `\\.\` are of this computer. */
const isNetworkPath = (path: string): boolean =>
  /^\\\\(?:\?\\UNC\\|[^\\?.])/i.test(path.replaceAll('/', '\\'))

/** The folders whose names are worth reading: the folder itself and all above it, nearest first. */
export function foldersAbove(path: string): readonly string[] {
  const found: string[] = []
  let rest = path.replace(/[\\/]+$/, '')
  while (rest !== '' && !/^[A-Za-z]:$/.test(rest)) {
    found.push(rest)
    const cut = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('\\'))
    if (cut <= 0) break
    rest = rest.slice(0, cut).replace(/[\\/]+$/, '')
  }
  return found
}

/** macOS may spell a name with its accents apart. */
const partsOf = (path: string): readonly string[] =>
  path
    .normalize('NFC')
    .toLowerCase()
    .split(/[\\/]+/)
    .filter((part) => part !== '')

function isWithin(path: string, folder: string): boolean {
  const inner = partsOf(path)
  const outer = partsOf(folder)
  return outer.length > 0 && outer.every((part, at) => inner[at] === part)
}
