import { readCustomer } from '../../shared/customers/customer'
import { catalogue } from '../../shared/catalogue'
import type { LostChanges } from '../../shared/ipc/recovery'
import type { Template } from '../../shared/forms/template'
import { exportedCustomer, exportedRecord } from '../../shared/import'
import { ok } from '../../shared/kernel/result'
import {
  compareHlc,
  foldChanges,
  recordInfo,
  valuesOf,
  type EntityState,
  type StoredChange,
} from '../../shared/store'
import { filesOf } from '../../shared/store/record-files'
import { localMinute } from '../backup/backup-name'
import { attachmentsIn } from '../store/attachments'
import type { FilePort, FileResult } from '../store/file-port'
import { attachmentFile, under } from '../store/layout'
import { keepNothing } from '../store/quarantine'
import { readTemplates } from '../store/templates'
import type { OutFolder } from './out-folder'
import type { Spill, SpilledChange } from './spill'
import type { Tables } from './tables'

export interface EntitiesParts {
  readonly files: FilePort
  readonly folder: string
  readonly out: OutFolder
  readonly spill: Spill
  readonly tables: Tables
  readonly now: number
  /** Changes that the journals lack: what else has them is counted. */
  readonly lost: readonly Pick<LostChanges, 'writer' | 'from' | 'to'>[]
}

/** An attachment that could not be given out whole. */
export interface LackingAttachment {
  readonly name: string
  readonly of: string
  /** altered: its bytes are given out as they are, marked by its name. */
  readonly is: 'missing' | 'altered'
}

export interface RescuedEntities {
  readonly customers: number
  readonly records: number
  readonly changes: number
  /** Changes that the journals lack and something else had. */
  readonly regained: number
  readonly attachments: number
  readonly missing: readonly LackingAttachment[]
  /** Entities that fit no table and stand as lines of JSON. */
  readonly asText: number
  /** Content hashes of attachments that records name. */
  readonly used: ReadonlySet<string>
}

/** Goes through the parts: lines of JSON, tables and attachments of each. */
export async function rescueEntities(
  parts: EntitiesParts,
  progress: (part: number) => void,
): FileResult<RescuedEntities> {
  const { files, folder, out, spill } = parts
  const templates = await readTemplates(files, folder, keepNothing)
  const known = new Map(
    templates.ok ? templates.value.templates.map((each) => [each.hash, each.template]) : [],
  )
  const work = new EntitiesWork(parts, known)
  for (let part = 0; part < spill.parts; part++) {
    const taken = await spill.take(part)
    if (!taken.ok) return taken
    const written = await writeLines(out, spill, part, taken.value)
    if (!written.ok) return written
    const done = await work.takePart(taken.value)
    if (!done.ok) return done
    progress((part + 1) / spill.parts)
  }
  const texts = await work.writeTexts()
  return texts.ok ? ok(work.result()) : texts
}

/** What of a change stands in a line: as in a file of what was set aside, with where it was read when not from a journal. */
async function writeLines(
  out: OutFolder,
  { parts }: Spill,
  part: number,
  changes: readonly SpilledChange[],
): FileResult<unknown> {
  if (changes.length === 0) return ok(null)
  const ordered = [...changes].sort((a, b) => compareHlc(a.stored.change.hlc, b.stored.change.hlc))
  const lines = ordered.map(({ stored, from, file }) =>
    JSON.stringify(from === 'journal' ? stored : { ...stored, readFrom: file }),
  )
  const name = parts === 1 ? '变更' : `变更 ${String(part + 1).padStart(3, '0')}`
  return out.put(['变更'], name, 'jsonl', new TextEncoder().encode(`${lines.join('\n')}\n`))
}

class EntitiesWork {
  readonly #parts: EntitiesParts
  readonly #templates: ReadonlyMap<string, Template>
  readonly #used = new Set<string>()
  readonly #missing: LackingAttachment[] = []
  #texts: string[] = []
  #counts = { customers: 0, records: 0, changes: 0, regained: 0, attachments: 0, asText: 0 }

  constructor(parts: EntitiesParts, templates: ReadonlyMap<string, Template>) {
    this.#parts = parts
    this.#templates = templates
  }

  async takePart(changes: readonly SpilledChange[]): FileResult<null> {
    this.#counts.changes += changes.length
    this.#counts.regained += changes.filter((each) => this.#isRegained(each)).length
    const byEntity = new Map<string, SpilledChange[]>()
    for (const spilled of changes) {
      if (spilled.stored.opaque !== undefined) continue
      const { kind, id } = spilled.stored.change.entity
      const known = byEntity.get(`${kind}/${id}`) ?? []
      byEntity.set(`${kind}/${id}`, known)
      known.push(spilled)
    }
    for (const all of byEntity.values()) {
      const state = stateOf(all.map(({ stored }) => stored))
      const done = state ? await this.#takeEntity(state, noteOf(state, all)) : ok(null)
      if (!done.ok) return done
    }
    return ok(null)
  }

