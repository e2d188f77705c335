import { createHash } from 'node:crypto'
import type { Sha256 } from '../../shared/kernel/sha256'

/** SHA-256 by Node's own code: about ten times faster than the portable one. */
export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()
