/** Format of frames, segments and the data folder that this program writes. [ST3] */
export const FORMAT = 1

/** Version of a change's payload that this program writes; a higher one is kept, passed on and not folded. [ST15] */
export const CHANGE_VERSION = 1

/** A larger payload is refused when written and taken for damage when read. A firm's logo is the largest one. */
export const MAX_PAYLOAD_BYTES = 16 * 1024 * 1024

/** What one append may weigh, frame headers included: it must fit into one segment and into memory. */
export const MAX_APPEND_BYTES = 64 * 1024 * 1024

/** A segment is closed before an append when it has reached this size: small enough to be read and sent as a whole. */
export const SEGMENT_BYTES = 4 * 1024 * 1024

/** A file that claims to be a segment and is larger is not read. */
export const MAX_SEGMENT_FILE_BYTES = 2 * MAX_APPEND_BYTES

/** A segment is closed when it has been open for so long (milliseconds; 31 days). */
export const SEGMENT_AGE_MS = 31 * 24 * 60 * 60 * 1000

/** How far ahead of this computer's clock another writer's clock may pull ours, in milliseconds (10 minutes). */
export const CLOCK_PULL_MS = 10 * 60 * 1000

/** Longest name in a path, in UTF-16 units. */
export const MAX_NAME = 200

/** How often a change may have been carried from one journal into the next. */
export const MAX_CARRIED = 16

/** Deepest nesting of lists and objects in a payload. */
export const MAX_DEPTH = 64

/** Latest clock: the end of ECMAScript's dates, in the year 275760. */
export const MAX_CLOCK_MS = 8.64e15
