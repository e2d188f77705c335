/** What can be wrong with a form once it is laid out. Closed, so that tests and messages are complete. */
export type SheetFault =
  | 'pages'
  | 'missingGlyph'
  | 'brokenLabel'
  | 'small'
  | 'clipped'
  | 'overlap'
  | 'outside'
  | 'low'
  | 'narrow'
  | 'undrawn'
  | 'drawnTwice'

/** With what the sheet was filled in: not at all, with its sample, every field with its longest value, or all its rows. */
export type SheetState = 'blank' | 'sample' | 'longest' | 'allRows'

export interface SheetProblem {
  readonly fault: SheetFault
  readonly state: SheetState
  /** 1 …; absent where it is about the whole sheet. */
  readonly page?: number
  /** What is wrong and what would be right, in Chinese. */
  readonly message: string
}
