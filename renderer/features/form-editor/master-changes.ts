import type { Customer } from '../../../shared/customers/customer'
import { differencesAt, linkedPlaces, type Difference } from '../../../shared/customers/choosing'
import { CONTACTS } from '../../../shared/customers/fields'
import { findField } from '../../../shared/forms'
import { pathKey } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FieldValue, FormValues } from '../../../shared/forms/values'
import { convertValue } from '../../../shared/forms/values/convert'
import type { HistoryEntry } from '../../db'

/** A customer as it is now, and how its fields came to be so. */
export interface Master {
  readonly customer: Customer
  readonly fields: ReadonlyMap<string, MasterField>
}

interface MasterField {
  /** Milliseconds since 1970, by the writer's clock. */
  readonly at: number
  readonly who: string
  /** What it was before, ever. */
  readonly former: readonly FieldValue[]
}

/** A value that the master has changed since the form copied it. */
export interface MasterChange extends Difference {
  /** Under which it is left as it is: another change of the same field counts anew. */
  readonly key: string
  readonly at: number
  readonly who: string
}

/** A customer with the story of its fields. */
export function masterOf(customer: Customer, history: readonly HistoryEntry[]): Master {
  const fields = new Map<string, MasterField>()
  for (const { at, person, steps } of history) {
    for (const step of steps) {
      if (step.step !== 'set') continue
      const [key = ''] = step.path
      const former = fields.get(key)?.former ?? []
      fields.set(key, {
        at,
        who: person?.name ?? '',
        former: step.before === null ? former : [...former, step.before],
      })
    }
  }
  return { customer, fields }
}

/**
 * What the master of the customers that a form names has changed since the form copied it: the form shows a former value of
 * it, or the master's field was written after the form was begun (`begun`: milliseconds since 1970). What a person wrote
 * otherwise on purpose is no change of the master.
 */
export function masterChanges(
  template: Template,
  values: FormValues,
  masters: ReadonlyMap<string, Master>,
  begun: number,
): readonly MasterChange[] {
  return linkedPlaces(template, values).flatMap(({ path, id }) => {
    const master = masters.get(id)
    if (!master) return []
    return differencesAt(template, values, path, master.customer).flatMap((difference) => {
      const story = storyOf(master, difference.of)
      if (!story || !(story.at > begun || wasOnce(template, difference, story))) return []
      const key = `${pathKey(difference.path)} ${id} ${story.at}`
      return [{ ...difference, key, at: story.at, who: story.who }]
    })
  })
}

/** A contact's name or telephone may be that of the first of the list. */
const storyOf = ({ fields }: Master, of: string): MasterField | undefined =>
  fields.get(of) ?? (['contact', 'phone', 'mobile'].includes(of) ? fields.get(CONTACTS) : undefined)

function wasOnce(template: Template, { path, here, of }: Difference, { former }: MasterField): boolean {
  if (of === 'name') {
    const name = typeof here === 'object' && here !== null && 'name' in here ? here.name : ''
    return former.includes(name)
  }
  const field = findField(template, path)
  return (
    field !== undefined &&
    here !== null &&
    former.some((value) => JSON.stringify(convertValue(value, field)) === JSON.stringify(here))
  )
}

/** When a record was begun: a UUIDv7 says it in its first 48 bits, in milliseconds since 1970. */
export const begunAt = (recordId: string): number => parseInt(recordId.replace(/-/g, '').slice(0, 12), 16)
