import type { TeamCalls } from '../../../shared/ipc/team'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { TeamFailure } from '../../../shared/team'
import { keyPairOf } from '../format/identity'
import { isLetter, type MemberStatement, type RemovalStatement } from '../format/statements'
import { putStatement, removalOf } from '../sync/admit'
import { cleanText } from '../format/texts'
import { putFailure } from './key-failure'
import type { TeamService } from './service'

type In<N extends keyof TeamCalls> = TeamCalls[N]['in']
type Done = Promise<Result<null, TeamFailure>>

/** Admits a computer that asks, or one that is known, under a letter that nobody else has. */
export async function admitMember(
  service: TeamService | null,
  { device, letter, name }: In<'team:admit'>,
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
  return say(service, { v: 1, device, key, letter, name: cleanText(name), at, writers: [] })
}

/** Ends a computer's admission. */
export async function removeMember(service: TeamService | null, device: string): Done {
  const passed = service?.passed
  if (!service || !passed) return err({ type: 'NotInTeam' })
  const statement = removalOf(service.desk, passed.roster, device)
  return statement === null ? err({ type: 'NotInTeam' }) : say(service, statement)
}

/** Signs a statement with the seal and puts it; the next pass, at once, acts on it. */
async function say(service: TeamService, statement: MemberStatement | RemovalStatement): Done {
  const { sealSecret, path } = service.keys
  if (sealSecret === null) return err({ type: 'NotSealHolder' })
  const said = await putStatement(service.desk, keyPairOf(sealSecret), statement)
  if (!said.ok) return err(putFailure(said.error, path))
  await service.syncNow()
  return ok(null)
}
