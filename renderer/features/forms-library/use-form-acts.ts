import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useSaveExcel } from '../excel-export'
import { useServices } from '../../stores'
import { entryByCode } from '../../../shared/catalogue'
import type { Template } from '../../../shared/forms/template'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { FormActs } from './form-panel'
import type { LibraryDialog } from './library-dialogs'
import { blankJob, blankSheet, type BlankOrder } from './print-blank'
import { printedSample } from './sample-sheet'

export interface LibraryActs {
  readonly acts: FormActs & { readonly onPrintSample: (code: string) => void }
  readonly dialog: LibraryDialog | null
  readonly closeDialog: () => void
  /** Asks for the copies of each form, then makes one job of all. */
  readonly printAll: (templates: readonly Template[]) => void
  readonly printOrders: (orders: readonly BlankOrder[]) => void
  readonly excelAll: (templates: readonly Template[]) => void
}

/** What can be done with forms. Whatever is opened, printed or exported becomes one of the recent ones. */
export function useFormActs(letterhead: Letterhead | null): LibraryActs {
  const { t } = useTranslation('forms')
  const { app } = useServices()
  const [, navigate] = useLocation()
  const saveExcel = useSaveExcel()
  const [dialog, setDialog] = useState<LibraryDialog | null>(null)
  return useMemo(() => {
    const note = (codes: readonly string[]) => {
      for (const code of codes) void app.noteOpened(code)
    }
    const nameOf = (templates: readonly Template[]) => {
      const [first] = templates
      const name = first ? `${first.code} ${first.name}` : ''
      return templates.length > 1 ? t('namedMany', { name, count: templates.length }) : name
    }
    const excelAll = (templates: readonly Template[]) => {
      if (!letterhead) return
      note(templates.map(({ code }) => code))
      const sheets = templates.map((template) => blankSheet(template, letterhead))
      void saveExcel(sheets, t('blankFile', { name: nameOf(templates) }))
    }
    const printOrders = (orders: readonly BlankOrder[]) => {
      if (!letterhead) return
      note(orders.map(({ template }) => template.code))
      const suggestedName = `${t('blankFile', { name: nameOf(orders.map(({ template }) => template)) })}.pdf`
      const [first, ...more] = orders
      // The printer repeats a single form by itself; several are in one file as often as each is wanted.
      if (first && more.length === 0) {
        const job = blankJob([{ ...first, copies: 1 }], letterhead)
        setDialog({ dialog: 'preview', job, suggestedName, copies: first.copies })
      } else setDialog({ dialog: 'preview', job: blankJob(orders, letterhead), suggestedName, copies: 1 })
    }
    const acts: LibraryActs['acts'] = {
      onFill: (code) => {
        navigate(`/fill/${code}`)
      },
      onPrint: (code, copies) => {
        const entry = entryByCode(code)
        if (entry) printOrders([{ template: entry.template, copies }])
      },
      onSample: (code) => {
        note([code])
        setDialog({ dialog: 'sample', code })
      },
      onPrintSample: (code) => {
        const entry = entryByCode(code)
        if (!entry || !letterhead) return
        const job = { job: 'form', sheets: [printedSample(entry, letterhead)] } as const
        setDialog({
          dialog: 'preview',
          job,
          suggestedName: `${t('sampleFile', { name: nameOf([entry.template]) })}.pdf`,
        })
      },
      onExcel: (code) => {
        const entry = entryByCode(code)
        if (entry) excelAll([entry.template])
      },
      onStar: (code) => void app.toggleFavourite(code),
    }
    return {
      acts,
      dialog,
      closeDialog: () => {
        setDialog(null)
      },
      printAll: (templates) => {
        const [first, ...more] = templates
        if (first && more.length === 0) printOrders([{ template: first, copies: 1 }])
        else setDialog({ dialog: 'copies', templates })
      },
      printOrders,
      excelAll,
    }
  }, [app, navigate, saveExcel, letterhead, dialog, t])
}
