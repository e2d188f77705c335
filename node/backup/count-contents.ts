import type { BackupContents, FormCount } from '../../shared/ipc/restore'
import { compareText, isWriterId, type StoredChange } from '../../shared/store'
import { readFrameChange, parsePayload } from '../../shared/store/payload'
import { isObject, readEdit } from '../../shared/store/read-edit'
import { scanSegment } from '../../shared/store/segment'
import { MERGED_INTO, STATE } from '../../shared/customers/customer'
import { ATTACHMENTS, hashOfName, segmentNumber, TEMPLATES, WRITERS } from '../store/layout'
import { sha256 } from '../store/native-sha256'
import type { ZipFile } from './unzip'

type Counted = Pick<
  BackupContents,
  'changes' | 'newest' | 'customers' | 'records' | 'forms' | 'attachments' | 'templates' | 'ends'
>

/** When a register was set last, by clock, and to what. */
interface LastSet {
  readonly order: string
  readonly value: unknown
}

/** Counts what the files of a data folder hold, one after the other, in memory that grows with the records and not with their content. */
export class ContentsCounter {
  readonly #seen = new Set<string>()
  readonly #ends = new Map<string, number>()
  /** The template of each record; null: no change of it has named one yet. */
  readonly #records = new Map<string, LastSet>()
  readonly #customers = new Set<string>()
  /** Registers that take a customer out of the list: what they were set to last. */
  readonly #gone = { [MERGED_INTO]: new Map<string, LastSet>(), [STATE]: new Map<string, LastSet>() }
  readonly #forms = new Map<string, { readonly code: string; readonly name: string }>()
  #changes = 0
  #newest: number | null = null
  #attachments = { count: 0, bytes: 0 }

  take({ name, content }: ZipFile): void {
    const [folder, writer = '', file = ''] = name.split('/')
    if (folder === WRITERS && isWriterId(writer) && segmentNumber(file) !== null)
      this.#segment(writer, content)
    else if (folder === TEMPLATES) this.#template(writer, content)
    else if (folder === ATTACHMENTS && file !== '') {
      const { count, bytes } = this.#attachments
      this.#attachments = { count: count + 1, bytes: bytes + content.length }
    }
  }

  result(): Counted {
    const isListed = (id: string) =>
      (this.#gone[MERGED_INTO].get(id)?.value ?? '') === '' && this.#gone[STATE].get(id)?.value !== 'closed'
    return {
      changes: this.#changes,
      newest: this.#newest,
      customers: [...this.#customers].filter(isListed).length,
      records: this.#records.size,
      forms: this.#byForm(),
      attachments: this.#attachments,
      templates: this.#forms.size,
      ends: [...this.#ends].map(([writer, seq]) => ({ writer, seq })),
    }
  }

  #segment(writer: string, bytes: Uint8Array): void {
    for (const frame of scanSegment(bytes, sha256).frames) {
      this.#end(writer, frame.seq)
      this.#change(readFrameChange(frame, writer, sha256))
    }
  }

  #end(writer: string, seq: number): void {
    this.#ends.set(writer, Math.max(seq, this.#ends.get(writer) ?? 0))
  }

  #change({ change, opaque, carriedBy }: StoredChange): void {
    if (carriedBy !== undefined) this.#end(change.writer, change.seq)
    const place = `${change.writer}:${change.seq}`
    if (carriedBy !== undefined && this.#seen.has(place)) return
    // Only what is carried can be there twice; each of those has a writer who is not this one.
    if (carriedBy !== undefined) this.#seen.add(place)
    this.#changes++
    if (opaque !== undefined) return
    const { kind, id } = change.entity
    const { ms, n } = change.hlc
    this.#newest = Math.max(ms, this.#newest ?? 0)
    const order = `${String(ms).padStart(17, '0')} ${String(n).padStart(10, '0')} ${change.writer}`
    if (kind === 'record' && change.template !== undefined)
      keepLater(this.#records, id, { order, value: change.template })
    else if (kind === 'record' && !this.#records.has(id)) this.#records.set(id, { order: '', value: null })
    if (kind !== 'customer') return
    this.#customers.add(id)
    for (const json of change.edits) {
      const edit = readEdit(json)
      const register = edit?.op === 'set' && edit.path.length === 1 ? edit.path[0] : undefined
      if (edit?.op === 'set' && (register === MERGED_INTO || register === STATE))
        keepLater(this.#gone[register], id, { order, value: edit.value })
    }
  }

  #template(file: string, content: Uint8Array): void {
    const hash = hashOfName(file)
    const json = hash === null ? null : parsePayload(content)
    if (hash === null || !isObject(json) || typeof json['code'] !== 'string') return
    const { code, name } = json
    this.#forms.set(hash, { code, name: typeof name === 'string' ? name : code })
  }

  #byForm(): readonly FormCount[] {
    const counts = new Map<string, FormCount>()
    for (const { value } of this.#records.values()) {
      const form = typeof value === 'string' ? this.#forms.get(value) : undefined
      const { code, name } = form ?? { code: '', name: '' }
      counts.set(code, { code, name, count: (counts.get(code)?.count ?? 0) + 1 })
    }
    return [...counts.values()].sort((a, b) => b.count - a.count || compareText(a.code, b.code))
  }
}

/** Keeps the later of two, by clock. */
function keepLater(into: Map<string, LastSet>, id: string, next: LastSet): void {
  const before = into.get(id)
  if (before === undefined || next.order > before.order) into.set(id, next)
}
