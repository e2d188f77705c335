import type { BackupKeyFailure } from '../../shared/ipc/safety'
import type { RandomBytes } from '../../shared/kernel/clock'
import { ok, type Result } from '../../shared/kernel/result'
import type { MakeBackupOptions } from './backup'
import type { BackupKeys } from './backup-keys'

/** What every backup of this computer is made with. */
export type Fitting = Pick<MakeBackupOptions, 'maker' | 'settings' | 'seal'>

export interface FittingParts {
  readonly maker: NonNullable<Fitting['maker']>
  /** This computer's settings as a backup brings them along. */
  readonly settings: () => Uint8Array
  readonly keys: Pick<BackupKeys, 'read'>
  readonly random: RandomBytes
}

/** Where backups are to be encrypted and the key cannot be read none is made: never a readable one in its stead. */
export async function fitBackup({
  maker,
  settings,
  keys,
  random,
}: FittingParts): Promise<Result<Fitting, BackupKeyFailure>> {
  const key = await keys.read()
  if (!key.ok) return key
  const seal = key.value === null ? {} : { seal: { key: key.value, random } }
  return ok({ maker, settings: settings(), ...seal })
}
