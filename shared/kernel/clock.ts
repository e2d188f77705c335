/** The wall clock, handed in by the composition root; `shared/` never reads the time itself. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number
}

/** Randomness, handed in like the clock. Returns `length` unpredictable bytes. */
export type RandomBytes = (length: number) => Uint8Array
