import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Lists, ListedRecord } from '../../db'
import { clockTime, dayText, failureText } from '../../i18n'
import { copyRecord, filledSheet, usePersonRef, useServices, type SessionFailure } from '../../stores'
import { useNotices } from '../../ui'
import { useLetterhead } from '../forms-library'
import type { PrintSource } from '../print-run'
import type { FormSheet, PrintJob } from '../../../shared/ipc/contract'
import type { CellWords } from './cell-text'
import type { Column } from './columns'
import { PRINT_PART, READ_STEP } from './limits'
import { registerPrint } from './register-print'
import { registerSheet, sheetRow } from './register-sheet'
import type { Register } from './use-register'

/** What is asked or shown over the register. */
export type RegisterDialog =
  | { readonly dialog: 'print'; readonly job: PrintJob; readonly name: string }
  | { readonly dialog: 'parts' }
  | { readonly dialog: 'run'; readonly source: PrintSource; readonly title: string }
  | { readonly dialog: 'void'; readonly ids: readonly string[]; readonly left: number }

export interface RegisterActs {
  /** What is being done now, in words; null: nothing. */
  readonly busy: string | null
  readonly dialog: RegisterDialog | null
  readonly closeDialog: () => void
  readonly printSheets: () => void
  /** 批量打印 of the chosen records; of all that the list shows where none is chosen. */
  readonly printRun: () => void
  readonly printList: () => void
  /** From this place on, one part. */
  readonly printPart: (from: number) => void
  readonly exportChosen: () => void
  readonly exportAll: () => void
  readonly copy: () => void
  readonly askVoid: () => void
  readonly voidAll: (reason: string) => void
}

