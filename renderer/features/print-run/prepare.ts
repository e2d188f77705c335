import { choose } from '../../../shared/customers/choosing'
import { customerField } from '../../../shared/customers/by-meaning'
import { textOf } from '../../../shared/customers/customer'
import type { Template } from '../../../shared/forms/template'
import { emptyValues } from '../../../shared/forms/values'
import type { Bridge, FormSheet } from '../../../shared/ipc/contract'
import { nameByPattern } from '../../../shared/print/name-pattern'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { WorkingCopy } from '../../db'
import { filledSheet, setupOf, type PrintSetups } from '../../stores'
import { attachmentPages } from '../attachments'
import { setupIn, type Choices } from './choices'
import { nameValues, type NamedSheet } from './name-values'
import type { NotPrepared, PreparedSheet } from './run-prints'

/** What is printed: records as they are, or one form for each of many customers, filled in as far as the customer answers it. */
export type PrintSource =
  /** `whole`: nobody chose them, they are all that the list shows. */
  | { readonly source: 'records'; readonly ids: readonly string[]; readonly whole: boolean }
  | { readonly source: 'customers'; readonly ids: readonly string[]; readonly form: Template }

export interface PrepareParts {
  readonly workingCopy: Pick<WorkingCopy, 'records' | 'customers' | 'files'>
  readonly bridge: Bridge
  readonly letterhead: Letterhead
  readonly setups: PrintSetups | undefined
  /** Day that the names of files say where a sheet has none of its own. */
  readonly today: string
}

type Drawn = Omit<NamedSheet, 'place' | 'of'> & {
  readonly sheet: FormSheet
  readonly version: string
  readonly called: string
}

/** Reads one sheet after the other, or says what is not there for it: its form, or its customer. */
export function preparer(
  parts: PrepareParts,
  source: PrintSource,
  choices: Choices,
): (id: string, place: number) => Promise<PreparedSheet | NotPrepared> {
  const { setups } = parts
  return async (id, place) => {
    const drawn = await (source.source === 'records'
      ? ofRecord(parts, id)
      : ofCustomer(parts, source.form, id))
    if ('notThere' in drawn) return drawn
    const { template, values, mode, forPen, stamp } = drawn.sheet
    const setup = setupIn(setupOf(setups, template.code), choices.overprint, drawn.sheet)
    const behind = choices.attachments ? await attachmentsBehind(parts, id, drawn.number) : nothingBehind
    return {
      template,
      version: drawn.version,
      called: drawn.called,
      lacking: behind.lacking,
      sheet: {
        values,
        mode,
        name: nameByPattern(choices.pattern, nameValues({ ...drawn, place, of: source.ids.length })),
        ...(forPen && { forPen }),
        ...(stamp !== undefined && { stamp }),
        ...(Object.keys(setup).length > 0 && { setup }),
        ...(behind.extras.length > 0 && { extras: behind.extras }),
      },
    }
  }
}

async function ofRecord({ workingCopy, letterhead }: PrepareParts, id: string): Promise<Drawn | NotPrepared> {
  const view = await workingCopy.records.get(id)
  if (view?.template === undefined) return { called: view?.row.number ?? '', notThere: 'NoTemplate' }
  const { template, values, corrections, row } = view
  const sheet = filledSheet({ template, values, state: row.state, corrections }, letterhead)
  const called = row.number === '' ? template.name : row.number
  return { sheet, template, values, number: row.number, on: row.on, version: row.templateHash, called }
}

async function ofCustomer(
  { workingCopy, letterhead, today }: PrepareParts,
  template: Template,
  id: string,
): Promise<Drawn | NotPrepared> {
  const view = await workingCopy.customers.get(id)
  const field = customerField(template)
  if (!field) throw new Error(`form ${template.code} has no field for a customer`)
  if (!view) return { called: '', notThere: 'NoCustomer' }
  const { customer } = view
  const { values } = choose({
    template,
    values: emptyValues,
    path: [field.key],
    customer,
    replaceable: [],
  })
  const sheet: FormSheet = { template, values, letterhead, mode: 'filled', forPen: true }
  const number = textOf(customer.values.fields['code'])
  const called = textOf(customer.values.fields['name'])
  return { sheet, template, values, number, on: today, version: template.code, called }
}

const nothingBehind = { extras: [], lacking: [] } as const

async function attachmentsBehind(
  { workingCopy, bridge }: PrepareParts,
  record: string,
  number: string,
): Promise<
  Pick<PreparedSheet, 'lacking'> & { readonly extras: Awaited<ReturnType<typeof attachmentPages>> }
> {
  const files = await workingCopy.files.of(record)
  if (files.length === 0) return nothingBehind
  const extras = await attachmentPages(bridge, files, number)
  return { extras, lacking: extras.flatMap((page) => (page.page === 'note' ? page.lines : [])) }
}
