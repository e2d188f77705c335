import type { PrintJob } from '../../../shared/ipc/contract'
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

/** The sheet as it stands on the screen now. */
export function printOf(
  { template, values, state, number }: Pick<RecordSessionState, 'template' | 'values' | 'state' | 'number'>,
  letterhead: Letterhead,
): SheetPrint {
  const stamp = stampOf(state)
  const sheet = {
    template,
    values,
    letterhead,
    mode: 'filled',
    ...(stamp === undefined ? {} : { stamp }),
  } as const
  const name = number === '' ? template.name : `${number} ${template.name}`
  return { job: { job: 'form', sheets: [sheet] }, suggestedName: `${name}.pdf` }
}
