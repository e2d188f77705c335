import type { FormSheet, LocalSettings } from '../../shared/ipc/contract'
import type { Letterhead } from '../../shared/print/layout-input'
import type { PrintSetup } from '../../shared/print/setup'
import { isNote, paperStamp, type Stamped } from '../../shared/print/stamp'

/** How forms are printed on this computer, by code. */
export type PrintSetups = NonNullable<LocalSettings['printSetups']>

/** A record's filled sheet, with what its paper says of how it stands. */
export function filledSheet(
  { template, values, ...stamped }: Pick<FormSheet, 'template' | 'values'> & Stamped,
  letterhead: Letterhead,
): FormSheet {
  const stamp = paperStamp(stamped)
  return { template, values, letterhead, mode: 'filled', ...(stamp === undefined ? {} : { stamp }) }
}

const usualSetup: PrintSetup = {}

/** The set-up of a form; empty where nothing is remembered. */
export const setupOf = (setups: PrintSetups | undefined, code: string): PrintSetup =>
  setups && Object.hasOwn(setups, code) ? (setups[code] ?? usualSetup) : usualSetup

/**
 * Whether only the values may be printed. A blank sheet has none, and a word across the sheet (作废, 样例) must not get
 * lost with everything else; 已更正 n 次 may: the paper says what holds.
 */
export const mayOverprint = ({ mode, stamp }: Pick<FormSheet, 'mode' | 'stamp'>): boolean =>
  mode === 'filled' && (stamp === undefined || isNote(stamp))

/** The same sheets, each form on the paper and in the way that was set for it on this computer. */
export function setUpSheets(
  sheets: readonly FormSheet[],
  setups: PrintSetups | undefined,
): readonly FormSheet[] {
  if (!setups) return sheets
  return sheets.map((sheet) => {
    const { overprint, ...rest } = setupOf(setups, sheet.template.code)
    const setup = overprint && mayOverprint(sheet) ? { ...rest, overprint } : rest
    return Object.keys(setup).length === 0 ? sheet : { ...sheet, setup }
  })
}
