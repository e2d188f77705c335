import { isClosed, textOf } from '../customers/customer'
import type { Template } from '../forms/template'
import { emptyValues, type FormValues, type PersonRef } from '../forms/values'
import { validateValues, type ValueProblem } from '../forms/values/validate'
import type { EntityState, NewChange } from '../store'
import { recordInfo } from '../store'
import { filledIn } from '../store/state-at'
import type { Entry } from './entries'
import type { Finding } from './finding'
import { isNumberKey, keyOf, type Matching } from './match'
import { createEdits, updateEdits } from './plan-edits'
import { NUMBER, targetColumns, type ImportTarget } from './target'
import { unmask } from './unmask'

/** What is known of the firm's customers or records: asked while the plan is made. */
export interface Known {
  /** Entities that bear this text (`keyText`) in this column. */
  readonly bearers: (key: string, text: string) => readonly EntityState[]
  /** Whether a record bears this number, or a customer this code. */
  readonly isTaken: (number: string) => boolean
  /** The next number that 登记 would give; empty where there is no rule. Each call gives another. */
  readonly nextNumber: () => string
}

export interface PlanOptions {
  readonly target: ImportTarget
  /** Content hash of the form that new records pin. */
  readonly templateHash?: string
  readonly entries: readonly Entry[]
  readonly matching: Matching
  /** New records are 登记 (default), or stay drafts, in which anything may still be missing. */
  readonly as?: 'submitted' | 'draft'
  readonly known: Known
  readonly person?: PersonRef
  /** `2026-01-05`, for rules of the form. */
  readonly today: string
  readonly batch: string
  readonly newId: () => string
}

/** What becomes of one entry. `same`: it says nothing new. */
export type PlannedAs = 'create' | 'update' | 'same' | 'skip' | 'refuse'

export interface PlannedEntry {
  readonly entry: Entry
  readonly does: PlannedAs
  /** Those of its cells, and those of the whole. */
  readonly findings: readonly Finding[]
  /** What is written for it; null: nothing. */
  readonly change: NewChange | null
}

/** What an import would do: nothing is written yet. All its changes bear one batch. */
export interface ImportPlan {
  readonly batch: string
  readonly planned: readonly PlannedEntry[]
  readonly counts: { readonly [does in PlannedAs]: number }
}

export const changesOf = ({ planned }: ImportPlan): readonly NewChange[] =>
  planned.flatMap(({ change }) => change ?? [])

/** Plans an import entry by entry, in the order of the table. */
export function planImport(options: PlanOptions): ImportPlan {
  const planner = new Planner(options)
  const planned = options.entries.map((entry) => planner.plan(entry))
  const counts = { create: 0, update: 0, same: 0, skip: 0, refuse: 0 }
  for (const { does } of planned) counts[does]++
  return { batch: options.batch, planned, counts }
}

/**
 * Whether the same table adds just what is missing when it is taken over once more: everything new is found again by its key.
 */
export function isFoundAgain(
  { planned }: Pick<ImportPlan, 'planned'>,
  { target, matching: { key, whenThere }, as }: Pick<PlanOptions, 'target' | 'matching' | 'as'>,
): boolean {
  if (key === null || whenThere === 'add') return false
  // A draft bears no number, whatever the table says.
  if (isNumberKey(target, key) && (target.isCard || as === 'draft')) return false
  return planned.every(({ does, entry }) => does !== 'create' || keyOf(target, key, entry) !== '')
}

type Problem = Finding['problem']

class Planner {
  readonly #options: PlanOptions
  readonly #isDraft: boolean
  /** First line of each key in this file. */
  readonly #seen = new Map<string, number>()
  /** Numbers that were given to entries before. */
  readonly #given = new Set<string>()
  /** Numbers that the table says somewhere: they are given to no other entry. */
  readonly #said: ReadonlySet<string>

  constructor(options: PlanOptions) {
    this.#options = options
    this.#said = new Set(options.entries.map((entry) => numberOf(options.target, entry)))
    this.#isDraft = options.target.isCard || options.as === 'draft'
  }

