import { err } from '../../../shared/kernel/result'
import { isLetter } from '../format/statements'
import { cleanText } from '../format/texts'
import type { ActInput, Done, SessionContext } from './session-context'
import { state } from './statement'

/** Admits a computer that asks, or one that is known, under a letter that nobody else has. */
export async function admitMember(
  { service }: SessionContext,
  { device, letter, name }: ActInput<'team:admit'>,
): Done {
  const passed = service?.passed
  if (!service || !passed) return err({ type: 'NotInTeam' })
  const member = passed.roster.of(device)
  const request = passed.requests.find((one) => one.device === device)
  const key = request?.key ?? member?.key
  const isTaken = passed.roster.letters.has(letter) && member?.letter !== letter
  if (!isLetter(letter) || isTaken) return err({ type: 'LetterTaken', letter })
  if (key === undefined) return err({ type: 'NotInTeam' })
  const at = service.desk.clock.now()
  return state(service, { v: 1, device, key, letter, name: cleanText(name), at, writers: [] })
}
