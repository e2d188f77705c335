import { emptyValues } from '../../../shared/forms/values'
import type { Template } from '../../../shared/forms/template'
import type { FormSheet, PrintJob } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { LibraryForm } from './library'

/** One form of a print job and how often it is wanted. */
export interface BlankOrder {
  readonly form: LibraryForm
  readonly copies: number
}

/** Most sheets of a job: more would fill a printer's tray several times over. */
export const MOST_PAGES = 5000

export const blankSheet = (template: Template, letterhead: Letterhead): FormSheet => ({
  template,
  values: emptyValues,
  letterhead,
  mode: 'blank',
})

/** One job for all of them: each form's copies follow one another. */
export function blankJob(orders: readonly BlankOrder[], letterhead: Letterhead): PrintJob {
  return {
    job: 'form',
    sheets: orders.map(({ form, copies }) => ({
      ...blankSheet(form.template, letterhead),
      ...(copies > 1 ? { copies } : {}),
    })),
  }
}

/** Pages of paper that the job takes. */
export const pagesOf = (orders: readonly BlankOrder[]): number =>
  orders.reduce((sum, { form, copies }) => sum + form.head.pages * copies, 0)

/** Fields that a person meets on the sheet; the columns of rows count once. */
export const fieldCount = ({ fields }: Template): number =>
  fields.reduce((sum, { type }) => sum + (type.type === 'rows' ? type.columns.length : 1), 0)
