import { CARD } from '../../shared/customers/by-meaning'
import type { Desk } from './journal'
import { nextNumber, noteGiven } from './numbers'

/** The next code of a customer, by the number rule of 客户资料卡; empty when that form is not at hand. */
export async function nextCustomerCode(desk: Desk): Promise<string> {
  const card = desk.current(CARD)
  return card ? nextNumber(desk, card.template) : ''
}

/** Remembers a code that is in the journal now. */
export async function noteCustomerCode(desk: Desk, code: string): Promise<void> {
  const card = desk.current(CARD)
  if (card && code !== '') await noteGiven(desk, card.template, code)
}
