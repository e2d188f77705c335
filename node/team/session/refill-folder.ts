import { err, ok, type Result } from '../../../shared/kernel/result'
import type { TeamFailure } from '../../../shared/team'
import { readMark } from '../format/mark'
import { memberPath, paths, readMemberName } from '../format/names'
import { MARK_KEPT, MEMBERS_KEPT } from '../sync/kept'
import type { TeamDesk } from '../sync/team-desk'
import { carrierFailure, lookAtPlace, markOf } from './look'
import type { TeamService } from './service'

type Done = Promise<Result<null, TeamFailure>>

/**
 * Fills a team folder that was emptied: what the seal said, then the mark as it was, and with the next passes every computer puts its
 * own again. Only ever asked for by a person; a place where anything else stands is left as it is. [TF26]
 */
export async function refillFolder(service: TeamService | null): Done {
  if (!service) return err({ type: 'NotInTeam' })
  const { desk } = service
  const { carrier, keys, folder } = desk
  const { path } = keys
  if (folder.readOnly) return err({ type: 'TeamFileFailed', path, reason: 'ReadOnly' })
  const looked = await lookAtPlace(carrier, path)
  if (!looked.ok) return looked
  const { place } = looked.value
  if (place.is === 'empty' || place.is === 'begun') {
    const put = await putKept(desk)
    if (!put.ok) return put
  } else {
    const mark =
      place.is === 'other' ? err<TeamFailure>({ type: 'FolderNotEmpty', path }) : markOf(looked.value, path)
    if (!mark.ok) return mark
  }
  // There is a mark: when it is this team's, somebody else was quicker, and the pass only puts what is lacking.
  return service.meetNow()
}

/** The mark comes last: until then the place is no team folder. */
async function putKept(desk: TeamDesk): Done {
  const { carrier, keys, memory, folder } = desk
  const { path } = keys
  const { team } = folder.exchange
  const kept = await team.read(MARK_KEPT)
  const mark = kept.ok && kept.value !== null ? readMark(kept.value) : null
  if (!kept.ok || kept.value === null || mark?.ok !== true) return err({ type: 'NotATeamFolder', path })
  if (mark.value.team !== keys.team || mark.value.seal !== keys.seal)
    return err({ type: 'OtherTeam', path, name: mark.value.name })
  for (const name of await team.names(MEMBERS_KEPT)) {
    const tag = readMemberName(name)
    const file = tag === null ? null : await team.read(`${MEMBERS_KEPT}/${name}`)
    if (tag === null || file?.ok !== true || file.value === null) continue
    const put = await carrier.putNew(memberPath(tag), file.value)
    if (!put.ok && put.error.type !== 'Taken') return err(carrierFailure(put.error, path))
  }
  memory.forgetFolder()
  const put = await carrier.putNew(paths.mark, kept.value)
  return put.ok || put.error.type === 'Taken' ? ok(null) : err(carrierFailure(put.error, path))
}
