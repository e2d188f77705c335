/** 0 ≤ n < 1. */
export type Chance = () => number

/** How a pass ended. */
export type PassEnd = 'reached' | 'offline'

export interface PulseOptions {
  readonly chance: Chance
}

/** Milliseconds between two passes while somebody works in the window; apart by chance, so that computers do not march in step. */
const IN_USE = { least: 15_000, most: 30_000 }
/** Milliseconds without a key or a click after which passes become rarer: from then on as long apart as half of that time. */
const IDLE_AFTER = 120_000
const IDLE_MOST = 300_000
/** Milliseconds after the first failed pass; twice as long after each further one. */
const OFFLINE = { least: 30_000, most: 600_000 }
/** Milliseconds after a save: what else is saved at once goes along. */
const AFTER_SAVE = { least: 2_000, most: 3_000 }
/** Milliseconds that a hint of the file system waits: files often come in bunches. */
const AFTER_HINT = 500
/** Milliseconds between the end of a pass and one for a hint: what a pass writes is hinted at, too, and must not feed the next. */
const HINT_GAP = 5_000

/**
 * When the next pass of a sync begins. It holds no timer: whoever does asks `due()` after every word that is said here,
 * waits that long, calls `begin` and, when the pass is over, `end`. All times are milliseconds of one steady clock.
 */
export interface Pulse {
  /** A pass begins; false when one is running: then another one follows at its end. */
  readonly begin: (now: number) => boolean
  readonly end: (now: number, how: PassEnd) => void
  /** 立即同步: at once, also while the folder cannot be reached. */
  readonly demand: (now: number) => void
  /** The file system says that something changed there. A hint during a pass asks for another one. */
  readonly hint: (now: number) => void
  /** Something was saved here. */
  readonly saved: (now: number) => void
  /** Somebody works in the window. */
  readonly used: (now: number) => void
  /** The time of the next pass; null while one is running. A time that is past means now. */
  readonly due: () => number | null
}

export function createPulse({ chance }: PulseOptions, start: number): Pulse {
  let isRunning = false
  /** A pass that is wished for earlier than its turn. */
  let wished = start
  let turn = start
  let lastUse = start
  let failures = 0
  let lastEnd = -Infinity
  let isHinted = false

  const between = ({ least, most }: { readonly least: number; readonly most: number }): number =>
    least + (most - least) * chance()

  const untilNext = (now: number): number => {
    const usual = between(IN_USE)
    if (failures > 0) {
      const longest = Math.min(OFFLINE.most, OFFLINE.least * 2 ** (failures - 1))
      // Never less than the least, and by up to a fifth earlier than the longest.
      return Math.max(OFFLINE.least, longest * (1 - chance() / 5))
    }
    const idle = now - lastUse
    if (idle < IDLE_AFTER) return usual
    return Math.min(IDLE_MOST, Math.max(usual, idle / 2)) * (0.8 + chance() / 5)
  }

  const wish = (at: number): void => {
    wished = Math.min(wished, at)
  }

  return {
    begin: (now) => {
      if (isRunning) {
        wish(now)
        return false
      }
      isRunning = true
      wished = Infinity
      return true
    },
    end: (now, how) => {
      isRunning = false
      failures = how === 'reached' ? 0 : failures + 1
      turn = now + untilNext(now)
      lastEnd = now
      if (isHinted && failures === 0) wish(now + HINT_GAP)
      isHinted = false
    },
    demand: wish,
    hint: (now) => {
      if (isRunning) isHinted = true
      // While it is offline a watcher may chatter about the folder's own comings and goings.
      else if (failures > 0) wish(now + OFFLINE.least)
      else wish(Math.max(now + AFTER_HINT, lastEnd + HINT_GAP))
    },
    saved: (now) => {
      // A save wakes nothing that cannot be reached: its own turn comes, and the change is safe here.
      if (failures === 0) wish(now + between(AFTER_SAVE))
    },
    used: (now) => {
      const wasIdle = now - lastUse >= IDLE_AFTER
      lastUse = now
      // Who comes back wants to see what arrived meanwhile.
      if (wasIdle && failures === 0) wish(now)
    },
    due: () => (isRunning ? null : Math.min(wished, turn)),
  }
}
