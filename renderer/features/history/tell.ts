import type { Path } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'
import type { HistoryEntry, HistoryStep } from '../../db'
import type { HistoryNames, HistoryT } from './names'

/** One line of a history: a deed as a sentence, or a field with what it was and what it is. */
export type HistoryLine =
  | { readonly line: 'deed'; readonly text: string }
  | {
      readonly line: 'value'
      readonly path: Path
      readonly what: string
      /** Null: nothing was there before, so that only the new value is told. */
      readonly before: string | null
      readonly after: string
    }

type SetStep = Extract<HistoryStep, { step: 'set' }>

export interface Telling {
  readonly t: HistoryT
  readonly names: HistoryNames
  /** Names of attachments by their row: one that is taken away says its name no more. */
  readonly files: ReadonlyMap<string, string>
}

/** Names of all attachments that a history speaks of. */
export function fileNames(entries: readonly HistoryEntry[]): ReadonlyMap<string, string> {
  const named = entries
    .flatMap(({ steps }) => steps)
    .flatMap((step): readonly [string, string][] => {
      if (step.step !== 'set' || step.path[0] !== '@files' || step.path[2] !== 'name') return []
      return typeof step.after === 'string' ? [[step.path[1] ?? '', step.after]] : []
    })
  return new Map(named)
}

/** What one change did, deeds first. */
export function tellSteps(telling: Telling, steps: readonly HistoryStep[]): readonly HistoryLine[] {
  const deeds = deedsOf(telling, steps).map((text): HistoryLine => ({ line: 'deed', text }))
  return [...deeds, ...steps.flatMap((step) => lineOf(telling, steps, step))]
}

const isOwn = (name: string | undefined): boolean => name?.startsWith('@') === true

const own = (steps: readonly HistoryStep[], name: string): SetStep | undefined =>
  steps.find(
    (step): step is SetStep => step.step === 'set' && step.path.length === 1 && step.path[0] === name,
  )

const textOf = (value: FieldValue | null | undefined): string => (typeof value === 'string' ? value : '')

/** 登记, 办结, 作废, 恢复, 更正, attachments and what else is done with an entity as a whole. */
function deedsOf({ t, names, files }: Telling, steps: readonly HistoryStep[]): readonly string[] {
  const state = own(steps, '@state')
  const number = own(steps, '@number')
  const deeds: string[] = []
  if (own(steps, '@from')?.after) deeds.push(t('deed.madeFrom'))
  if (state) deeds.push(...stateDeed(t, state, textOf(number?.after), reasonOf(steps)))
  else if (number) deeds.push(t('deed.number', { number: textOf(number.after) }))
  if (!state && own(steps, '@voidReason')) deeds.push(t('deed.voidReason', { reason: reasonOf(steps) }))
  const merged = own(steps, '@mergedInto')
  if (merged) deeds.push(t(merged.after === null ? 'deed.unmerged' : 'deed.merged'))
  for (const step of steps) {
    if (step.step === 'addRow' && step.rows === '@corrections') {
      const reason = cellOf(steps, step.rows, step.row, 'reason')
      deeds.push(reason === '' ? t('deed.corrected') : t('deed.correctedFor', { reason }))
    }
    if (step.step === 'addRow' && step.rows === '@files')
      deeds.push(t('deed.fileAdded', { name: files.get(step.row) ?? '' }))
    if (isRename(steps, step))
      deeds.push(t('deed.fileRenamed', { before: textOf(step.before), name: textOf(step.after) }))
    if (step.step === 'removeRow' && step.rows === '@files')
      deeds.push(t('deed.fileRemoved', { name: files.get(step.row) ?? '' }))
    if (isDealt(step)) deeds.push(dealtDeed(t, names, step))
    if (step.step === 'unknown') deeds.push(t('deed.unknown'))
  }
  return deeds
}

/** Another name for an attachment that is there already; with a row that is added the name comes by itself. */
const isRename = (steps: readonly HistoryStep[], step: HistoryStep): step is SetStep =>
  step.step === 'set' &&
  step.path[0] === '@files' &&
  step.path[2] === 'name' &&
  !steps.some((each) => each.step === 'addRow' && each.rows === '@files' && each.row === step.path[1])

