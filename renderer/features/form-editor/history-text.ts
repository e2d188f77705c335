import type { TFunction } from 'i18next'
import { findField, formatValue } from '../../../shared/forms'
import type { Path } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FieldValue, FormValues } from '../../../shared/forms/values'
import { assertNever } from '../../../shared/kernel/assert-never'
import type { HistoryStep, RecordState } from '../../db'
import { fieldName } from './stop-names'

/** One line of a record's history: what, and from what to what. */
export interface HistoryLine {
  readonly what: string
  readonly after: string | null
  readonly before: string | null
}

export interface HistoryWords {
  readonly t: TFunction<'editor'>
  /** The word for a state, in the language of the window. */
  readonly state: (state: RecordState) => string
}

/**
 * The steps of one change that are worth a line: an added row says nothing of its own where the same change fills
 * cells of it, for their lines tell of the row, by its number.
 */
export function toldSteps(steps: readonly HistoryStep[]): readonly HistoryStep[] {
  const cells = steps.flatMap((step) => (step.step === 'set' && !isRoutine(step) ? [step.path] : []))
  const filled = (rows: string, row: string) =>
    cells.some((path) => path.length === 3 && path[0] === rows && path[1] === row)
  return steps.filter((step) => step.step !== 'addRow' || !filled(step.rows, step.row))
}

/** What one step of a change says; null for what a person need not read (the order of rows). */
export function historyLine(
  words: HistoryWords,
  template: Template,
  values: FormValues,
  step: HistoryStep,
): HistoryLine | null {
  const { t } = words
  const plain = (what: string): HistoryLine => ({ what, after: null, before: null })
  switch (step.step) {
    case 'addRow':
      return plain(t('panel.addRow', { rows: rowsLabel(template, step.rows) }))
    case 'removeRow':
      return plain(t('panel.removeRow', { rows: rowsLabel(template, step.rows) }))
    case 'unknown':
      return plain(t('panel.unknownEdit'))
    case 'set':
      return isRoutine(step) ? null : setLine(words, template, values, step)
    default:
      return assertNever(step)
  }
}

/** The order of rows, and that a new record begins as a draft. */
const isRoutine = ({ path, before, after }: Extract<HistoryStep, { step: 'set' }>): boolean =>
  path.at(-1) === '@order' || (path[0] === '@state' && before === null && after === 'draft')

function setLine(
  words: HistoryWords,
  template: Template,
  values: FormValues,
  { path, before, after }: Extract<HistoryStep, { step: 'set' }>,
): HistoryLine {
  const show = (value: FieldValue | null) =>
    value === null ? words.t('panel.empty') : valueText(words, template, path, value)
  return {
    what: ownRegister(words.t, path) ?? fieldName(words.t, template, values, path),
    after: show(after),
    before: before === null ? null : show(before),
  }
}

function ownRegister(t: TFunction<'editor'>, path: Path): string | null {
  const [name = ''] = path
  if (name === '@state') return t('panel.state')
  if (name === '@number') return t('panel.number')
  if (name === '@voidReason') return t('panel.voidReason')
  return name.startsWith('@') ? t('panel.recordItself') : null
}

const states: readonly string[] = ['draft', 'submitted', 'closed', 'void']

/** A value as a person reads it; of a field that this version of the form does not know, as it is stored. */
export function valueText(words: HistoryWords, template: Template, path: Path, value: FieldValue): string {
  if (path[0] === '@state' && typeof value === 'string' && states.includes(value)) {
    return words.state(value as RecordState)
  }
  const field = findField(template, path)
  if (field) return formatValue(field, value)
  if (typeof value === 'string') return value
  return typeof value === 'object' && 'name' in value ? value.name : JSON.stringify(value)
}

function rowsLabel(template: Template, rows: string): string {
  return template.fields.find(({ key }) => key === rows)?.label ?? rows
}
