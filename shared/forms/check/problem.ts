/** What can be wrong with a template that was read. Closed, so that tests and messages are complete. */
export type CheckCode =
  | 'badCode'
  | 'unknownModule'
  | 'emptyText'
  | 'badPages'
  | 'badKey'
  | 'duplicateKey'
  | 'badMeaning'
  | 'duplicateMeaning'
  | 'duplicateOption'
  | 'tooFewOptions'
  | 'badMax'
  | 'badRows'
  | 'badPreset'
  | 'badSerial'
  | 'badRequired'
  | 'badExpression'
  | 'cycle'
  | 'undrawn'
  | 'drawnTwice'
  | 'unknownField'
  | 'unknownOption'
  | 'badWidths'
  | 'badTiling'
  | 'badHead'
  | 'tooLow'
  | 'badRepeat'

export interface CheckProblem {
  readonly code: CheckCode
  /** What is wrong and what would be right, in Chinese. */
  readonly message: string
  readonly at: CheckPlace
}

/** Where: the head, a field (`rows.column` for a column), a rule, or a block of the body with perhaps one cell. */
export type CheckPlace =
  | { readonly in: 'head' }
  | { readonly in: 'field'; readonly name: string; readonly offset?: number }
  | { readonly in: 'rule'; readonly index: number; readonly offset?: number }
  | { readonly in: 'body'; readonly block: number; readonly row?: number; readonly column?: number }

export type Report = (code: CheckCode, at: CheckPlace, message: string) => void
