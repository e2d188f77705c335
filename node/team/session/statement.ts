import { err, ok } from '../../../shared/kernel/result'
import { keyPairOf } from '../format/identity'
import type { MemberStatement, RemovalStatement } from '../format/statements'
import { putStatement } from '../sync/admit'
import { putFailure } from './key-failure'
import type { TeamService } from './service'
import type { Done } from './session-context'

/** Signs a statement with the seal and puts it; the next pass, at once, acts on it. */
export async function state(service: TeamService, statement: MemberStatement | RemovalStatement): Done {
  const { sealSecret, path } = service.keys
  if (sealSecret === null) return err({ type: 'NotSealHolder' })
  const said = await putStatement(service.desk, keyPairOf(sealSecret), statement)
  if (!said.ok) return err(putFailure(said.error, path))
  await service.syncNow()
  return ok(null)
}
