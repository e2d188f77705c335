import type { FormSheet } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { LibraryForm } from './library'

/** A form's hand-made example as a sheet, to look at. */
export const sampleSheet = (
  { template, sample }: Pick<LibraryForm, 'template' | 'sample'>,
  letterhead: Letterhead,
): FormSheet => ({ template, values: sample, letterhead, mode: 'filled' })

/** The same for paper: it says across the sheet what it is, so that nobody takes it for a record. */
export const printedSample = (
  entry: Pick<LibraryForm, 'template' | 'sample'>,
  letterhead: Letterhead,
): FormSheet => ({
  ...sampleSheet(entry, letterhead),
  // eslint-disable-next-line no-restricted-syntax -- printed on the sheet, which is Chinese in every language
  stamp: '样例',
})
