import type { Letterhead } from './layout-input'

/** A list of records as a printed register (台账). */
export interface RegisterPrint {
  readonly title: string
  readonly letterhead: Letterhead
  readonly columns: readonly {
    readonly label: string
    readonly align: 'left' | 'right' | 'center'
    readonly weight: number
  }[]
  readonly rows: readonly (readonly string[])[]
  /** Printed in the foot, e.g. 打印时间. */
  readonly footnote: string
}
