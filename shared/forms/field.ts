import type { Meaning } from './meaning'

/** What a person may put into a field. Closed: every place that folds over it is exhaustive. */
export type FieldType =
  | { readonly type: 'text' | 'longText' | 'phone' | 'email' | 'idNumber' | 'creditCode' }
  | { readonly type: 'number'; readonly scale: number; readonly unit?: string }
  | { readonly type: 'money' }
  | { readonly type: 'percent' }
  | { readonly type: 'date' | 'time' | 'dateTime' | 'month' | 'year' }
  /** Options as printed (受　理); the stored value is the text without white space (受理). */
  | { readonly type: 'choice' | 'choices'; readonly options: readonly string[] }
  | { readonly type: 'yesNo' }
  /** One of an ordered scale, best first as printed; digits 1… pick from the left. */
  | { readonly type: 'rating'; readonly scale: readonly string[] }
  /** One rating for each item; each is addressed and stored on its own: path `[field, item]`. */
  | { readonly type: 'matrix'; readonly items: readonly string[]; readonly scale: readonly string[] }
  /** A number given at 登记 by a rule such as `TS-{yyyy}-{0000}`. */
  | { readonly type: 'serial'; readonly rule: string }
  | { readonly type: 'person' | 'customer' }
  | RowsType
  /** A value that the program works out: `expression` over other fields, shown as `result`. */
  | {
      readonly type: 'computed'
      readonly expression: string
      readonly result: ComputedResult
      /** Of a number or a percentage: as many decimals as this, always; else as many as it has, up to six (two). */
      readonly scale?: number
      /** Of a number: printed behind it. */
      readonly unit?: string
    }
  /** Stays empty on paper, for ink. */
  | { readonly type: 'signature' | 'seal' }

export type ComputedResult = 'number' | 'money' | 'percent' | 'days' | 'text'

/** Repeating rows: 明细行. Each has an id and an order key of its own in the store. */
export interface RowsType {
  readonly type: 'rows'
  readonly columns: readonly Field[]
  /** Rows drawn on a blank form; a record may have more (or fewer, then blank ones fill up). */
  readonly printed: number
  readonly max: number
  /** Rows run down (a line each) or across (a column each, as in 客户投诉案件追踪表). */
  readonly direction: 'down' | 'across'
  /** How many rows stand side by side on one line (snaking: 1–4 left, 5–8 right). Usually 1. */
  readonly lanes: number
  /** Printed labels of fixed rows, by column key: the row count is fixed then. */
  readonly preset?: { readonly column: string; readonly labels: readonly string[] }
}

export interface Field {
  /** Stable key in records for ever: `[a-z][A-Za-z0-9]*`. */
  readonly key: string
  /** What a person calls it: screen readers, register columns, messages. Always Chinese. */
  readonly label: string
  readonly type: FieldType
  readonly required: boolean
  /** Longest text in characters (code points); layout and checker count on it. */
  readonly max: number
  readonly meaning?: Meaning
  /** An expression that gives the first value of a new record, such as `today()` or `me()`. */
  readonly initial?: string
}

/** A rule between fields, checked at 登记: `when` false → the message is shown. `warn` does not stop 登记. */
export interface FieldRule {
  readonly severity: 'refuse' | 'warn'
  readonly expression: string
  readonly message: string
}

/**
 * Where a value stands: `[field]`, `[matrix, item]` or `[rows, rowId, column]`.
 * In a template's drawing (before rows exist) `[rows, '*', column]`, and `[rows, '*', '#']` is the row's running number.
 */
export type Path = readonly string[]

/** A key for maps over paths. */
export const pathKey = (path: Path): string => (path.length === 1 ? (path[0] ?? '') : JSON.stringify(path))
