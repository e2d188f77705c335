import { entryByCode } from '../../../shared/catalogue'
import type { RegisterPrint } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { Audit, AuditKey, AuditLine } from '../../db'
import { clockTime, dayText, isoDayText } from '../../i18n'
import { computerName } from '../history'
import { auditCell, auditColumns, type AuditColumn, type AuditWords } from './audit-text'
import { queryOf, type AuditFilter } from './filter'

/** Lines of one printed list; more is a matter for a narrower filter. */
const PRINT_MOST = 5000

const STEP = 500

/** Share of the paper's width. */
const weights: Readonly<Record<AuditColumn, number>> = {
  at: 16,
  person: 9,
  computer: 11,
  kind: 8,
  subject: 24,
  what: 40,
}

/** What has been found of a list: `next` is where it goes on, absent at its end. */
interface FoundLines {
  readonly lines: readonly AuditLine[]
  readonly next?: AuditKey
}

/** Everything that the filter leaves, newest first: what is listed already, then page by page as long as it `isWanted`. */
export async function allLines(
  audit: Pick<Audit, 'page'>,
  filter: AuditFilter,
  listed: FoundLines,
  isWanted: () => boolean,
): Promise<{ readonly lines: readonly AuditLine[]; readonly more: boolean }> {
  const lines = [...listed.lines]
  let after = listed.next
  while (after && lines.length < PRINT_MOST && isWanted()) {
    const page = await audit.page({ ...queryOf(filter, STEP), after })
    lines.push(...page.lines)
    after = page.next
  }
  return { lines: lines.slice(0, PRINT_MOST), more: after !== undefined || lines.length > PRINT_MOST }
}

/** What the list was narrowed to, in words. */
export function filterText({ t, historyT, writer: own }: AuditWords, filter: AuditFilter): string {
  const { text, kind, person, writer, code, from, to } = filter
  const said = [
    ...(from === '' && to === ''
      ? []
      : [
          t('range', {
            from: from === '' ? t('earliest') : isoDayText(from),
            to: to === '' ? t('latest') : isoDayText(to),
          }),
        ]),
    ...(kind === 'any' ? [] : [t(`kinds.${kind}`)]),
    ...(person === '' ? [] : [person]),
    ...(writer === '' ? [] : [computerName(historyT, writer, own)]),
    ...(code === '' ? [] : [entryByCode(code)?.head.name ?? code]),
    ...(text.trim() === '' ? [] : [`“${text.trim()}”`]),
  ]
  return t('printFilter', {
    filter: said.length === 0 ? t('printAll') : said.join(t('common:listSeparator')),
  })
}

export interface AuditPrintInput {
  readonly words: AuditWords
  readonly filter: AuditFilter
  readonly lines: readonly AuditLine[]
  /** There is more than fits. */
  readonly more: boolean
  readonly letterhead: Letterhead
  /** Milliseconds since 1970. */
  readonly printedAt: number
}

/** The list as it is printed: whole times, and in the foot what the filter was and when it was printed. */
export function auditPrint({
  words,
  filter,
  lines,
  more,
  letterhead,
  printedAt,
}: AuditPrintInput): RegisterPrint {
  const { t } = words
  // On paper nobody knows which computer was this one, nor which day was today.
  const whole: AuditWords = { ...words, now: null, writer: '' }
  const foot = [
    filterText(words, filter),
    ...(more ? [t('printMost', { count: lines.length })] : []),
    t('printedAt', { day: dayText(printedAt), time: clockTime(printedAt) }),
  ]
  return {
    title: t('title'),
    letterhead,
    columns: auditColumns.map((column) => ({
      label: t(`column.${column}`),
      align: column === 'subject' || column === 'what' ? 'left' : 'center',
      weight: weights[column],
    })),
    rows: lines.map((line) => auditColumns.map((column) => auditCell(whole, line, column))),
    footnote: foot.join('  ·  '),
  }
}