/** Everything that is done with many records at once. */
export function useRegisterActs(
  name: string,
  register: Register,
  columns: readonly Column[],
  words: CellWords,
): RegisterActs {
  const { t } = useTranslation('records')
  const { workingCopy, bridge, clock, random } = useServices()
  const [, navigate] = useLocation()
  const person = usePersonRef()
  const letterhead = useLetterhead()
  const notices = useNotices()
  const [busy, setBusy] = useState<string | null>(null)
  const [dialog, setDialog] = useState<RegisterDialog | null>(null)
  const { lists, records } = workingCopy
  const { selection, query, state } = register
  const count = state.count ?? 0
  const title = t('registerTitle', { name })

  const copyFailure = (failure: SessionFailure): string => {
    return isUnknown(failure) ? t('copyFailed') : failureText(failure)
  }
  const work = (text: string, task: () => Promise<void>) => {
    if (busy !== null) return
    setBusy(text)
    task()
      .catch((error: unknown) => {
        notices.warn(t('failed', { reason: error instanceof Error ? error.message : String(error) }))
      })
      .finally(() => {
        setBusy(null)
      })
  }
  /** The chosen records in the order of the list; those that it leaves out by now come last. */
  const chosenIds = async (): Promise<readonly string[]> => {
    const ordered = await lists.recordIds(query, 0, count)
    const inList = ordered.filter((id) => selection.has(id))
    const seen = new Set(inList)
    return [...inList, ...[...selection].filter((id) => !seen.has(id))]
  }
  const progress = (done: number, of: number) => {
    setBusy(t('reading', { done, count: of }))
  }

  const printPart = (from: number) => {
    setDialog(null)
    work(t('preparing'), async () => {
      const ids = await lists.recordIds(query, from, PRINT_PART)
      const rows: ListedRecord[] = []
      await eachRow(lists, ids, (row) => rows.push(row), progress)
      const now = clock.now()
      const whole = ids.length >= count
      const range = whole
        ? t('printedAll', { count: ids.length })
        : t('printedPart', { from: from + 1, to: from + ids.length, count })
      const printedAt = t('printedAt', { time: clockTime(now), day: dayText(now) })
      const register = registerPrint({
        title,
        letterhead,
        columns,
        rows,
        totals: whole ? state.totals : null,
        totalLabel: t('totals'),
        words,
        footnote: t('footnote', { printedAt, range }),
      })
      setDialog({ dialog: 'print', job: { job: 'register', register }, name: `${title}.pdf` })
    })
  }

  const exportIds = (ids: () => Promise<readonly string[]>) => {
    work(t('preparing'), async () => {
      const rows: ReturnType<typeof sheetRow>[] = []
      const whole = { ...words, now: null }
      await eachRow(lists, await ids(), (row) => rows.push(sheetRow(row, columns, whole)), progress)
      setBusy(t('writing', { count: rows.length }))
      const saved = await bridge.call('excel:saveList', {
        list: registerSheet(name, columns, rows),
        suggestedName: `${title}.xlsx`,
      })
      if (!saved.ok) notices.warn(failureText(saved.error))
      else if (saved.value.path !== null)
        notices.tell(t('exported', { count: rows.length, path: saved.value.path }))
    })
  }

  return {
    busy,
    dialog,
    closeDialog: () => {
      setDialog(null)
    },
    printList: () => {
      if (count > PRINT_PART) setDialog({ dialog: 'parts' })
      else printPart(0)
    },
    printPart,
    exportChosen: () => {
      exportIds(chosenIds)
    },
    exportAll: () => {
      exportIds(() => lists.recordIds(query, 0, count))
    },
    printSheets: () => {
      work(t('preparing'), async () => {
        const sheets: FormSheet[] = []
        let unknown = 0
        const ids = await chosenIds()
        for (const id of ids) {
          const view = await records.get(id)
          if (view?.template === undefined) unknown += 1
          else {
            const { template, values, corrections } = view
            sheets.push(filledSheet({ template, values, state: view.row.state, corrections }, letterhead))
          }
          if (sheets.length % 50 === 0) progress(sheets.length, ids.length)
        }
        if (unknown > 0) notices.warn(t('notPrinted', { count: unknown }))
        if (sheets.length > 0)
          setDialog({
            dialog: 'print',
            job: { job: 'form', sheets },
            name: `${t('sheetsTitle', { name, count: sheets.length })}.pdf`,
          })
      })
    },
    printRun: () => {
      work(t('preparing'), async () => {
        const whole = selection.size === 0
        const ids = whole ? await lists.recordIds(query, 0, count) : await chosenIds()
        const title = t('sheetsTitle', { name, count: ids.length })
        setDialog({ dialog: 'run', source: { source: 'records', ids, whole }, title })
      })
    },
    copy: () => {
      const [id] = selection
      if (id === undefined) return
      work(t('preparing'), async () => {
        const draft = await copyRecord({ bridge, workingCopy, clock, random, person: () => person }, id)
        if (draft.ok) navigate(`/draft/${draft.value}`)
        else notices.warn(copyFailure(draft.error))
      })
    },
    askVoid: () => {
      work(t('preparing'), async () => {
        const ids: string[] = []
        const may = (row: ListedRecord) => {
          if (row.state === 'submitted' || row.state === 'closed') ids.push(row.id)
        }
        await eachRow(lists, [...selection], may, progress)
        if (ids.length === 0) notices.warn(t('voidMany.nothing'))
        else setDialog({ dialog: 'void', ids, left: selection.size - ids.length })
      })
    },
    voidAll: (reason) => {
      if (dialog?.dialog !== 'void') return
      const { ids } = dialog
      setDialog(null)
      work(t('voidMany.working'), async () => {
        const done = await records.voidMany(ids, reason, person)
        if (!done.ok) notices.warn(failureText(done.error))
        else if (done.value.stopped) {
          const { voided, stopped } = done.value
          const parts = { count: voided, of: ids.length, reason: failureText(stopped) }
          notices.warn(t('voidMany.stopped', parts))
        } else {
          register.chooseNone()
          notices.tell(t('voidMany.done', { count: done.value.voided }))
        }
      })
    },
  }
}

/** Reads records some at a time, so that the window stays alive. */
async function eachRow(
  lists: Lists,
  ids: readonly string[],
  take: (row: ListedRecord) => void,
  progress: (done: number, of: number) => void,
): Promise<void> {
  for (let from = 0; from < ids.length; from += READ_STEP) {
    if (from > 0) progress(from, ids.length)
    for (const row of await lists.recordRows(ids.slice(from, from + READ_STEP))) take(row)
  }
}

type Unknown = Extract<SessionFailure, { readonly type: `Unknown${string}` }>
const isUnknown = (failure: SessionFailure): failure is Unknown => failure.type.startsWith('Unknown')
