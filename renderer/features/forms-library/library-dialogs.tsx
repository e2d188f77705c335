import { useMemo } from 'react'
import { FormSettingsDialog } from '../form-settings'
import { PreviewDialog } from '../print-preview'
import type { PrintJob } from '../../../shared/ipc/contract'
import { assertNever } from '../../../shared/kernel/assert-never'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { LibraryForm } from './library'
import type { BlankOrder } from './print-blank'
import { PrintBlankDialog } from './print-blank-dialog'
import { SampleDialog } from './sample-dialog'
import { sampleSheet } from './sample-sheet'

export type LibraryDialog =
  | { readonly dialog: 'copies'; readonly forms: readonly LibraryForm[] }
  | { readonly dialog: 'settings'; readonly code: string }
  | { readonly dialog: 'sample'; readonly form: LibraryForm }
  | {
      readonly dialog: 'preview'
      readonly job: PrintJob
      readonly suggestedName: string
      /** What the printer is to repeat: the file holds the sheets once. */
      readonly copies?: number
    }

export interface LibraryDialogsProps {
  readonly dialog: LibraryDialog | null
  readonly letterhead: Letterhead | null
  readonly onPrintOrders: (orders: readonly BlankOrder[]) => void
  readonly onPrintSample: (form: LibraryForm) => void
  readonly onClose: () => void
}

/** The dialog that lies over the library, if one does. */
export function LibraryDialogs({ dialog, letterhead, onClose, ...acts }: LibraryDialogsProps) {
  if (dialog === null || letterhead === null) return null
  switch (dialog.dialog) {
    case 'copies':
      return <PrintBlankDialog forms={dialog.forms} onPrint={acts.onPrintOrders} onClose={onClose} />
    case 'sample':
      return (
        <Sample form={dialog.form} letterhead={letterhead} onPrint={acts.onPrintSample} onClose={onClose} />
      )
    case 'settings':
      return <FormSettingsDialog code={dialog.code} onClose={onClose} />
    case 'preview':
      return (
        <PreviewDialog
          job={dialog.job}
          suggestedName={dialog.suggestedName}
          {...(dialog.copies === undefined ? {} : { copies: dialog.copies })}
          onClose={onClose}
        />
      )
    default:
      return assertNever(dialog)
  }
}

interface SampleProps {
  readonly form: LibraryForm
  readonly letterhead: Letterhead
  readonly onPrint: (form: LibraryForm) => void
  readonly onClose: () => void
}

function Sample({ form, letterhead, onPrint, onClose }: SampleProps) {
  const sheet = useMemo(() => sampleSheet(form, letterhead), [form, letterhead])
  return (
    <SampleDialog
      sheet={sheet}
      onClose={onClose}
      onPrint={() => {
        onPrint(form)
      }}
    />
  )
}
