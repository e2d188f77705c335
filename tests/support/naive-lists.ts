import { isClosed, readCustomer } from '../../shared/customers/customer'
import type { FieldValue, FormValues } from '../../shared/forms/values'
import { foldChanges, recordInfo, type EntityRef, type StoredChange } from '../../shared/store'
import { filledIn } from '../../shared/store/state-at'

/** A record as its changes say, and nothing else. */
export interface NaiveRecord {
  readonly id: string
  readonly state: 'draft' | 'submitted' | 'closed' | 'void'
  readonly number: string
  readonly values: FormValues
  /** Names of those who wrote it first and last. */
  readonly people: readonly string[]
  readonly templateHash: string | null
}

interface NaiveCustomer {
  readonly id: string
  readonly name: string
  readonly into: string
  readonly closed: boolean
}

/** Everything that lists show, looked up in all changes one after another: no index, no stored line, nothing remembered. */
export class NaiveLists {
  readonly records: readonly NaiveRecord[]
  readonly customers: readonly NaiveCustomer[]

  constructor(changes: readonly StoredChange[]) {
    const entities = new Map<string, { readonly ref: EntityRef; readonly own: StoredChange[] }>()
    for (const stored of changes) {
      const ref = stored.change.entity
      const key = `${ref.kind}:${ref.id}`
      const known = entities.get(key)
      if (known) known.own.push(stored)
      else entities.set(key, { ref, own: [stored] })
    }
    const of = (kind: EntityRef['kind']) => [...entities.values()].filter(({ ref }) => ref.kind === kind)
    this.records = of('record').map(({ ref, own }) => naiveRecord(ref, own))
    this.customers = of('customer').map(({ ref, own }) => {
      const state = foldChanges(ref, own)
      const { name, mergedInto } = readCustomer(state)
      return { id: ref.id, name, into: mergedInto, closed: isClosed(state) }
    })
  }

  /** The one that a customer stands for: through its merges; of a circle the smallest id. */
  survivorOf(id: string): string {
    const path = [id]
    for (;;) {
      const at = path.at(-1) ?? ''
      const next = this.customers.find((each) => each.id === at)?.into ?? ''
      if (next === '') return at
      const seen = path.indexOf(next)
      if (seen >= 0) return path.slice(seen).sort()[0] ?? ''
      path.push(next)
    }
  }

  /** Whether a record names a customer, one that was merged into it, or, without a link, the name of one of these. */
  names({ values }: NaiveRecord, customer: string): boolean {
    const family = this.customers.filter(({ id }) => id === customer || this.survivorOf(id) === customer)
    const named = personIn(values.fields['customer'])
    if (!named) return false
    return family.some(({ id, name }) => (named.id === undefined ? name === named.name : id === named.id))
  }
}

function naiveRecord(ref: EntityRef, own: readonly StoredChange[]): NaiveRecord {
  const state = foldChanges(ref, own)
  const info = recordInfo(state)
  const person = (stored: StoredChange | undefined) => stored?.change.person?.name ?? ''
  return {
    id: ref.id,
    state: info.state,
    number: info.number ?? '',
    values: filledIn(state),
    people: [person(own[0]), person(own.at(-1))],
    templateHash: info.template,
  }
}

function personIn(value: FieldValue | undefined) {
  return typeof value === 'object' && 'name' in value ? value : undefined
}