  #isRegained({ from, stored: { change } }: SpilledChange): boolean {
    return (
      from !== 'journal' &&
      this.#parts.lost.some(
        (lost) => lost.writer === change.writer && change.seq >= lost.from && change.seq <= lost.to,
      )
    )
  }

  /** Entities that fit no table, and people and settings: a line of JSON each. */
  async writeTexts(): FileResult<unknown> {
    if (this.#texts.length === 0) return ok(null)
    const bytes = new TextEncoder().encode(`${this.#texts.join('\n')}\n`)
    return this.#parts.out.put(['单据'], '人员、设置与放不进表格的内容', 'jsonl', bytes)
  }

  result(): RescuedEntities {
    return { ...this.#counts, missing: this.#missing, used: this.#used }
  }

  async #takeEntity(state: EntityState, note: string): FileResult<null> {
    const { kind } = state.entity
    const template = kind === 'record' ? this.#templateOf(state) : undefined
    const inTable = await this.#intoTable(state, template, note)
    if (!inTable.ok) return inTable
    if (!inTable.value) this.#asText(state, template, note)
    if (kind === 'record') this.#counts.records++
    if (kind === 'customer') this.#counts.customers++
    const number = recordInfo(state).number ?? ''
    const name = kind === 'customer' ? readCustomer(state).name : number
    return this.#copyFiles(state, template, name === '' ? `未登记 ${state.entity.id.slice(-8)}` : name)
  }

  async #intoTable(state: EntityState, template: Template | undefined, note: string): FileResult<boolean> {
    const { tables, now } = this.#parts
    try {
      if (state.entity.kind === 'customer') {
        const exported = exportedCustomer(state)
        return await tables.addCustomer(readCustomer(state).name, exported, note)
      }
      if (template === undefined) return ok(false)
      const exported = exportedRecord(state, template, now, (ms) => localMinute(ms).day)
      const { number, template: hash } = recordInfo(state)
      return await tables.addRecord(hash ?? '', template, number ?? '', exported, note)
    } catch {
      // Whatever is wrong with one of them, the others go out, and this one stands as it is.
      return ok(false)
    }
  }

  #asText(state: EntityState, template: Template | undefined, note: string): void {
    const { kind, id } = state.entity
    const number = kind === 'record' ? (recordInfo(state).number ?? '') : ''
    const line = { kind, id, form: template?.code ?? '', number, note, values: valuesOf(state).values }
    this.#texts.push(JSON.stringify(line))
    if (kind === 'record' || kind === 'customer') this.#counts.asText++
  }

  #templateOf(state: EntityState): Template | undefined {
    const hash = state.template?.hash ?? ''
    // Where the folder's own copy is damaged, the program may still have the same one.
    return this.#templates.get(hash) ?? catalogue.find((entry) => entry.hash === hash)?.template
  }

  async #copyFiles(state: EntityState, template: Template | undefined, name: string): FileResult<null> {
    const { files, folder, out } = this.#parts
    const place = ['附件', template ? `${template.code} ${template.name}` : '其他', name]
    for (const file of filesOf(state)) {
      const read = await attachmentsIn(files, folder).read(file.hash)
      const raw = read.ok ? read : await files.read(under(folder, attachmentFile(file.hash)))
      this.#used.add(file.hash)
      const of = [template?.name ?? '', name].filter((part) => part !== '').join(' ')
      if (!read.ok) this.#missing.push({ name: file.name, of, is: raw.ok ? 'altered' : 'missing' })
      if (!raw.ok) continue
      const dot = file.name.lastIndexOf('.')
      const [stem, ending] = dot > 0 ? [file.name.slice(0, dot), file.name.slice(dot + 1)] : [file.name, '']
      const put = await out.put(place, read.ok ? stem : `（已损坏）${stem}`, ending, raw.value)
      if (!put.ok) return put
      if (read.ok) this.#counts.attachments++
    }
    return ok(null)
  }
}

function stateOf(changes: readonly StoredChange[]): EntityState | null {
  const [first] = changes
  try {
    return first ? foldChanges(first.change.entity, changes) : null
  } catch {
    // No change breaks the fold; should one of another program do, its line of JSON is there all the same.
    return null
  }
}

/** What a person has to know about what stands in the table. */
function noteOf(state: EntityState, changes: readonly SpilledChange[]): string {
  const conflicts = Object.keys(valuesOf(state).conflicts).length
  const from = new Set(changes.map((each) => each.from))
  const notes = [
    from.has('aside') ? '含隔离区里搁置的变更' : '',
    from.has('copy') ? '含副本文件里的变更' : '',
    from.has('newer') ? '含较新版本写的变更' : '',
    conflicts > 0 ? `有 ${conflicts} 处冲突，只列出其一` : '',
  ]
  return notes.filter((note) => note !== '').join('；')
}
