import type { TeamProblem } from '../../../shared/team'

/** Besides its bytes, what the judgement on a file rests on: it is asked again as soon as that is another. */
export type RestsOn =
  | { readonly on: 'bytes' }
  /** Who belongs to the team. `roster`: the stamp of all that the seal said. */
  | { readonly on: 'roster'; readonly roster: string }
  /** A segment that joins the chain `previous`, which is not here. */
  | { readonly on: 'previous'; readonly previous: string }
  /** How far its writer's history reaches here. `end`: the chain at its end. */
  | { readonly on: 'history'; readonly end: string }

export interface Aside {
  readonly size: number
  readonly restsOn: RestsOn
  /** What is told at every pass while it stands aside; null: nothing. */
  readonly problem: TeamProblem | null
  /** The computer that is not admitted (yet) and whose segment waits; null: it is another reason. */
  readonly waitsFor: string | null
}

interface Kept extends Aside {
  /** In passes. */
  readonly pause: number
  /** The pass from which on it is read again although nothing is known to have changed. */
  readonly again: number
}

/** How things stand, to be compared with what a judgement rests on. */
export interface Standing {
  readonly roster: string
  /** Whether a segment that joins this chain could be taken now. */
  readonly joins: (previous: string) => boolean
  /** The chain at the end of the writer's history here. */
  readonly endHere: () => string
}

/** Longest pause, in passes, before a file is read again although nothing changed: its bytes may have been mended. */
const LONGEST = 64
/** So many of them at most in one pass: however many stand aside, a pass in which nothing happens costs the same. */
const MOST_A_PASS = 8

/**
 * Files of the team folder that were read and not taken, by path. One is read again when its size changes, when that on
 * which its judgement rests changes, and otherwise ever more rarely: a carrier may mend it under the same name and size.
 */
export class AsideFiles {
  readonly #kept = new Map<string, Kept>()
  #pass = 0
  #due: ReadonlySet<string> = new Set()
  #isHurried = false

  beginPass(pass: number): void {
    this.#pass = pass
    const due = [...this.#kept].filter(([, { again }]) => this.#isHurried || again <= pass)
    const chosen = due.slice(0, this.#isHurried ? due.length : MOST_A_PASS)
    this.#due = new Set(chosen.map(([path]) => path))
    // One that nobody asks for any more must not stay in front of those that somebody does.
    for (const [path, kept] of chosen) {
      this.#kept.delete(path)
      this.#kept.set(path, kept)
    }
    this.#isHurried = false
  }

  /** The judgement that still holds; null: the file is to be read. */
  holding(path: string, size: number, now: Standing): Aside | null {
    const kept = this.#kept.get(path)
    if (kept?.size !== size || this.#due.has(path)) return null
    return hasChanged(kept.restsOn, now) ? null : kept
  }

  put(path: string, aside: Aside): void {
    const before = this.#kept.get(path)
    const pause = before?.size === aside.size ? Math.min(LONGEST, before.pause * 2) : 2
    // At the end of the line: those that were not asked for the longest time come first.
    this.#kept.delete(path)
    this.#kept.set(path, { ...aside, pause, again: this.#pass + pause })
  }

  forget(path: string): void {
    this.#kept.delete(path)
  }

  /** The next pass reads all of them again: for 立即同步. */
  hurry(): void {
    this.#isHurried = true
  }
}

function hasChanged(restsOn: RestsOn, now: Standing): boolean {
  switch (restsOn.on) {
    case 'bytes':
      return false
    case 'roster':
      return restsOn.roster !== now.roster
    case 'previous':
      return now.joins(restsOn.previous)
    case 'history':
      return restsOn.end !== now.endHere()
  }
}
