import type { Path } from '../forms/field'
import type { Json } from '../kernel/canonical-json'
import { canonicalJson } from '../kernel/canonical-json'
import { assertNever } from '../kernel/assert-never'
import type { AddRow, Dot, Edit, EntityRef, RemoveRow, SetField, StoredChange } from './change'
import { compareText } from './dot'
import {
  emptyEntity,
  laterFirst,
  stampOf,
  stateKey,
  ORDER,
  removalsKey,
  rowKey,
  rowOfCell,
  type EntityState,
  type Register,
  type RowState,
  type Stamp,
  type Survivor,
} from './entity-state'
import { readEdit } from './read-edit'

/**
 * The entity after one more change. Pure; applying a change twice changes nothing; any order of arrival gives the same
 * state in the end, since what was replaced before it arrived is remembered. [ST20]
 */
export const applyChange = (state: EntityState, stored: StoredChange): EntityState =>
  applyChanges(state, [stored])

/** The same for many changes of one entity, one after another, with one copy of its maps. */
export function applyChanges(state: EntityState, changes: Iterable<StoredChange>): EntityState {
  let fold: Folding | null = null
  for (const stored of changes) {
    if (stored.opaque !== undefined) continue
    fold ??= new Folding(state)
    fold.take(stored)
  }
  return fold?.result() ?? state
}

/** The entity that all these changes make. */
export const foldChanges = (entity: EntityRef, changes: Iterable<StoredChange>): EntityState =>
  applyChanges(emptyEntity(entity), changes)

/** Where a dot stands in a sorted list, or would. */
function placeOf(dots: readonly Dot[], dot: Dot): number {
  let low = 0
  let high = dots.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((dots[middle] ?? '') < dot) low = middle + 1
    else high = middle
  }
  return low
}

function earliest<T>(a: T | null, b: T | null, compare: (a: T, b: T) => number): T | null {
  if (a === null || b === null) return a ?? b
  return compare(a, b) <= 0 ? a : b
}

/** Changes being folded in: copies of the state's maps that they may write to. */
class Folding {
  readonly #before: EntityState
  readonly #applied: Dot[]
  readonly #registers: { [path: string]: Register }
  readonly #rows: { [row: string]: RowState }
  readonly #awaited: { [dot: Dot]: readonly string[] }
  #unknown: EntityState['unknown']
  #template: EntityState['template']
  #first: Stamp | null
  #last: Stamp | null
  /** Whether any change was new. */
  #isOther = false
  /** The change that is being folded in. */
  #stamp: Stamp = { dot: '', hlc: { ms: 0, n: 0 } }
  /** Registers and rows where it was replaced before it arrived. */
  #replaced: ReadonlySet<string> = NOTHING
  /** What it adds to what is awaited. */
  readonly #waiting = new Map<Dot, Set<string>>()
  /** Edits of it that this version does not know. */
  #strange: { readonly dot: Dot; readonly edit: Json }[] = []
  /** Keys of the cells' registers by row, once a row was removed: a change may remove many. */
  #cells: Map<string, Set<string>> | null = null

  constructor(state: EntityState) {
    this.#before = state
    this.#applied = [...state.applied]
    this.#registers = { ...state.registers }
    this.#rows = { ...state.rows }
    this.#awaited = { ...state.awaited }
    this.#unknown = state.unknown
    this.#template = state.template
    this.#first = state.first
    this.#last = state.last
  }

