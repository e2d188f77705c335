import { ok } from '../../../shared/kernel/result'
import { encodeContainer } from '../format/container'
import type { KeyPair } from '../format/identity'
import { memberPath } from '../format/names'
import { encodeMember, type MemberStatement, type RemovalStatement } from '../format/statements'
import { carrierFailed, type Step } from './steps'
import type { TeamDesk } from './team-desk'

/** Puts what the seal says of a computer. [TF12] */
export async function putStatement(
  desk: Pick<TeamDesk, 'carrier' | 'sealing' | 'names'>,
  seal: KeyPair,
  statement: MemberStatement | RemovalStatement,
): Step<null> {
  const body = encodeMember(statement)
  const container = await encodeContainer({ kind: 'member' }, body, { ...desk.sealing, pair: seal })
  const put = await desk.carrier.putNew(memberPath(desk.names.tag(body)), container)
  return put.ok || put.error.type === 'Taken' ? ok(null) : carrierFailed(put.error)
}
