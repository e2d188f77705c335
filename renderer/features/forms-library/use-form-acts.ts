import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useSaveExcel } from '../excel-export'
import { useServices } from '../../stores'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { FormActs } from './form-panel'
import type { LibraryForm } from './library'
import type { LibraryDialog } from './library-dialogs'
import { blankJob, blankSheet, type BlankOrder } from './print-blank'
import { printedSample } from './sample-sheet'

export interface LibraryActs {
  readonly acts: FormActs & { readonly onPrintSample: (form: LibraryForm) => void }
  readonly dialog: LibraryDialog | null
  readonly closeDialog: () => void
  /** Asks for the copies of each form, then makes one job of all. */
  readonly printAll: (forms: readonly LibraryForm[]) => void
  readonly printOrders: (orders: readonly BlankOrder[]) => void
  readonly excelAll: (forms: readonly LibraryForm[]) => void
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
      void app.noteOpened(...codes)
    }
    const nameOf = (forms: readonly LibraryForm[]) => {
      const [first] = forms
      const name = first ? `${first.code} ${first.head.name}` : ''
      return forms.length > 1 ? t('namedMany', { name, count: forms.length }) : name
    }
    const excelAll = (forms: readonly LibraryForm[]) => {
      if (!letterhead) return
      note(forms.map(({ code }) => code))
      const sheets = forms.map(({ template }) => blankSheet(template, letterhead))
      void saveExcel(sheets, t('blankFile', { name: nameOf(forms) }))
    }
    const printOrders = (orders: readonly BlankOrder[]) => {
      if (!letterhead) return
      note(orders.map(({ form }) => form.code))
      const suggestedName = `${t('blankFile', { name: nameOf(orders.map(({ form }) => form)) })}.pdf`
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
      onPrint: (form, copies) => {
        printOrders([{ form, copies }])
      },
      onSample: (form) => {
        note([form.code])
        setDialog({ dialog: 'sample', form })
      },
      onPrintSample: (form) => {
        if (!letterhead) return
        const job = { job: 'form', sheets: [printedSample(form, letterhead)] } as const
        setDialog({
          dialog: 'preview',
          job,
          suggestedName: `${t('sampleFile', { name: nameOf([form]) })}.pdf`,
        })
      },
      onExcel: (form) => {
        excelAll([form])
      },
      onSettings: (code) => {
        setDialog({ dialog: 'settings', code })
      },
      onStar: (code) => void app.toggleFavourite(code),
    }
    return {
      acts,
      dialog,
      closeDialog: () => {
        setDialog(null)
      },
      printAll: (forms) => {
        const [first, ...more] = forms
        if (first && more.length === 0) printOrders([{ form: first, copies: 1 }])
        else setDialog({ dialog: 'copies', forms })
      },
      printOrders,
      excelAll,
    }
  }, [app, navigate, saveExcel, letterhead, dialog, t])
}
