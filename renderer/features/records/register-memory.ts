import { createStore, type StoreApi } from 'zustand/vanilla'
import { wideOpen, type View } from './view'

/** Where a person stands in a register; it is the same again after a record was opened. */
export interface RegisterPlace {
  readonly view: View
  /** Id of the record that the arrows stand on. */
  readonly focus: string | null
  /** Place of that record when it was last seen. */
  readonly at: number
  /** The list had the focus when a record was opened from it: it gets it back. */
  readonly opened: boolean
}

const freshPlace: RegisterPlace = { view: wideOpen, focus: null, at: 0, opened: false }

/** The registers of this sitting, by form code; empty for the list of all forms. */
const places: StoreApi<{ readonly [code: string]: RegisterPlace }> = createStore(() => ({}))

export const registerPlace = (code: string): RegisterPlace => places.getState()[code] ?? freshPlace

export function keepPlace(code: string, part: Partial<RegisterPlace>): void {
  places.setState({ [code]: { ...registerPlace(code), ...part } })
}
