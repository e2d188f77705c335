import { segmentPath } from '../../../node/team/format/names'
import { segmentTag } from '../../../node/team/sync/listing'
import { must } from '../store'
import type { FaultyCarrier } from '../faulty-team-folder'
import type { SimDevice } from './sim-device'
import { dotText } from './working-copy'

interface Place {
  readonly writer: string
  readonly segment: number
  readonly chain: string
  readonly path: string
  /** Whether the team folder had it when the older disk was put in. */
  readonly wasThere: boolean
}

/**
 * Changes that no disk has any more: their computer got an older one back before anybody else took them. They come back out of the
 * team folder, unless the carrier loses their file, too, or one before it that no disk has: then nobody is to blame. A clone is nobody
 * else: once its key is removed, what it has goes nowhere any more.
 */
export class AtRisk {
  /** Where each stands or stood, and who lost it. */
  readonly #places = new Map<string, { readonly places: readonly Place[]; readonly lostBy: SimDevice }>()
  /** How many there were in all. */
  count = 0
  /** Everything that the writers of those had, in order. */
  readonly #lines = new Map<string, Map<string, Place>>()

  constructor(private readonly carrier: FaultyCarrier) {}

  /** Called before the older disk is put in. */
  async loses(lostBy: SimDevice, devices: readonly SimDevice[]): Promise<void> {
    const { folder, desk, copy } = lostBy
    const { exchange } = folder
    const others = devices.filter((other) => !haveOneKey(other, lostBy))
    const isOnlyHere = (dot: string) => !others.some((other) => other.copy.changes.has(dot))
    for (const { writer, segment, chain } of exchange.segments()) {
      const path = segmentPath(writer, segment, segmentTag(desk, chain))
      const place = { writer, segment, chain, path, wasThere: this.#isThere(path) }
      const line = this.#lines.get(writer) ?? new Map<string, Place>()
      this.#lines.set(writer, line.set(path, place))
      for (const change of must(await exchange.changesOf(writer, segment))) {
        const dot = dotText(change)
        if (!isOnlyHere(dot)) continue
        if (!this.#places.has(dot)) this.count++
        this.#places.set(dot, { places: [...(this.#places.get(dot)?.places ?? []), place], lostBy })
      }
    }
    // What it has and no whole segment holds (yet) is gone with its disk.
    for (const dot of copy.changes.keys())
      if (isOnlyHere(dot) && !this.#places.has(dot)) this.#places.set(dot, { places: [], lostBy })
  }

  /** What a computer, but a clone, has on its disk is safe from then on. */
  hasNow(device: SimDevice): void {
    for (const [dot, { lostBy }] of this.#places)
      if (device.copy.changes.has(dot) && (device === lostBy || !haveOneKey(device, lostBy)))
        this.#places.delete(dot)
  }

  /** Whether nobody could have got this change in the end, with the disks of those that give what they have. */
  isGone(dot: string, givers: readonly SimDevice[]): boolean {
    const risk = this.#places.get(dot)
    return risk !== undefined && !risk.places.some((place) => this.#isWithinReach(place, givers))
  }

  /** Whether every file up to this one is on some disk or in the folder; one that the carrier did not lose counts as there. */
  #isWithinReach({ writer, segment, path }: Place, givers: readonly SimDevice[]): boolean {
    const isOnDisk = (place: Place) =>
      givers.some(({ folder }) =>
        folder.exchange
          .segments(writer)
          .some((here) => here.segment === place.segment && here.chain === place.chain),
      )
    return [...(this.#lines.get(writer)?.values() ?? [])].every(
      (place) =>
        place.segment > segment ||
        (place.segment === segment && place.path !== path) ||
        isOnDisk(place) ||
        (place.wasThere && !this.carrier.damaged.has(place.path)),
    )
  }

  #isThere(path: string): boolean {
    return this.carrier.truth.peek(path) !== undefined && !this.carrier.damaged.has(path)
  }
}

function haveOneKey({ parts: one }: SimDevice, { parts: other }: SimDevice): boolean {
  return one.pair.secret === other.pair.secret
}
