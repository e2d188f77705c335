import { failureOf } from '../../node/store/node-files'
import type { FileFailure } from '../../shared/ipc/contract'

/** The typed failure that stands behind an error of Node's file functions. Anything else is a bug and thrown on. */
export function fileFailure(error: unknown, path: string): FileFailure {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return failureOf(path, error.code)
  }
  throw error
}
