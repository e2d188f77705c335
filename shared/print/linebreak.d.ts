/** Unicode line breaking (UAX #14); the package ships no types. */
declare module 'linebreak' {
  export interface Break {
    /** UTF-16 offset after which a line may end. */
    readonly position: number
    readonly required: boolean
  }
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): Break | null
  }
}
