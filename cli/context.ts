/** What the commands need from outside; the tests hand in their own. */
export interface CliContext {
  /** The bundled PDF worker and the folder with the program's fonts. */
  readonly workerFile: string
  readonly fontsDir: string
  /** The bundled reader of other people's files; absent: they are read in this process. */
  readonly readerFile?: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly write: (text: string) => void
  /** One line for a person, on standard error. */
  readonly complain: (line: string) => void
  /** Asks at the terminal without showing what is typed; absent: there is none. */
  readonly askSecret?: (question: string) => Promise<string>
}

/** Ends a command: one clear line, and 2 for bad input or 1 for what was found wrong. */
export class CliFailure extends Error {
  constructor(
    readonly exitCode: 1 | 2,
    line: string,
  ) {
    super(line)
  }
}

/** The input of a command cannot be used. */
export const badInput = (line: string): CliFailure => new CliFailure(2, line)
