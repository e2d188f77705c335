import type { FileFailure } from '../../shared/ipc/contract'

/** The typed failure that stands behind an error of Node's file functions. Anything else is a bug and thrown on. */
export function fileFailure(error: unknown, path: string): FileFailure {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (typeof code !== 'string' || !(error instanceof Error)) throw error
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { type: 'DiskFull', path }
    case 'EACCES':
    case 'EPERM':
      return { type: 'NotWritable', path }
    case 'EROFS':
      return { type: 'ReadOnly', path }
    case 'ENOENT':
    case 'ENOTDIR':
      return { type: 'NotFound', path }
    case 'EBUSY':
    case 'ETXTBSY':
      return { type: 'Busy', path }
    default:
      return { type: 'Io', path, code }
  }
}
