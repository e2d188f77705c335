import type { FormSheet, PrintJob } from '../../../shared/ipc/contract'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { RecordSessionState } from '../../stores'

export interface SheetPrint {
  readonly job: PrintJob
  /** File name without folder. */
  readonly suggestedName: string
}

/** What is printed across the sheet; paper speaks Chinese in every language of the window. */
export const stampOf = (state: RecordSessionState['state']): string | undefined =>
  // eslint-disable-next-line no-restricted-syntax -- printed on the sheet, which is Chinese in every language
  state === 'void' ? '作废' : undefined

type Shown = Pick<RecordSessionState, 'template' | 'values' | 'state' | 'number'>

/** The sheet as it stands on the screen now, and what a file of it may be called, without an ending. */
export function sheetsOf(
  { template, values, state, number }: Shown,
  letterhead: Letterhead,
): { readonly sheets: readonly FormSheet[]; readonly suggestedName: string } {
  const stamp = stampOf(state)
  const sheet = {
    template,
    values,
    letterhead,
    mode: 'filled',
    ...(stamp === undefined ? {} : { stamp }),
  } as const
  return { sheets: [sheet], suggestedName: number === '' ? template.name : `${number} ${template.name}` }
}

export function printOf(shown: Shown, letterhead: Letterhead): SheetPrint {
  const { sheets, suggestedName } = sheetsOf(shown, letterhead)
  return { job: { job: 'form', sheets }, suggestedName: `${suggestedName}.pdf` }
}
