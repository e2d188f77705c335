import { initialValues, presetPlace } from '../../shared/forms'
import { takeOver } from '../../shared/forms/take-over'
import type { Template } from '../../shared/forms/template'
import type { FormValues } from '../../shared/forms/values'
import type { Draft } from '../../shared/ipc/contract'
import { uuidv7 } from '../../shared/kernel/ids'
import { err, ok, type Result } from '../../shared/kernel/result'
import { withoutDerived } from '../db'
import type { SessionDeps, SessionFailure } from './record-session-types'
import { contextOf } from './session-context'

/** What a new record begins with: a sheet as it stands, saved or not. */
export interface Sheet {
  readonly template: Template
  readonly templateHash: string
  /** With the number in its field and everything computed. */
  readonly values: FormValues
}

/** The row of a sheet that the next form is about. */
export type SheetRow = { readonly rows: string; readonly id: string }

/** Answers the id of the new draft. */
export type NewDraft = Promise<Result<string, SessionFailure>>

/** 复制为新单据, from anywhere: a draft with what a record holds, without number, attachments and origin, dated today. */
export async function copyRecord(deps: SessionDeps, id: string): NewDraft {
  const sheet = await sheetOf(deps, id)
  return sheet.ok ? copySheet(deps, sheet.value) : sheet
}

/** 下一步, from anywhere: a draft of the form `code` that takes over what a record knows, made from it. */
export async function makeNextOf(deps: SessionDeps, id: string, code: string): NewDraft {
  const sheet = await sheetOf(deps, id)
  return sheet.ok ? nextSheet(deps, sheet.value, id, code) : sheet
}

/** The same values on the form as it is now: fields with a first value begin anew, rows are new rows. */
export async function copySheet(deps: SessionDeps, sheet: Sheet): NewDraft {
  const { template, values } = sheet
  const current = deps.workingCopy.templates.current(template.code) ?? { template, hash: sheet.templateHash }
  const copied = withoutDerived(template, values)
  const first = withoutDerived(current.template, initialValues(current.template, contextOf(deps)))
  const known = new Set(current.template.fields.map(({ key }) => key))
  const fresh: FormValues = {
    fields: only(known, { ...copied.fields, ...first.fields }),
    matrices: only(known, copied.matrices),
    rows: Object.fromEntries(
      Object.entries(only(known, copied.rows)).map(([field, rows]) => [
        field,
        rows.map((row) => (presetPlace(row.id) === null ? { ...row, id: newId(deps) } : row)),
      ]),
    ),
  }
  const serial = template.fields.find(({ type }) => type.type === 'serial')
  const number = serial && values.fields[serial.key]
  const copyOf = typeof number === 'string' && number !== '' ? number : template.name
  return putDraft(deps, current, fresh, { copyOf })
}

export async function nextSheet(
  deps: SessionDeps,
  { template, values }: Pick<Sheet, 'template' | 'values'>,
  from: string,
  code: string,
  row?: SheetRow,
): NewDraft {
  const current = deps.workingCopy.templates.current(code)
  if (!current) return err({ type: 'UnknownForm', code })
  const first = withoutDerived(current.template, initialValues(current.template, contextOf(deps)))
  const taken = takeOver(template, values, current.template, {
    rowId: () => newId(deps),
    ...(row === undefined ? {} : { row }),
  })
  const fresh: FormValues = {
    fields: { ...first.fields, ...taken.fields },
    matrices: first.matrices,
    rows: { ...first.rows, ...taken.rows },
  }
  return putDraft(deps, current, fresh, { from })
}

async function sheetOf(deps: SessionDeps, id: string): Promise<Result<Sheet, SessionFailure>> {
  const view = await deps.workingCopy.records.get(id)
  if (!view) return err({ type: 'UnknownRecord', id })
  const { template, values, row } = view
  return template
    ? ok({ template, templateHash: row.templateHash, values })
    : err({ type: 'UnknownTemplate', hash: row.templateHash })
}

async function putDraft(
  deps: SessionDeps,
  form: { readonly template: Template; readonly hash: string },
  values: FormValues,
  origin: Pick<Draft, 'from' | 'copyOf'>,
): NewDraft {
  // The draft file names this version: a later program, with other forms, must find it in the folder.
  const kept = await deps.workingCopy.templates.keep(form.hash)
  if (!kept.ok) return kept
  const person = deps.person()
  const draft: Draft = {
    id: newId(deps),
    templateHash: form.hash,
    templateCode: form.template.code,
    values,
    seen: {},
    savedAt: deps.clock.now(),
    ...origin,
    ...(person ? { person: person.id ?? person.name } : {}),
  }
  const put = await deps.bridge.call('draft:put', draft)
  return put.ok ? ok(draft.id) : put
}

const newId = ({ clock, random }: SessionDeps): string => uuidv7(clock, random)

/** Members that the form has: another version of it may have had others. */
const only = <T>(
  known: ReadonlySet<string>,
  map: { readonly [key: string]: T },
): { readonly [key: string]: T } => Object.fromEntries(Object.entries(map).filter(([key]) => known.has(key)))
