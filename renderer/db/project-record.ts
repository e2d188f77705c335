import type { Field } from '../../shared/forms/field'
import { isRows } from '../../shared/forms/field-types'
import type { Meaning } from '../../shared/forms/meaning'
import type { Template } from '../../shared/forms/template'
import { duesOf } from '../../shared/forms/due'
import { pathKey } from '../../shared/forms/field'
import type { FieldValue, FormValues } from '../../shared/forms/values'
import { cellsOf, plainText } from '../../shared/search/columns'
import type { DueMark } from '../../shared/store/dealt'
import type { Due, ListRow } from '../../shared/search/list-row'
import { bareDigits } from '../../shared/search/digits'
import { nameWords } from '../../shared/search/words'
import { withDerived } from '../../shared/forms/values/derived'

/** What a list shows of a record's values. */
export type Summary = Pick<ListRow, 'title' | 'on' | 'customers' | 'cells' | 'words' | 'dues'> & {
  readonly customer: string
}

/** Types whose text tells a person what a record is about. */
const TELLING = new Set<Field['type']['type']>(['text', 'customer', 'person', 'longText'])

/** Longest title in characters; lists cut it anyway. */
const TITLE_MAX = 60

/**
 * Without a template (it has not arrived yet) nothing is known but the number. What is computed from the day is left out:
 * a line says the same every day. `dealt`: the word with which a day was dealt with.
 */
export function summarise(
  template: Template | undefined,
  written: FormValues,
  number: string,
  dealt: (due: DueMark) => string | undefined = () => undefined,
): Summary {
  if (!template) return { title: '', on: '', customer: '', customers: [], cells: {}, words: '', dues: [] }
  const known = aspectsOf(template)
  const values = withDerived(template, written, number, { today: '' })
  const textOf = (key: string) => plainText(values.fields[key])
  const valueOf = (meaning: Meaning) => {
    const key = known.byMeaning.get(meaning)
    return key === undefined ? '' : textOf(key)
  }
  const customer = valueOf('customer.name')
  const telling = customer === '' ? known.telling.find((key) => textOf(key) !== '') : undefined
  const title = Array.from(telling === undefined ? customer : textOf(telling))
    .slice(0, TITLE_MAX)
    .join('')
  const named = valuesOfTypes(template, values, NAMED)
  return {
    title,
    on: valueOf('record.on').slice(0, 10),
    customer,
    customers: [...new Set(valuesOfTypes(template, values, CUSTOMER).flatMap(customerKey))],
    cells: cellsOf(template, values),
    words: [
      ...nameWords([...new Set([title, ...named.map(plainText)])].filter((name) => name !== '')),
      ...[number, ...valuesOfTypes(template, values, PHONE).map(plainText)].map(bareDigits),
    ]
      .filter((word) => word !== '')
      .join(' '),
    dues: duesIn(template, values, HANDLING.map(valueOf).find((name) => name !== '') ?? '', dealt),
  }
}

/** What every record of a form is asked for, looked up in the form once. */
interface Aspects {
  /** Keys of the fields that bear a meaning; of several the first. */
  readonly byMeaning: ReadonlyMap<Meaning, string>
  /** Keys of the fields whose text tells what a record is about, in the order of the form. */
  readonly telling: readonly string[]
}

const aspects = new WeakMap<Template, Aspects>()

function aspectsOf(template: Template): Aspects {
  const known = aspects.get(template)
  if (known) return known
  const byMeaning = new Map<Meaning, string>()
  for (const { key, meaning } of template.fields) {
    if (meaning !== undefined && !byMeaning.has(meaning)) byMeaning.set(meaning, key)
  }
  const telling = template.fields.filter(({ type }) => TELLING.has(type.type)).map(({ key }) => key)
  const found = { byMeaning, telling }
  aspects.set(template, found)
  return found
}

/** Who handles what a form is about, the closest meaning first. */
const HANDLING = ['record.handledBy', 'service.person', 'visit.person', 'record.preparedBy'] as const

const duesIn = (
  template: Template,
  values: FormValues,
  who: string,
  dealt: (due: DueMark) => string | undefined,
): readonly Due[] =>
  duesOf(template, values).map(({ path, label, on, kind, done, customer }) => {
    const at = pathKey(path)
    const word = dealt({ at, on })
    return {
      label,
      on,
      kind,
      done,
      at,
      who,
      about: customer?.name ?? '',
      ...(word === undefined ? {} : { dealt: word }),
    }
  })

const NAMED: ReadonlySet<string> = new Set(['person', 'customer'])
const CUSTOMER: ReadonlySet<string> = new Set(['customer'])
const PHONE: ReadonlySet<string> = new Set(['phone'])

/** How a record names a customer: by id, or by name where nobody has linked it. */
function customerKey(value: FieldValue): readonly string[] {
  if (typeof value !== 'object' || !('name' in value)) return []
  return [value.id ?? `=${value.name}`]
}

/** Every value of fields of these types, in 明细 too. */
function valuesOfTypes(
  { fields }: Template,
  values: FormValues,
  types: ReadonlySet<string>,
): readonly FieldValue[] {
  const found: FieldValue[] = []
  const note = (value: FieldValue | undefined) => {
    if (value !== undefined) found.push(value)
  }
  for (const field of fields) {
    if (types.has(field.type.type)) note(values.fields[field.key])
    if (!isRows(field)) continue
    const columns = field.type.columns.filter((column) => types.has(column.type.type))
    for (const row of values.rows[field.key] ?? []) for (const { key } of columns) note(row.cells[key])
  }
  return found
}
