import { scanSegment, type SegmentScan } from '../../shared/store/segment'
import { sha256 } from './native-sha256'

const scans = new WeakMap<Uint8Array, SegmentScan>()

/**
 * What is in the bytes of a segment that came or goes: it is asked for its end, its changes and whether it joins, and reading
 * it takes longer than all of that. Whoever asks leaves the bytes as they are.
 */
export function scanOnce(bytes: Uint8Array): SegmentScan {
  let scan = scans.get(bytes)
  if (scan === undefined) scans.set(bytes, (scan = scanSegment(bytes, sha256)))
  return scan
}