  plan(entry: Entry): PlannedEntry {
    const { target, matching, known } = this.#options
    const { key, whenThere } = matching
    if (isTotal(entry)) return { entry, does: 'skip', findings: entry.findings, change: null }
    if (key === null) return this.#create(entry)
    const text = keyOf(target, key, entry)
    if (text === '') {
      // A record without a number is a new one: 登记 gives it one.
      if (isNumberKey(target, key)) return this.#create(entry)
      const head = targetColumns(target).find((column) => column.key === key)?.head ?? key
      return whenThere === 'add' ? this.#create(entry) : refused(entry, { problem: 'keyEmpty', head })
    }
    const before = this.#seen.get(text)
    if (before !== undefined && whenThere !== 'add')
      return whenThere === 'skip'
        ? {
            entry,
            does: 'skip',
            findings: [...entry.findings, found(entry, { problem: 'doubledInFile', line: before }, 'warn')],
            change: null,
          }
        : refused(entry, { problem: 'doubledInFile', line: before })
    this.#seen.set(text, entry.lines[0] ?? 0)
    const all = known.bearers(key, text)
    const offered = all.filter((state) => isOffered(target, state))
    // The number of a void record is never given again.
    if (offered.length === 0 && all.length > 0 && isNumberKey(target, key))
      return refused(entry, { problem: 'isVoid' })
    const [only] = offered
    if (only === undefined || whenThere === 'add') return this.#create(entry)
    if (whenThere === 'skip') return { entry, does: 'skip', findings: entry.findings, change: null }
    return offered.length > 1
      ? refused(entry, { problem: 'several', count: offered.length })
      : this.#update(entry, only)
  }

