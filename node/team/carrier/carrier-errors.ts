import type { CarrierFailure } from './team-folder'

export type CarrierAct = 'looking' | 'making' | 'removing'

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'

/** What passes by itself: a virus scanner or a cloud drive holds a file for a moment after it was written. */
const PASSING: ReadonlySet<string> = new Set([
  'EBUSY',
  'EPERM',
  'EACCES',
  'EAGAIN',
  'ETXTBSY',
  'EMFILE',
  'ENFILE',
])
export const isPassing = (code: string): boolean => PASSING.has(code)

/** A file system without hard links, or one that refuses this rename; Windows says EISDIR for a function that is not there. */
const REFUSED: ReadonlySet<string> = new Set([
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EXDEV',
  'EMLINK',
  'EISDIR',
  'UNKNOWN',
])
export const isRefused = (code: string): boolean => REFUSED.has(code)

/** Flushing is the carrier's affair: many shares and FUSE file systems do not have it. */
const UNFLUSHABLE: ReadonlySet<string> = new Set([
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EPERM',
  'EACCES',
  'EISDIR',
  'EBADF',
])
export const isUnflushable = (code: string): boolean => UNFLUSHABLE.has(code)

/**
 * The failure for a code of errno(3), of something inside a root that is there. EACCES and EPERM mean a folder that may
 * not be written when something was to be made; when something was to be read, one file that this user may not see.
 */
export function carrierFailure(code: string, act: CarrierAct): CarrierFailure {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      // What is being made has just got its folder: somebody takes things away while it is written.
      return act === 'making' ? { type: 'Failed', reason: code } : { type: 'NotFound' }
    case 'EEXIST':
      return { type: 'Taken' }
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { type: 'Full' }
    case 'EROFS':
      return { type: 'ReadOnly' }
    case 'EACCES':
    case 'EPERM':
      return act === 'looking' ? { type: 'Failed', reason: code } : { type: 'ReadOnly' }
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'ENETRESET':
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
    case 'ENOTCONN':
    case 'ECONNRESET':
    case 'ECONNABORTED':
    case 'ECONNREFUSED':
    case 'EPIPE':
    case 'ETIMEDOUT':
    case 'ESTALE':
    case 'EREMOTEIO':
    case 'ENOTSOCK':
    case 'ESHUTDOWN':
    case 'ECANCELED':
      return { type: 'Unreachable', reason: code }
    default:
      return { type: 'Failed', reason: code }
  }
}
