import type { FormSheet, PrintJob } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'
import { filledSheet, type RecordSessionState } from '../../stores'

export interface SheetPrint {
  readonly job: PrintJob
  /** File name without folder. */
  readonly suggestedName: string
}

type Shown = Pick<RecordSessionState, 'template' | 'values' | 'state' | 'corrections' | 'number'>

/** The sheet as it stands on the screen now, and what a file of it may be called, without an ending. */
export function sheetsOf(
  { template, values, state, corrections, number }: Shown,
  letterhead: Letterhead,
): { readonly sheets: readonly FormSheet[]; readonly suggestedName: string } {
  const sheet = filledSheet({ template, values, state, corrections }, letterhead)
  return { sheets: [sheet], suggestedName: number === '' ? template.name : `${number} ${template.name}` }
}

export function printOf(shown: Shown, letterhead: Letterhead): SheetPrint {
  const { sheets, suggestedName } = sheetsOf(shown, letterhead)
  return { job: { job: 'form', sheets }, suggestedName: `${suggestedName}.pdf` }
}
