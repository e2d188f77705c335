import { err, ok } from '../../../shared/kernel/result'
import { keyFailure } from './key-failure'
import type { Done, SessionContext } from './session-context'

/** This computer works alone from now on. Everything stays, its letter as well: others of the team go on with theirs. [TF14] */
export async function leaveTeam(context: SessionContext): Done {
  const { service, parts } = context
  if (!service) return err({ type: 'NotInTeam' })
  const { keys } = service
  const folder = parts.folder()
  // What was saved last is sent first, as when the program ends: colleagues would never see it. Should leaving fail, the next pass takes back what it said.
  await service.close({ publish: true, leaving: true })
  if (folder) await context.keepLetter(folder, keys.letter)
  const away = await parts.ring.putAway(keys.team)
  if (!away.ok) {
    if (folder) context.serve(folder, keys)
    return err(keyFailure(away.error))
  }
  context.service = null
  parts.writerNames.use(null)
  context.tell()
  return ok(null)
}
