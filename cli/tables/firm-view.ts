import { foldFolder, nodeFiles } from '../../node/store'
import { entryByCode } from '../../shared/catalogue'
import { readCustomer, textOf } from '../../shared/customers/customer'
import { templateHash } from '../../shared/forms'
import type { Template } from '../../shared/forms/template'
import type { PersonRef } from '../../shared/forms/values'
import { bearers } from '../../shared/import'
import { survivorsAt, valuesOf, type EntityState } from '../../shared/store'
import { badInput } from '../context'
import { startFailureLine } from '../failure-lines'

/** What is in a data folder, for taking tables over and out. */
export interface FirmView {
  readonly firm: EntityState | null
  readonly customers: readonly EntityState[]
  /** Records of one form, whatever version they are filled from. */
  readonly records: (code: string) => readonly EntityState[]
  /** The version that a record pins. */
  readonly templateOf: (state: EntityState) => Template | undefined
  /** The version that new records are filled from. [ST30] */
  readonly current: (code: string) => { readonly hash: string; readonly template: Template } | undefined
  /** The one who bears the name; undefined for none, and for several. */
  readonly person: (name: string) => PersonRef | undefined
  readonly customer: (name: string) => PersonRef | undefined
}

/** Reads a data folder: nothing is written, locked or waited for. */
export async function firmView(folder: string): Promise<FirmView> {
  const folded = await foldFolder(nodeFiles(), folder)
  if (!folded.ok) throw badInput(startFailureLine(folded.error))
  const { entities } = folded.value
  const templates = new Map(folded.value.templates.map(({ hash, template }) => [hash, template]))
  const ofKind = (kind: string) => entities.filter(({ entity }) => entity.kind === kind)
  const firm = ofKind('firm').find(({ entity }) => entity.id === 'firm') ?? null
  const customers = ofKind('customer')
  const templateOf = (state: EntityState) => templates.get(state.template?.hash ?? '')
  return {
    firm,
    customers,
    templateOf,
    records: (code) => ofKind('record').filter((state) => templateOf(state)?.code === code),
    current: (code) => {
      const chosen = firm ? survivorsAt(firm, ['forms', code])[0]?.value : undefined
      const own = typeof chosen === 'string' ? templates.get(chosen) : undefined
      if (own) return { hash: templateHash(own), template: own }
      const entry = entryByCode(code)
      return entry && { hash: entry.hash, template: entry.template }
    },
    person: bearers(
      ofKind('staff').map((state) => ({
        id: state.entity.id,
        name: textOf(valuesOf(state).values.fields['name']),
      })),
    ),
    customer: bearers(
      customers
        .map((state) => readCustomer(state))
        .filter(({ state }) => state === 'active')
        .map(({ id, name }) => ({ id, name })),
    ),
  }
}
