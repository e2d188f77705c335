import type { FileFailure } from '../../../shared/ipc/contract'
import type { TeamFailure } from '../../../shared/team'
import type { KeyFailure } from './key-ring'
import type { PassFailure } from '../sync/steps'
import { carrierFailure } from './look'

export function keyFailure(failure: KeyFailure): TeamFailure {
  const reason = failure.type === 'KeysUnavailable' ? failure.reason : failure.type
  return { type: 'KeysUnavailable', reason }
}

/** Why a pass stopped, for whoever asked for it. */
export const passFailure = (failure: PassFailure, path: string): TeamFailure | FileFailure =>
  failure.of === 'carrier' ? carrierFailure(failure.failure, path) : failure.failure

/** The same where only the team folder can be at fault. */
export const putFailure = (failure: PassFailure, path: string): TeamFailure =>
  failure.of === 'carrier'
    ? carrierFailure(failure.failure, path)
    : { type: 'TeamFileFailed', path, reason: failure.failure.type }
