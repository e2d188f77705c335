import type { Template } from '../forms/template'
import type { FormValues } from '../forms/values'
import type { PrintSetup } from './setup'

/** What stands at the head of every sheet of a firm. */
export interface Letterhead {
  readonly firm: string
  readonly department?: string
  /** PNG or JPEG as a data URL, with its size in pixels. */
  readonly logo?: { readonly source: string; readonly width: number; readonly height: number }
}

export interface LayoutInput {
  readonly template: Template
  readonly values: FormValues
  readonly letterhead: Letterhead
  /** blank: for the pen (date cells show 年 月 日, no values); filled: with the values. */
  readonly mode: 'blank' | 'filled'
  /** What is not filled in is drawn for the pen, as on a blank sheet. */
  readonly forPen?: true
  /** `作废` and the like across the sheet; nothing else is ever added. */
  readonly stamp?: string
  /** On the screen: one more empty row when every drawn one is used. Never in print. */
  readonly spareRow?: true
  /** How it is to be printed; never on the screen. */
  readonly setup?: PrintSetup
}
