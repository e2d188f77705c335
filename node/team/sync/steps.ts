import type { FileFailure } from '../../../shared/ipc/contract'
import { err, type Result } from '../../../shared/kernel/result'
import type { CarrierFailure } from '../team-folder'

/** Why a pass stops: the carrier or this computer's own disk. */
export type PassFailure =
  | { readonly of: 'carrier'; readonly failure: CarrierFailure }
  | { readonly of: 'disk'; readonly failure: FileFailure }

export type Step<T> = Promise<Result<T, PassFailure>>

export const carrierFailed = (failure: CarrierFailure) => err<PassFailure>({ of: 'carrier', failure })
export const diskFailed = (failure: FileFailure) => err<PassFailure>({ of: 'disk', failure })
