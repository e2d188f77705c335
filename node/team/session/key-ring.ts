import { err, ok, type Result } from '../../../shared/kernel/result'
import { canonicalJson } from '../../../shared/kernel/canonical-json'
import { parsePayload } from '../../../shared/store/payload'
import { isObject } from '../../../shared/store/read-edit'
import {
  readProtected,
  writeProtected,
  type KeyFailure,
  type KeyProtection,
} from '../../secrets/protected-file'
import type { FilePort } from '../../store/file-port'
import { readIfThere, writeWhole } from '../../store/write-file'
import { isKey } from '../format/identity'
import { keyFile } from './key-file'

/** What a computer keeps of its team, outside of data folder and backups. [TF1] */
export interface TeamKeys {
  readonly team: string
  /** Public half of the team's seal, as it was when this computer joined. */
  readonly seal: string
  /** Secret half; null: this computer admits nobody. */
  readonly sealSecret: string | null
  /** Secret half of this device's key. */
  readonly deviceSecret: string
  /** The secret of a locked team, 64 hex digits; null without a lock. */
  readonly teamSecret: string | null
  /** Where the team folder is on this computer. */
  readonly path: string
  /** What this computer is called in the team. */
  readonly name: string
  /** What the team is called, for while the folder cannot be reached. */
  readonly title?: string
  /** The letter of its numbers as far as it knows: it has to number also where the folder cannot be reached. '' before it asked. [TF14] */
  readonly letter: string
}

export type { KeyFailure, KeyProtection }

export interface KeyRing {
  /** null: this computer keeps nothing of that team. */
  readonly read: (team: string) => Promise<Result<TeamKeys | null, KeyFailure>>
  /** Written whole and flushed: what was kept before, or this, is there afterwards. */
  readonly write: (keys: TeamKeys) => Promise<Result<null, KeyFailure>>
  /** Whether the system's key store guards what is kept. */
  readonly isProtected: () => boolean
  /** Keys of a founding that has begun; they count for nothing before `promote`. [TF25] */
  readonly readBegun: (team: string) => Promise<Result<TeamKeys | null, KeyFailure>>
  readonly writeBegun: (keys: TeamKeys) => Promise<Result<null, KeyFailure>>
  /** Other keys in the place of what is kept, which stands beside them from then on, readable or not. */
  readonly replace: (keys: TeamKeys) => Promise<Result<null, KeyFailure>>
  /** The keys of the founding that has begun are this computer's from now on; what was kept before stands beside them. */
  readonly promote: (team: string) => Promise<Result<null, KeyFailure>>
  /** Leaves what was kept under another name (`<team>.keys.left-<n>`), in case that leaving was a mistake. */
  readonly putAway: (team: string) => Promise<Result<null, KeyFailure>>
}

const TEAM = /^[0-9a-f]{32}$/

/** `dir`: a folder of this computer's profile. One file for each team, which nobody but this account opens. */
export function keyRing(files: FilePort, dir: string, protection: KeyProtection): KeyRing {
  const fileOf = (team: string, ending = 'keys'): string => {
    if (!TEAM.test(team)) throw new Error('a team has 32 hex digits')
    return keyFile(dir, team, ending)
  }
  const begun = (team: string): string => fileOf(team, 'founding')
  /** What was put away before may hold the only copy of the seal: it is never replaced. */
  const freeName = async (team: string): Promise<string> => {
    let n = 1
    while ((await files.stat(leftFile(fileOf(team), n))).ok) n++
    return leftFile(fileOf(team), n)
  }
  const putAway = async (team: string, file: string): Promise<Result<null, KeyFailure>> => {
    const there = await files.stat(file)
    if (!there.ok) return there.error.type === 'NotFound' ? ok(null) : there
    const renamed = await files.rename(file, await freeName(team))
    return renamed.ok ? files.flushDir(dir) : renamed
  }
  /** A copy beside: at every moment there are keys, those of before or the other ones. */
  const copyAside = async (team: string): Promise<Result<null, KeyFailure>> => {
    const there = await readIfThere(files, fileOf(team))
    if (!there.ok || there.value === null) return there.ok ? ok(null) : there
    return writeWhole(files, await freeName(team), there.value, 'private')
  }
  return {
    isProtected: protection.isProtecting,
    read: async (team) => readKeys(files, protection, team, fileOf(team)),
    write: async (keys) => writeKeys(files, protection, keys, fileOf(keys.team)),
    putAway: async (team) => putAway(team, fileOf(team)),
    readBegun: async (team) => readKeys(files, protection, team, begun(team)),
    writeBegun: async (keys) => {
      const away = await putAway(keys.team, begun(keys.team))
      return away.ok ? writeKeys(files, protection, keys, begun(keys.team)) : away
    },
    replace: async (keys) => {
      const away = await copyAside(keys.team)
      return away.ok ? writeKeys(files, protection, keys, fileOf(keys.team)) : away
    },
    promote: async (team) => {
      const away = await copyAside(team)
      const renamed = away.ok ? await files.rename(begun(team), fileOf(team)) : away
      return renamed.ok ? files.flushDir(dir) : renamed
    },
  }
}

async function readKeys(
  files: FilePort,
  protection: KeyProtection,
  team: string,
  file: string,
): Promise<Result<TeamKeys | null, KeyFailure>> {
  const text = await readProtected(files, protection, file)
  if (!text.ok || text.value === null) return text.ok ? ok(null) : text
  const keys = parseKeys(text.value)
  return keys?.team === team ? ok(keys) : err({ type: 'KeysUnavailable', reason: '密钥文件已损坏' })
}

async function writeKeys(
  files: FilePort,
  protection: KeyProtection,
  keys: TeamKeys,
  file: string,
): Promise<Result<null, KeyFailure>> {
  const text = canonicalJson({ ...keys })
  if (parseKeys(text) === null) throw new Error('keys that could not be read again')
  return writeProtected(files, protection, file, text)
}

const leftFile = (file: string, n: number): string => `${file}.left-${String(n)}`

function parseKeys(text: string): TeamKeys | null {
  const json = parsePayload(Buffer.from(text, 'utf8'))
  if (!isObject(json)) return null
  const { team, seal, sealSecret, deviceSecret, teamSecret, path, name, letter, title } = json
  if (typeof team !== 'string' || !TEAM.test(team) || !isKey(seal) || !isKey(deviceSecret)) return null
  if (sealSecret !== null && !isKey(sealSecret)) return null
  if (teamSecret !== null && !isKey(teamSecret)) return null
  if (typeof path !== 'string' || typeof name !== 'string' || typeof letter !== 'string') return null
  const known = typeof title === 'string' ? { title } : {}
  return { team, seal, sealSecret, deviceSecret, teamSecret, path, name, letter, ...known }
}
