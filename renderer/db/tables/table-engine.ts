import type { Clock, RandomBytes } from '../../../shared/kernel/clock'
import { uuidv7 } from '../../../shared/kernel/ids'
import {
  changesOf,
  correctedSheet,
  isFoundAgain,
  isTotal,
  planImport,
  readEntries,
  type ImportPlan,
  type SourceSheet,
} from '../../../shared/import'
import type { SheetRow } from '../../../shared/import/cell'
import { readPasted } from '../../../shared/import/pasted'
import type { SheetRead } from '../../../shared/ipc/import'
import type { NewChange, StoredChange } from '../../../shared/store'
import type { ListSheet } from '../../../shared/print/excel/list-sheet'
import { changesOfPage } from '../journal-page'
import type { WorkingDb } from '../schema'
import { cursorOf } from '../../../shared/store'
import { exportAll } from './export'
import { knownIn, namesIn } from './known'
import type { PlanView, PlanWish, TableQuestion, TableQuestions } from './messages'
import { isWarned, planLines, type Planned } from './plan-lines'
import { tableHeads } from './table-heads'
import { planUndo } from './undo'

type Answers = { readonly [N in TableQuestion]: (input: TableQuestions[N]['in']) => Answer<N> }
type Answer<N extends TableQuestion> = TableQuestions[N]['out'] | Promise<TableQuestions[N]['out']>

const EMPTY: SourceSheet = {
  name: '',
  hidden: false,
  rows: [],
  merges: [],
  hiddenColumns: [],
  from1904: false,
  formulas: 0,
  withoutValue: 0,
}

/** Holds one table while it is taken over: its rows, the plan, and the changes that the plan makes. */
export class TableEngine {
  readonly #db: WorkingDb
  readonly #newId: () => string
  #sheet: SourceSheet = EMPTY
  #rows: SheetRow[] = []
  #planned: Planned | null = null
  #changes: readonly NewChange[] = []
  /** Numbers that the plan gives, in their order. */
  #given: ReadonlySet<string> = new Set()
  #undone: StoredChange[] = []

  constructor(db: WorkingDb, clock: Clock, random: RandomBytes) {
    this.#db = db
    this.#newId = () => uuidv7(clock, random)
  }

  readonly #answers: Answers = {
    sheet: (sheet) => {
      this.#begin(sheet, [])
      return null
    },
    rows: (text) => {
      const rows = JSON.parse(text) as readonly SheetRow[]
      for (const row of rows) this.#rows.push(row)
      return rows.length
    },
    paste: (text) => {
      const pasted = readPasted(text)
      const [sheet] = pasted?.sheets ?? []
      if (!pasted || !sheet) return null
      const { rows, ...head } = sheet
      const read = { ...head, filled: rows.length }
      this.#begin(read, [...rows])
      return { name: '', sheets: [read], notes: pasted.notes }
    },
    heads: ({ target, headRow, known }) => tableHeads(this.#sheet, target, headRow, known),
    plan: (wish) => this.#plan(wish),
    lines: ({ show, limit }) => (this.#planned ? planLines(this.#planned, show, limit) : []),
    changes: ({ from, limit }) => JSON.stringify(this.#changes.slice(from, from + limit)),
    lastNumber: (count) => this.#lastNumber(count),
    count: () => this.#changes.length,
    corrected: () => this.#corrected(),
    export: (wish) => exportAll(this.#db, wish),
    undoBegin: () => {
      this.#undone = []
      return null
    },
    undoPage: ({ batch, page }) => {
      const changes = page === '' ? [] : changesOfPage(page).map(({ stored }) => stored)
      for (const stored of changes) if (stored.change.batch === batch) this.#undone.push(stored)
      const last = changes.at(-1)
      return last ? cursorOf(last).seq : null
    },
    undoPlan: async ({ batch, person }) => {
      const own = this.#undone
      const by = person ? { person } : {}
      const { changes, view } = await planUndo(this.#db, { batch, own, newId: this.#newId, ...by })
      this.#changes = changes
      return view
    },
  }

  answer<N extends TableQuestion>(name: N, input: TableQuestions[N]['in']): Answer<N> {
    return this.#answers[name](input)
  }

  #begin({ filled: _, ...sheet }: SheetRead, rows: SheetRow[]): void {
    this.#rows = rows
    this.#sheet = { ...sheet, rows }
    this.#planned = null
    this.#changes = []
  }

  async #plan(wish: PlanWish): Promise<PlanView> {
    const { target, mapping, matching, counting, person, templateHash } = wish
    const sheet = this.#sheet
    const names = await namesIn(this.#db, target, wish.staff)
    const entries = readEntries({
      sheet,
      target,
      mapping,
      names,
      newId: this.#newId,
      withoutHidden: wish.withoutHidden,
      withTotals: wish.withTotals,
    })
    const known = await knownIn(this.#db, { target, entries, key: matching.key, counting })
    const plan = planImport({
      target,
      ...(templateHash === undefined ? {} : { templateHash }),
      entries,
      matching,
      as: wish.as,
      known,
      ...(person ? { person } : {}),
      today: wish.today,
      batch: wish.batch,
      newId: this.#newId,
    })
    this.#planned = { sheet, target, mapping, names, plan }
    this.#changes = changesOf(plan)
    this.#given = known.given
    return {
      counts: plan.counts,
      warned: warnedIn(plan),
      totals: plan.planned.flatMap(({ entry }) => (isTotal(entry) ? entry.lines : [])),
      foundAgain: isFoundAgain(plan, wish),
    }
  }

  #lastNumber(count: number): string {
    for (const { edits } of this.#changes.slice(0, count).reverse()) {
      for (const edit of edits)
        if (edit.op === 'set' && typeof edit.value === 'string' && this.#given.has(edit.value))
          return edit.value
    }
    return ''
  }

  #corrected(): ListSheet {
    if (!this.#planned) throw new Error('no plan')
    const { sheet, mapping, plan } = this.#planned
    return correctedSheet(sheet, mapping, plan.planned)
  }
}

const warnedIn = ({ planned }: ImportPlan): number => planned.filter(isWarned).length
