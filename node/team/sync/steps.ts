import type { FileFailure } from '../../../shared/ipc/contract'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { CarrierFailure } from '../carrier/team-folder'
import type { TeamDesk } from './team-desk'

/** Why a pass stops: the carrier or this computer's own disk. */
export type PassFailure =
  | { readonly of: 'carrier'; readonly failure: CarrierFailure }
  | { readonly of: 'disk'; readonly failure: FileFailure }

export type Step<T> = Promise<Result<T, PassFailure>>

export const carrierFailed = (failure: CarrierFailure) => err<PassFailure>({ of: 'carrier', failure })
export const diskFailed = (failure: FileFailure) => err<PassFailure>({ of: 'disk', failure })

/** Whether one call did not come back in time, or is put off because it did not before: that says nothing of the other files. */
export const isHanging = (failure: CarrierFailure): boolean =>
  failure.type === 'Unreachable' && (failure.reason === 'TIMEOUT' || failure.reason === 'PUTOFF')

/** A folder that takes nothing now (read-only, full) is told; what is in it is taken all the same. */
export function unlessItTakesNothing<T>(
  { told, keys }: Pick<TeamDesk, 'told' | 'keys'>,
  done: Result<T, PassFailure>,
  instead: T,
): Result<T, PassFailure> {
  if (done.ok || done.error.of !== 'carrier') return done
  const { type } = done.error.failure
  if (type !== 'ReadOnly' && type !== 'Full') return done
  told.say({ problem: type === 'Full' ? 'folderFull' : 'readOnlyFolder', path: keys.path })
  return ok(instead)
}

/** A file that hangs while it is put is put off alone: the rest of the pass goes on. */
export function unlessItHangs<T>(done: Result<T, PassFailure>, instead: T): Result<T, PassFailure> {
  const hangs = !done.ok && done.error.of === 'carrier' && isHanging(done.error.failure)
  return hangs ? ok(instead) : done
}
