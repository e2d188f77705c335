import { FaultyFolder } from './faulty-team-view'
import { MemoryCarrier } from './memory-team-folder'
import type { Dice } from '../../node/demo/random'

/** What a carrier may do to its files; each is switched on by a share between 0 and 1. */
export interface Faults {
  /** Per file and device: seen only some passes after it was put; every file by itself, so that they come in another order. */
  readonly delay: number
  /** Per file and device: a beginning of it is seen first, the rest passes later. */
  readonly partial: number
  /** Per file and device: a conflict copy stands beside it. */
  readonly duplicate: number
  /** Per file and device: for some passes it bears only the name of a conflict copy. */
  readonly renamed: number
  /** Per file and device: for some passes its name is listed in upper case. */
  readonly folded: number
  /** Per file and device: seen, then not for some passes, then again. */
  readonly vanish: number
  /** Per pass and device: the folder is shown as it was some passes ago. */
  readonly old: number
  /** Per call: any failure; half of the puts that fail so are done all the same. */
  readonly refuse: number
  /** Per call: no answer in time; half of the puts are done all the same. */
  readonly hang: number
  /** Per pass and device, for some passes: the folder cannot be reached. */
  readonly gone: number
  /** Per pass and device, for some passes: an empty folder stands in its place. */
  readonly emptied: number
  /** Per pass and device, for some passes: everything is there but the mark. */
  readonly markMissing: number
  readonly readOnly: number
  readonly full: number
  /** Per put: from then on the carrier has only a beginning of the file, for everyone, until it is put again. */
  readonly truncated: number
  /** Per put: one bit is another, for everyone, until it is put again. */
  readonly flipped: number
  /** Per pass: the carrier loses a file for everyone; half of them come back some time. */
  readonly lost: number
}

export const NO_FAULTS: Faults = {
  delay: 0,
  partial: 0,
  duplicate: 0,
  renamed: 0,
  folded: 0,
  vanish: 0,
  old: 0,
  refuse: 0,
  hang: 0,
  gone: 0,
  emptied: 0,
  markMissing: 0,
  readOnly: 0,
  full: 0,
  truncated: 0,
  flipped: 0,
  lost: 0,
}

/**
 * A carrier that many devices share and each sees through faults of its own. Everything that happens is thrown with the
 * dice handed in: the same seed and the same calls give the same faults. Nothing waits; time is counted in passes.
 */
export class FaultyCarrier {
  /** What the carrier really has. */
  readonly truth: MemoryCarrier
  /** Paths whose bytes the carrier cut or changed, or whose file it lost, and that nobody has put again since. */
  readonly damaged = new Set<string>()
  /** Paths that somebody tried to put into an empty folder that stood in the place of the team's. */
  readonly stray: string[] = []
  readonly #put: string[] = []
  /** What is lost for now, and whether it was spoilt before. */
  readonly #away = new Map<string, { readonly bytes: Uint8Array; readonly isSpoilt: boolean }>()
  readonly #views: FaultyFolder[] = []

  constructor(
    readonly dice: Dice,
    public faults: Faults = NO_FAULTS,
    isLending = false,
  ) {
    this.truth = new MemoryCarrier(isLending)
  }

  /** The team folder as one device sees it; call `beginPass` before every pass of its sync. */
  folder(device: string): FaultyFolder {
    const view = new FaultyFolder(this, device, this.dice.apart(`view ${device} ${this.#views.length}`))
    this.#views.push(view)
    return view
  }

  /** Ends all faults: from now on everyone sees what the carrier has. What it lost or damaged has to be put again. */
  heal(): void {
    this.faults = NO_FAULTS
    for (const view of this.#views) view.heal()
  }

  /** Whatever the carrier does by itself from time to time. */
  weather(): void {
    const { dice, faults } = this
    if (faults.lost === 0) return
    if (this.#put.length > 0 && dice.chance(faults.lost)) this.#lose(dice.pick(this.#put))
    for (const [path, { bytes, isSpoilt }] of this.#away) {
      if (!dice.chance(0.1)) continue
      this.#away.delete(path)
      if (dice.chance(0.5) || this.truth.peek(path) !== undefined) continue
      this.truth.tamper(path, bytes)
      if (!isSpoilt) this.damaged.delete(path)
    }
  }

  /** What becomes of a file that was put: its bytes may be spoilt for everyone. */
  received(path: string): void {
    const { dice, faults } = this
    this.#put.push(path)
    this.damaged.delete(path)
    this.#away.delete(path)
    const bytes = this.truth.peek(path)
    if (bytes === undefined || bytes.length === 0) return
    if (faults.truncated > 0 && dice.chance(faults.truncated)) {
      this.#spoil(path, bytes.slice(0, dice.int(0, bytes.length - 1)))
    } else if (faults.flipped > 0 && dice.chance(faults.flipped)) {
      const at = dice.int(0, bytes.length - 1)
      this.#spoil(
        path,
        bytes.map((byte, index) => (index === at ? byte ^ (1 << dice.int(0, 7)) : byte)),
      )
    }
  }

  #spoil(path: string, bytes: Uint8Array): void {
    this.truth.tamper(path, bytes)
    this.damaged.add(path)
  }

  #lose(path: string): void {
    const bytes = this.truth.peek(path)
    if (bytes === undefined || path.startsWith('notes/')) return
    this.truth.tamper(path, null)
    this.#away.set(path, { bytes, isSpoilt: this.damaged.has(path) })
    this.damaged.add(path)
  }
}
