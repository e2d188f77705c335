import { READ_LIMITS, type ReadLimits } from '../../../node/import/limits'
import { readHere } from '../../../node/import/read-here'

/** A file of tables, read in this process. */
export const readBytes = (bytes: Uint8Array, limits: ReadLimits = READ_LIMITS) =>
  readHere(Buffer.from(bytes), limits)
