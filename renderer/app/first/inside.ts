import type { ReactNode } from 'react'

/** `page`: how the page is used; `keys`: all keys, in front of that. */
export type Help = 'none' | 'page' | 'keys'

/** What stands in the frame once the working copy is open: its code comes behind that of the frame. */
export interface Inside {
  /** Above everything: whose data these are, where they are not the firm's. */
  readonly band: ReactNode
  readonly finder: ReactNode
  readonly team: ReactNode
  /** What the person's button opens. */
  readonly people: ReactNode
  /** What the start tells of, above the page. */
  readonly news: ReactNode
  readonly page: ReactNode
  /** Beside the page. */
  readonly help: (help: Help, set: (help: Help) => void) => ReactNode
  /** In front of everything. */
  readonly front: (help: Help, set: (help: Help) => void) => ReactNode
}
