import type { Sha256 } from '../../../../shared/kernel/sha256'
import { scanSegment as scan, type SegmentScan } from '../../../../shared/store/segment'
import { ByBytes } from './by-bytes'

export * from '../../../../shared/store/segment'

const known = new ByBytes<SegmentScan>()

/** A segment is scanned when it comes, when it is put, and at every start of every computer that has it. */
export function scanSegment(file: Uint8Array, sha256: Sha256, limit = file.length): SegmentScan {
  return known.of(file, String(limit), () => scan(file, sha256, limit))
}
