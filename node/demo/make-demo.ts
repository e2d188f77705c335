import { dayAt, MS_A_DAY } from './days'
import { makeSeedFolder, type SeededFolder } from './make-folder'
import { exampleNames } from './names'

export interface DemoOptions {
  /** A folder that is empty or not there yet. */
  readonly dir: string
  /** Milliseconds since 1970; the records end with the day before. */
  readonly now: number
  /** The computer on which it is opened: it goes on writing what was begun here. */
  readonly computer: string
}

export const DEMO_RECORDS = 400
export const DEMO_CUSTOMERS = 60

/**
 * The data folder of an invented firm, for people who look at the program or try something: every form is filled at least
 * once, over the last eight months. The same day makes the same folder.
 */
export function makeDemoFolder({ dir, now, computer }: DemoOptions): Promise<SeededFolder> {
  return makeSeedFolder({
    dir,
    records: DEMO_RECORDS,
    customers: DEMO_CUSTOMERS,
    seed: 29,
    until: dayAt(now - MS_A_DAY),
    years: 8 / 12,
    names: exampleNames,
    tidy: true,
    attachments: true,
    computer,
  })
}
