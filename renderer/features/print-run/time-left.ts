/** Milliseconds and sheets after which the rest can be guessed. */
const LEAST_TIME = 1500
const LEAST_DONE = 10

/** Seconds until the rest is through, judged by what is; null while that would be a mere guess. `passed` in milliseconds. */
export function secondsLeft(done: number, count: number, passed: number): number | null {
  if (passed < LEAST_TIME || done < LEAST_DONE || done >= count) return null
  return Math.ceil(((count - done) * passed) / done / 1000)
}