  take(stored: StoredChange): void {
    const stamp = stampOf(stored)
    const place = placeOf(this.#applied, stamp.dot)
    if (this.#applied[place] === stamp.dot) return
    this.#isOther = true
    this.#stamp = stamp
    const replaced = this.#awaited[stamp.dot]
    this.#replaced = replaced === undefined ? NOTHING : new Set(replaced)
    if (replaced !== undefined) Reflect.deleteProperty(this.#awaited, stamp.dot)
    for (const edit of stored.change.edits) this.#apply(edit)
    this.#settle()
    this.#applied.splice(place, 0, stamp.dot)
    const template = stored.change.template
    const named = template === undefined ? null : { ...stamp, hash: template }
    this.#template = earliest(this.#template, named, laterFirst)
    this.#first = earliest(this.#first, stamp, (a, b) => -laterFirst(a, b))
    this.#last = earliest(this.#last, stamp, laterFirst)
  }

  result(): EntityState {
    if (!this.#isOther) return this.#before
    return {
      ...this.#before,
      applied: this.#applied,
      registers: this.#registers,
      rows: this.#rows,
      awaited: this.#awaited,
      template: this.#template,
      first: this.#first,
      last: this.#last,
      unknown: this.#unknown,
    }
  }

  /** Behind the last edit of a change. */
  #settle(): void {
    if (this.#waiting.size > 0) {
      for (const [dot, keys] of this.#waiting) this.#awaited[dot] = [...keys].sort(compareText)
      this.#waiting.clear()
    }
    if (this.#strange.length > 0) {
      this.#unknown = inOrder([...this.#unknown, ...this.#strange])
      this.#strange = []
    }
  }

  #apply(json: unknown): void {
    const edit: Edit | null = readEdit(json)
    if (edit === null) {
      this.#strange.push({ dot: this.#stamp.dot, edit: json as Json })
      return
    }
    switch (edit.op) {
      case 'set':
        return this.#set(edit)
      case 'addRow':
        return this.#addRow(edit)
      case 'removeRow':
        return this.#removeRow(edit)
      default:
        assertNever(edit)
    }
  }

  #set({ path, value, over }: Omit<SetField, 'op'>): void {
    const key = stateKey(path)
    const gone = this.#replace(key, over)
    const before = this.#registers[key]?.survivors
    const own = this.#isDropped(path) ? [] : [{ ...this.#stamp, value }]
    const survivors = before === undefined ? own : [...this.#without(before, gone), ...own].sort(laterFirst)
    if (survivors.length > 0) this.#putRegister(key, { path, survivors })
    else this.#drop(key)
  }

  #addRow({ rows, row, order, over }: AddRow): void {
    const key = rowKey(rows, row)
    const gone = this.#replace(removalsKey(rows, row), over ?? [])
    const before = this.#rows[key] ?? { rows, row, adds: [], removals: [] }
    const dropped = this.#replaced.has(key)
    const others = before.adds.filter(({ dot }) => dot !== this.#stamp.dot)
    this.#rows[key] = {
      ...before,
      adds: dropped ? others : [...others, this.#stamp].sort(laterFirst),
      removals: before.removals.filter(({ dot }) => !gone.has(dot)),
    }
    this.#set({ path: [rows, row, ORDER], value: order, over: [] })
  }

  /** Takes away what the person had seen: the row's additions, its values, and earlier removals of it. */
  #removeRow({ rows, row, over }: RemoveRow): void {
    const key = rowKey(rows, row)
    const gone = this.#replace(key, over)
    const settled = this.#replaced.has(key) || this.#replaced.has(removalsKey(rows, row))
    for (const at of this.#cellsOf(key)) {
      const register = this.#registers[at]
      if (register === undefined) continue
      const survivors = register.survivors.filter(({ dot }) => !gone.has(dot))
      if (survivors.length === 0) this.#drop(at)
      else this.#registers[at] = { path: register.path, survivors }
    }
    const before = this.#rows[key] ?? { rows, row, adds: [], removals: [] }
    const removals = before.removals.filter(({ dot }) => !gone.has(dot) && dot !== this.#stamp.dot)
    // A row stands here for ever: what replaced an addition or a removal of it is one itself.
    this.#rows[key] = {
      ...before,
      adds: before.adds.filter(({ dot }) => !gone.has(dot)),
      removals: settled ? removals : [...removals, this.#stamp].sort(laterFirst),
    }
  }

  /** Survivors that the change leaves beside its own. */
  #without(survivors: readonly Survivor[], gone: ReadonlySet<Dot>): readonly Survivor[] {
    return survivors.filter(({ dot }) => !gone.has(dot) && dot !== this.#stamp.dot)
  }

  #putRegister(key: string, register: Register): void {
    this.#registers[key] = register
    if (this.#cells !== null) noteCell(this.#cells, key, register)
  }

  /** Keys of the registers of a row's cells, without its order. */
  #cellsOf(row: string): readonly string[] {
    if (this.#cells === null) {
      this.#cells = new Map()
      for (const [key, register] of Object.entries(this.#registers)) noteCell(this.#cells, key, register)
    }
    return [...(this.#cells.get(row) ?? [])]
  }

  #drop(key: string): void {
    Reflect.deleteProperty(this.#registers, key)
  }

  /** Whether a value at `path` was replaced before it arrived: itself, or with its row. A row's order outlives it. */
  #isDropped(path: Path): boolean {
    if (this.#replaced.size === 0) return false
    if (this.#replaced.has(stateKey(path))) return true
    const row = rowOfCell(path)
    return row !== null && this.#replaced.has(row)
  }

  /** The dots to take away at `key`; those that have not arrived yet are remembered for when they do. */
  #replace(key: string, over: readonly Dot[]): ReadonlySet<Dot> {
    if (over.length === 0) return NOTHING
    for (const dot of over) {
      if (this.#applied[placeOf(this.#applied, dot)] === dot || dot === this.#stamp.dot) continue
      const keys = this.#waiting.get(dot) ?? new Set(this.#awaited[dot])
      this.#waiting.set(dot, keys.add(key))
    }
    return new Set(over)
  }
}

const NOTHING: ReadonlySet<string> = new Set()

function noteCell(cells: Map<string, Set<string>>, key: string, { path }: Register): void {
  const row = rowOfCell(path)
  if (row !== null) cells.set(row, (cells.get(row) ?? new Set()).add(key))
}

/** Unknown edits by change, then by their text, whatever order they came in. */
const inOrder = (unknown: EntityState['unknown']): EntityState['unknown'] =>
  unknown
    .map((one) => ({ one, text: canonicalJson(one.edit) }))
    .sort((a, b) => compareText(a.one.dot, b.one.dot) || compareText(a.text, b.text))
    .map(({ one }) => one)
