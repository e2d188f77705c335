import type { Row } from './row'

/** What the measuring of a group is told. */
export interface BenchContext {
  /** Fewer rounds and smaller folders: a look, not a result. */
  readonly quick: boolean
  /** A folder of this machine for what is made once, such as data folders. */
  readonly cache: string
  /** A place for what is thrown away afterwards, on the same disk as data folders. */
  readonly scratch: string
  /** A place for what groups of one run hand on to one another; thrown away at its end. */
  readonly shared: string
  /** The folder with the built threads of peers and limits. */
  readonly programs: string
  /** The built page with one button, a project as Electron starts it. */
  readonly oneButton: string
  /** One line about what goes on. */
  readonly say: (text: string) => void
}

/** Figures that are measured together. Name and file name are the same; `npm run bench -- NAME` picks it. */
export interface Group {
  readonly name: string
  readonly title: string
  /** Takes minutes at any size: a quick look leaves it out unless it is named. */
  readonly isLong?: true
  readonly measure: (context: BenchContext) => Promise<readonly Row[]>
}
