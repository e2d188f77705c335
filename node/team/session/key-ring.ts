import { err, ok, type Result } from '../../../shared/kernel/result'
import type { FileFailure } from '../../../shared/ipc/contract'
import { canonicalJson } from '../../../shared/kernel/canonical-json'
import { fromHex, toHex } from '../../../shared/kernel/bytes'
import { parsePayload } from '../../../shared/store/payload'
import { isObject } from '../../../shared/store/read-edit'
import type { FilePort } from '../../store/file-port'
import { makeLastingDir, readIfThere, writeWhole } from '../../store/write-file'
import { join } from 'node:path'
import { isKey } from '../format/identity'

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

/** The system's protection of what is kept: Electron's `safeStorage` in the program. Both may throw. */
export interface KeyProtection {
  readonly protect: (text: string) => Uint8Array
  readonly unprotect: (bytes: Uint8Array) => string
}

export type KeyFailure =
  | FileFailure
  /** The system does not open what is kept, or it is damaged: copied from another computer or account, as a rule. */
  | { readonly type: 'KeysUnavailable'; readonly reason: string }

export interface KeyRing {
  /** null: this computer keeps nothing of that team. */
  readonly read: (team: string) => Promise<Result<TeamKeys | null, KeyFailure>>
  /** Written whole and flushed: what was kept before, or this, is there afterwards. */
  readonly write: (keys: TeamKeys) => Promise<Result<null, KeyFailure>>
  /** Leaves what was kept under another name (`<team>.keys.left-<n>`), in case that leaving was a mistake. */
  readonly putAway: (team: string) => Promise<Result<null, KeyFailure>>
}

const TEAM = /^[0-9a-f]{32}$/

/** `dir`: a folder of this computer's profile. One file for each team. */
export function keyRing(files: FilePort, dir: string, { protect, unprotect }: KeyProtection): KeyRing {
  const fileOf = (team: string): string => {
    if (!TEAM.test(team)) throw new Error('a team has 32 hex digits')
    return join(dir, `${team}.keys`)
  }
  return {
    read: async (team) => {
      const bytes = await readIfThere(files, fileOf(team))
      if (!bytes.ok) return bytes
      if (bytes.value === null) return ok(null)
      const opened = attempt(() => unprotect(keptIn(bytes.value ?? new Uint8Array())))
      if (!opened.ok) return opened
      const keys = parseKeys(opened.value)
      return keys?.team === team ? ok(keys) : err({ type: 'KeysUnavailable', reason: '密钥文件已损坏' })
    },
    write: async (keys) => {
      const text = canonicalJson({ ...keys })
      if (parseKeys(text) === null) throw new Error('keys that could not be read again')
      const kept = attempt(() => protect(text))
      if (!kept.ok) return kept
      const made = await makeLastingDir(files, dir)
      if (!made.ok) return made
      const json = canonicalJson({ v: 1, kept: toHex(kept.value) })
      return writeWhole(files, fileOf(keys.team), Buffer.from(json, 'utf8'))
    },
    putAway: async (team) => {
      const there = await files.stat(fileOf(team))
      if (!there.ok) return there.error.type === 'NotFound' ? ok(null) : there
      let n = 1
      // What was put away before may hold the only copy of the seal: it is never replaced.
      while ((await files.stat(leftFile(fileOf(team), n))).ok) n++
      const renamed = await files.rename(fileOf(team), leftFile(fileOf(team), n))
      return renamed.ok ? files.flushDir(dir) : renamed
    },
  }
}

const leftFile = (file: string, n: number): string => `${file}.left-${String(n)}`

function attempt<T>(act: () => T): Result<T, KeyFailure> {
  try {
    return ok(act())
  } catch (error) {
    return err({ type: 'KeysUnavailable', reason: error instanceof Error ? error.message : String(error) })
  }
}

/** The protected bytes in a key file. */
function keptIn(file: Uint8Array): Uint8Array {
  const json = parsePayload(file)
  const kept = isObject(json) && json['v'] === 1 ? json['kept'] : null
  const bytes = typeof kept === 'string' ? fromHex(kept) : null
  if (bytes === null) throw new Error('密钥文件已损坏')
  return bytes
}

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
