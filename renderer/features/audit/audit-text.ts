import { entryByCode } from '../../../shared/catalogue'
import type { Template } from '../../../shared/forms/template'
import type { AuditLine } from '../../db'
import { clockTime, dayText, whenText } from '../../i18n'
import type { ShowMasked } from '../../stores'
import { computerName, formNames, tellSteps, type HistoryLine, type HistoryT } from '../history'
import { maskedNames, masterNames, type AuditT } from './names'

export interface AuditWords {
  readonly t: AuditT
  readonly historyT: HistoryT
  /** The current version of a form, for the names of its fields. */
  readonly templateOf: (code: string) => Template | undefined
  /** Telephone and identity numbers as lists show them [ST32]. */
  readonly mask: ShowMasked
  readonly writer: string
  /** Times are relative to it (今天 14:03), or whole where it is null: on paper. */
  readonly now: number | null
}

export const auditColumns = ['at', 'person', 'computer', 'kind', 'subject', 'what'] as const
export type AuditColumn = (typeof auditColumns)[number]

/** Fields of one change that are told one by one on its line. */
const TOLD = 3

/** A cell of the audit list as text. */
export function auditCell(words: AuditWords, line: AuditLine, column: AuditColumn): string {
  const { t, historyT, now } = words
  switch (column) {
    case 'at':
      return now === null ? `${dayText(line.at)} ${clockTime(line.at, true)}` : whenText(line.at, now)
    case 'person':
      return line.person?.name ?? historyT('somebody')
    case 'computer':
      return computerName(historyT, line.writer, words.writer)
    case 'kind':
      return t(`kinds.${line.kind}`)
    case 'subject':
      return subjectText(t, line)
    case 'what':
      return whatText(words, line)
  }
}

export function subjectText(t: AuditT, line: AuditLine): string {
  const form = entryByCode(line.templateCode)?.head.name ?? line.templateCode
  if (line.kind === 'record') {
    return [line.number === '' ? t('unnumbered') : line.number, line.title, form]
      .filter((part) => part !== '')
      .join(' · ')
  }
  if (line.kind === 'form') return form
  return line.kind === 'firm' ? t('firm') : line.title
}

function whatText(words: AuditWords, line: AuditLine): string {
  const { t } = words
  const told = toldOf(words, line)
  const deeds = told.flatMap((each) => (each.line === 'deed' ? [each.text] : []))
  const values = told.flatMap((each) => (each.line === 'value' ? [valueText(t, each)] : []))
  const shown = values.slice(0, TOLD)
  const more = values.length > TOLD ? [t('andMore', { count: values.length })] : []
  const sentences = [...deeds, ...shown, ...more]
  return sentences.length === 0 ? t('nothing') : sentences.join(t('sentences'))
}

function toldOf({ t, historyT, templateOf, mask }: AuditWords, line: AuditLine): readonly HistoryLine[] {
  const template = line.kind === 'record' ? templateOf(line.templateCode) : undefined
  const names = line.kind === 'record' ? formNames(historyT, template) : masterNames(t, historyT, line.kind)
  const told = { t: historyT, names: maskedNames(names, mask, line.kind, template), files: new Map() }
  return tellSteps(told, line.steps)
}

const valueText = (t: AuditT, { what, before, after }: Extract<HistoryLine, { line: 'value' }>): string =>
  before === null || before === after ? t('is', { what, after }) : t('becomes', { what, before, after })