const isDealt = (step: HistoryStep): step is SetStep =>
  step.step === 'set' && step.path.length === 2 && step.path[0] === '@dealt'

/** 到期的事已处理 [ST43]: which one, and the word behind its day. */
function dealtDeed(t: HistoryT, names: HistoryNames, { path, after }: SetStep): string {
  const at = path[1] ?? ''
  const what = names.field(at.startsWith('[') ? (JSON.parse(at) as Path) : [at])
  const [day = '', ...words] = textOf(after).split(' ')
  if (day === '') return t('deed.undealt', { what })
  return t(words.length === 0 ? 'deed.dealt' : 'deed.dealtAs', { what, day, word: words.join(' ') })
}

const reasonOf = (steps: readonly HistoryStep[]): string =>
  textOf(own(steps, '@voidReason')?.after) || textOf(own(steps, '@closeReason')?.after)

function cellOf(steps: readonly HistoryStep[], rows: string, row: string, column: string): string {
  const cell = steps.find(
    (step): step is SetStep =>
      step.step === 'set' && step.path[0] === rows && step.path[1] === row && step.path[2] === column,
  )
  return textOf(cell?.after)
}

function stateDeed(
  t: HistoryT,
  { before, after }: SetStep,
  number: string,
  reason: string,
): readonly string[] {
  const was = textOf(before)
  switch (textOf(after)) {
    case 'draft':
      return was === '' ? [] : [t(was === 'void' ? 'deed.restoredDraft' : 'deed.draft')]
    case 'submitted':
      if (was === 'void') return [t('deed.restored')]
      if (was === 'closed') return [t('deed.reopened')]
      return [number === '' ? t('deed.submitted') : t('deed.submittedAs', { number })]
    case 'closed':
      if (was === 'void') return [t('deed.restored')]
      // A customer is closed with a reason, a record (办结) without.
      if (was === 'active' || reason !== '') return [t('deed.customerClosed', { reason })]
      return [t('deed.closed')]
    case 'void':
      return [t('deed.voided', { reason })]
    case 'active':
      return was === '' ? [] : [t('deed.customerOpened')]
    default:
      return [t('deed.unknown')]
  }
}

function lineOf(
  { t, names }: Telling,
  steps: readonly HistoryStep[],
  step: HistoryStep,
): readonly HistoryLine[] {
  switch (step.step) {
    case 'unknown':
      return []
    case 'addRow':
    case 'removeRow': {
      if (isOwn(step.rows)) return []
      // An added row whose cells are told by their own lines needs none.
      const filled = step.step === 'addRow' && steps.some((each) => isCellOf(each, step.rows, step.row))
      const row = names.row(step.rows, step.row, step.place)
      return filled ? [] : [{ line: 'deed', text: t(`deed.${step.step}`, { row }) }]
    }
    case 'set': {
      if (isOwn(step.path[0]) || isOwn(step.path.at(-1))) return []
      const show = (value: FieldValue | null) => (value === null ? t('empty') : names.value(step.path, value))
      const before = step.before === null ? null : show(step.before)
      return [
        {
          line: 'value',
          path: step.path,
          what: names.field(step.path, step.place),
          before,
          after: show(step.after),
        },
      ]
    }
  }
}

const isCellOf = (step: HistoryStep, rows: string, row: string): boolean =>
  step.step === 'set' && step.path.length === 3 && step.path[0] === rows && step.path[1] === row

/** Whether a step is about a field or, for a cell, about that cell (or its coming and going with its row). */
export function isAbout(step: HistoryStep, path: Path): boolean {
  const [rows, row] = path
  if (step.step === 'set')
    return step.path.length === path.length && step.path.every((name, i) => name === path[i])
  return step.step !== 'unknown' && path.length === 3 && step.rows === rows && step.row === row
}

/** 电脑 ab12, or this one: the folder knows computers by their writers alone. */
export function computerName(t: HistoryT, writer: string, own: string): string {
  const name = t('computer', { name: writer.slice(0, 4) })
  return writer === own ? t('thisComputer', { name }) : name
}
