import { createContext, useContext } from 'react'
import type { InputProblem } from '../../../shared/forms'
import type { FieldValue } from '../../../shared/forms/values'

/** Text that was left in a field without being understood: it stays visible there, the field counts as empty. */
export interface Misread {
  readonly text: string
  readonly problem: InputProblem
}

/** What the fields on the sheet may do. Stable while the form is open: fields are found again by their stop key. */
export interface Editing {
  readonly set: (stopKey: string, value: FieldValue | null) => void
  /** Names a customer of the master and fills what the form shares with it. */
  readonly choose: (stopKey: string, customer: string) => void
  /** Asks for a new customer, then chooses it. */
  readonly create: (stopKey: string, name: string) => void
  /** Says quietly that a typed name is not among the customers, and how it gets there; nothing of one that is. */
  readonly tellNew: (stopKey: string, name: string) => void
  /** The page of the customer that is named there, or the way to make one of the name; false where that cannot be. */
  readonly openCustomer: (stopKey: string) => boolean
  readonly misread: (stopKey: string, misread: Misread | null) => void
  /** The keyboard goes on, as Enter would. */
  readonly moveOn: (stopKey: string) => void
  readonly focused: (stopKey: string) => void
}

const Context = createContext<Editing | null>(null)
export const EditingProvider = Context.Provider

export function useEditing(): Editing {
  const editing = useContext(Context)
  if (!editing) throw new Error('useEditing outside of a form')
  return editing
}
