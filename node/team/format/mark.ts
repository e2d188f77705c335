import { canonicalJson, type Json } from '../../../shared/kernel/canonical-json'
import { fromHex, toHex } from '../../../shared/kernel/bytes'
import type { RandomBytes } from '../../../shared/kernel/clock'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { parsePayload } from '../../../shared/store/payload'
import { isObject, type JsonObject } from '../../../shared/store/read-edit'
import { isKey, isSignedBy, sign, type KeyPair } from './identity'
import { makeLock, readLock, unlock, type Lock } from '../../secrets/lock'
import { isText, isTime } from './texts'

export type { Lock } from '../../secrets/lock'

/** What `zhike-team.json` says. [TF11] */
export interface TeamMark {
  readonly format: 1
  /** The id of the team's data folders: 32 hex digits. */
  readonly team: string
  /** The public half of the key that admits computers. */
  readonly seal: string
  /** For people. */
  readonly name: string
  /** Milliseconds since 1970, by the founder's clock. */
  readonly created: number
  readonly lock: Lock | null
}

export interface NewMark {
  readonly team: string
  readonly seal: KeyPair
  readonly name: string
  readonly created: number
  readonly random: RandomBytes
}

const FORMAT = 1
/** A mark is short; a longer file is none. */
export const MOST_MARK = 65_536

const SIGNED = Buffer.from('zhike team 1\n', 'ascii')

const signedText = (json: JsonObject): Uint8Array =>
  Buffer.concat([SIGNED, Buffer.from(canonicalJson(json), 'utf8')])

/** A new team's mark; with a passphrase also a lock and the team's secret. `log2N`: the lock's cost, less in tests. */
export async function makeMark(
  { team, seal, name, created, random }: NewMark,
  { passphrase, log2N }: { readonly passphrase: string | null; readonly log2N?: number },
): Promise<{ readonly bytes: Uint8Array; readonly mark: TeamMark; readonly secret: Uint8Array | null }> {
  const locked = passphrase === null ? null : await makeLock(team, passphrase, random, log2N)
  const mark: TeamMark = { format: FORMAT, team, seal: seal.key, name, created, lock: locked?.lock ?? null }
  const json = mark as unknown as JsonObject
  const signed: Json = { ...json, signature: toHex(sign(signedText(json), seal)) }
  return { bytes: Buffer.from(canonicalJson(signed), 'utf8'), mark, secret: locked?.secret ?? null }
}

export type MarkFailure =
  | { readonly type: 'newer'; readonly format: number }
  /** Not a mark, or one that was cut. */
  | { readonly type: 'damaged' }
  /** Its text is whole and the seal did not sign it: changed by somebody, or damaged within. */
  | { readonly type: 'forged' }

/** Reads a mark. Whether it is the team's that this computer joined is for the caller: compare `team` and `seal`. */
export function readMark(bytes: Uint8Array): Result<TeamMark, MarkFailure> {
  const json = bytes.length > MOST_MARK ? undefined : parsePayload(bytes)
  if (!isObject(json)) return err({ type: 'damaged' })
  const { format, team, seal, name, created, lock, signature, ...further } = json
  if (!Number.isSafeInteger(format) || Number(format) < 1) return err({ type: 'damaged' })
  if (Number(format) > FORMAT) return err({ type: 'newer', format: Number(format) })
  if (typeof team !== 'string' || !/^[0-9a-f]{32}$/.test(team) || !isKey(seal)) {
    return err({ type: 'damaged' })
  }
  const read = lock === null ? null : readLock(lock)
  if (!isText(name, 1) || !isTime(created) || (lock !== null && read === null)) {
    return err({ type: 'damaged' })
  }
  if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/.test(signature)) return err({ type: 'damaged' })
  const said = { format: FORMAT, team, seal, name, created, lock: lock ?? null, ...further }
  const bytesOfSignature = fromHex(signature) ?? new Uint8Array()
  if (!isSignedBy(seal, signedText(said), bytesOfSignature)) return err({ type: 'forged' })
  return ok({ format: FORMAT, team, seal, name, created, lock: read })
}

/** The secret of a locked team. Throws for one without a lock: nobody is to be asked for a passphrase there. */
export async function openLock(
  { team, lock }: TeamMark,
  passphrase: string,
): Promise<Result<Uint8Array, { readonly type: 'WrongPassphrase' }>> {
  if (lock === null) throw new Error('this team has no lock')
  const secret = await unlock(team, lock, passphrase)
  return secret === null ? err({ type: 'WrongPassphrase' }) : ok(secret)
}
