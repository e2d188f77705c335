import { ok } from '../../../shared/kernel/result'
import { encodeContainer } from '../format/container'
import type { KeyPair } from '../format/identity'
import { memberPath } from '../format/names'
import { encodeMember, type MemberStatement, type RemovalStatement } from '../format/statements'
import { keepMember } from './kept'
import { carrierFailed, type Step } from './steps'
import type { TeamDesk } from './team-desk'

/** Puts what the seal says of a computer, and keeps it: the carrier may spoil it before anybody has read it. [TF12] */
export async function putStatement(
  desk: TeamDesk,
  seal: KeyPair,
  statement: MemberStatement | RemovalStatement,
): Step<null> {
  const body = encodeMember(statement)
  const container = await encodeContainer({ kind: 'member' }, body, { ...desk.sealing, pair: seal })
  const tag = desk.names.tag(body)
  const put = await desk.carrier.putNew(memberPath(tag), container)
  if (!put.ok && put.error.type !== 'Taken') return carrierFailed(put.error)
  if (seal.key === desk.keys.seal) {
    desk.memory.statements.set(memberPath(tag), statement)
    await keepMember(desk, tag, container)
  }
  return ok(null)
}