  #create(entry: Entry): PlannedEntry {
    const { target, known, newId, templateHash } = this.#options
    const { unknown } = unmask(target.fields, emptyValues, entry.values)
    const findings = [...entry.findings, ...maskedIn(entry, unknown), ...this.#judged(entry, entry.values)]
    const said = numberOf(target, entry)
    if (said !== '' && (known.isTaken(said) || this.#given.has(said)))
      findings.push(found(entry, { problem: 'numberTaken', number: said }, 'refuse'))
    else if (target.kind === 'records' && this.#isDraft) findings.push(...this.#unused(entry, 'draft', ''))
    if (isRefused(findings)) return { entry, does: 'refuse', findings, change: null }
    if (said !== '') this.#given.add(said)
    const number = said === '' && (target.kind === 'customers' || !this.#isDraft) ? this.#next() : said
    const edits = createEdits({ target, entry, number, isDraft: this.#isDraft, correctionRow: newId() })
    const kind = target.kind === 'customers' ? 'customer' : 'record'
    const template = templateHash === undefined ? {} : { template: templateHash }
    const change = { ...this.#common(), ...template, entity: { kind, id: newId() }, edits } as const
    return { entry, does: 'create', findings, change }
  }

  #update(entry: Entry, state: EntityState): PlannedEntry {
    const { target, templateHash, newId } = this.#options
    const life = target.kind === 'records' ? recordInfo(state).state : 'submitted'
    const { edits, to, unknown } = updateEdits({ target, entry, state, correctionRow: newId() })
    const said = [...entry.findings, ...maskedIn(entry, unknown)]
    const numbered = [...said, ...this.#numberInUpdate(entry, state, life === 'draft')]
    // A table that was exported says what stands there: nothing to be put right, also not of what is 办结.
    if (edits.length === 0 && !isRefused(numbered))
      return { entry, does: 'same', findings: numbered, change: null }
    if (life === 'closed') return refused(entry, { problem: 'isClosed' })
    // It shows its customer, whose own values it would part from.
    if (target.isCard && life !== 'draft') return refused(entry, { problem: 'isCard' })
    const findings = [...numbered, ...this.#judged(entry, to, life === 'draft')]
    if (isRefused(findings)) return { entry, does: 'refuse', findings, change: null }
    if (target.kind === 'customers') this.#given.add(numberOf(target, entry))
    const template = state.template?.hash ?? templateHash
    const change = {
      ...this.#common(),
      ...(template === undefined ? {} : { template }),
      entity: state.entity,
      edits,
    }
    return { entry, does: 'update', findings, change }
  }

  /** A customer may be given another code, which must be free; a record keeps the number that it bears. */
  #numberInUpdate(entry: Entry, state: EntityState, isDraft: boolean): readonly Finding[] {
    const { target, known } = this.#options
    const said = numberOf(target, entry)
    if (target.kind === 'records') {
      const bears = recordInfo(state).number ?? ''
      const isSame = keyOf(target, NUMBER, { ...entry, number: bears }) === keyOf(target, NUMBER, entry)
      return isSame ? [] : this.#unused(entry, isDraft ? 'draft' : 'bearsOther', bears)
    }
    const isOther = said !== '' && said !== textOf(filledIn(state).fields['code'])
    return isOther && (known.isTaken(said) || this.#given.has(said))
      ? [found(entry, { problem: 'numberTaken', number: said }, 'refuse')]
      : []
  }

  #unused(entry: Entry, why: 'draft' | 'bearsOther', bears: string): readonly Finding[] {
    const { target } = this.#options
    const number = numberOf(target, entry)
    if (number === '') return []
    const reason = why === 'draft' && target.isCard ? 'card' : why
    return [found(entry, { problem: 'numberNotUsed', number, why: reason, bears }, 'warn')]
  }

  /** What 登记 would refuse or doubt; of a draft nothing is demanded. */
  #judged(entry: Entry, values: FormValues, isDraft = this.#isDraft): readonly Finding[] {
    const { target, today } = this.#options
    const template = target.template ?? templateOf(target)
    return validateValues(template, values, { today }).flatMap((problem) => {
      const missing = problem.problem.kind === 'required' || problem.problem.kind === 'rule'
      if (isDraft && missing) return []
      return [ofValue(entry, problem)]
    })
  }

  #next(): string {
    const { known } = this.#options
    for (;;) {
      const number = known.nextNumber()
      if (number === '') return ''
      if (known.isTaken(number) || this.#given.has(number) || this.#said.has(number)) continue
      this.#given.add(number)
      return number
    }
  }

  #common() {
    const { batch, person } = this.#options
    return { batch, ...(person ? { person } : {}) }
  }
}

/** Whether the entry is a line that adds up others, which comes in only when somebody wants it to. */
export const isTotal = ({ findings }: Entry): boolean =>
  findings.some(({ problem: { problem } }) => problem === 'total')

/** The number or code that the table itself says; empty: none. */
export function numberOf(target: ImportTarget, entry: Entry): string {
  if (target.kind === 'records') return entry.number
  const code = entry.values.fields['code']
  return typeof code === 'string' ? code : ''
}

/** Voided records, closed and merged customers are not what a new list means. */
function isOffered(target: ImportTarget, state: EntityState): boolean {
  return target.kind === 'records' ? recordInfo(state).state !== 'void' : !isClosed(state)
}

/** The customer master's fields as if they were a form, so that they are checked alike. */
const templateOf = ({ fields, name }: ImportTarget): Template => ({
  format: 1,
  code: '@customer',
  version: 1,
  name,
  title: name,
  module: '',
  kind: 'record',
  paper: { size: 'A4', orientation: 'portrait' },
  pages: 1,
  fields,
  rules: [],
  body: [],
})

const isRefused = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'refuse')

const found = (entry: Entry, problem: Problem, severity: Finding['severity']): Finding => ({
  row: entry.lines[0] ?? 0,
  column: null,
  head: '',
  typed: '',
  severity,
  problem,
})

const maskedIn = (entry: Entry, labels: readonly string[]): readonly Finding[] =>
  labels.map((label) => found(entry, { problem: 'masked', label }, 'refuse'))

const ofValue = (entry: Entry, { problem, label, severity }: ValueProblem): Finding =>
  found(entry, { problem: 'value', label, value: problem }, severity)

const refused = (entry: Entry, problem: Problem): PlannedEntry => ({
  entry,
  does: 'refuse',
  findings: [...entry.findings, found(entry, problem, 'refuse')],
  change: null,
})
