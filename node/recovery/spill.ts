import { ok } from '../../shared/kernel/result'
import { dotOf, type Dot, type EntityRef, type StoredChange } from '../../shared/store'
import type { FileResult } from '../store/file-port'
import type { ChangesInFile } from './changes-there'
import type { OutFolder } from './out-folder'

/** Bytes of journals that one part is made of; in memory its changes take some six times as much. */
const PART_BYTES = 8 * 1024 * 1024
const MOST_PARTS = 512
/** Bytes that wait before they are written. */
const WAITING = 4 * 1024 * 1024

/** One change and where it was read first. */
export interface SpilledChange {
  readonly stored: StoredChange
  readonly from: ChangesInFile['from']
  readonly file: string
}

/**
 * Deals all changes out to parts by what they change, through files, so that each part holds whole entities and fits into
 * memory however much there is.
 */
export class Spill {
  readonly parts: number
  readonly #out: OutFolder
  readonly #waiting = new Map<number, string[]>()
  #bytes = 0

  constructor(out: OutFolder, bytes: number) {
    this.#out = out
    this.parts = Math.min(MOST_PARTS, Math.max(1, Math.ceil(bytes / PART_BYTES)))
  }

  async add({ changes, from, file }: ChangesInFile): FileResult<null> {
    for (const stored of changes) {
      const spilled: SpilledChange = { stored, from, file }
      const line = `${JSON.stringify(spilled)}\n`
      const part = partOf(stored.change.entity, this.parts)
      const lines = this.#waiting.get(part) ?? []
      this.#waiting.set(part, lines)
      lines.push(line)
      this.#bytes += line.length
    }
    return this.#bytes > WAITING ? this.flush() : ok(null)
  }

  async flush(): FileResult<null> {
    for (const [part, lines] of this.#waiting) {
      const written = await this.#out.append(nameOf(part), new TextEncoder().encode(lines.join('')))
      if (!written.ok) return written
    }
    this.#waiting.clear()
    this.#bytes = 0
    return ok(null)
  }

  /** Takes a part out: each change once, as it stands in the journals where it stands there. */
  async take(part: number): FileResult<readonly SpilledChange[]> {
    const bytes = await this.#out.readBack(nameOf(part))
    if (!bytes.ok) return bytes
    const byDot = new Map<Dot, SpilledChange>()
    for (const line of new TextDecoder().decode(bytes.value).split('\n')) {
      if (line === '') continue
      const spilled = JSON.parse(line) as SpilledChange
      const dot = dotOf(spilled.stored)
      const known = byDot.get(dot)
      if (known === undefined || rank(spilled) < rank(known)) byDot.set(dot, spilled)
    }
    await this.#out.drop(nameOf(part))
    return ok([...byDot.values()])
  }
}

/** What counts goes before what does not, and what stands in its own writer's journal before what was carried. */
const rank = ({ from, stored }: SpilledChange): number =>
  (from === 'journal' ? 0 : 2) + (stored.carriedBy === undefined ? 0 : 1)

const nameOf = (part: number): string => `part-${part}`

/** FNV-1a: the same entity always goes to the same part. */
function partOf({ kind, id }: EntityRef, parts: number): number {
  let hash = 0x811c9dc5
  for (const character of `${kind}/${id}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0) % parts
}
