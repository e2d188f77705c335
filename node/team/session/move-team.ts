import { err, ok } from '../../../shared/kernel/result'
import { copyTeamFolder, isBegunCopy } from './copy-team-folder'
import { areNested, carrierFailure, lookAtPlace, markOf } from './look'
import type { Done, SessionContext } from './session-context'

/**
 * The same team's folder is at another place now; an empty one is filled with all that the present one has. The mark comes last and the
 * keys behind it, so that an end in between leaves this computer where it was; done again it goes on with what was copied.
 */
export async function moveTeam(context: SessionContext, path: string): Done {
  const { service } = context
  const folder = context.parts.folder()
  if (!service || folder === null) return err({ type: 'NotInTeam' })
  if (areNested(path, folder.path)) return err({ type: 'InsideDataFolder', path })
  const { keys } = service
  if (path === keys.path) return ok(null)
  const carrier = context.openCarrier(path)
  if (!carrier.ok) return carrier
  try {
    const looked = await lookAtPlace(carrier.value, path)
    if (!looked.ok) return looked
    const { place } = looked.value
    if (place.is === 'empty' || place.is === 'begun') {
      // Nothing is made of an emptied folder: without its mark the new place would be none, either.
      const present = await lookAtPlace(service.desk.carrier, keys.path)
      const source = present.ok ? markOf(present.value, keys.path) : present
      if (!source.ok) return source
      const begun = place.is === 'empty' ? ok(true) : await isBegunCopy(service.desk.carrier, carrier.value)
      if (!begun.ok) return err(carrierFailure(begun.error, path))
      if (!begun.value) return err({ type: 'NotATeamFolder', path })
      const copied = await copyTeamFolder(service.desk.carrier, carrier.value)
      if (!copied.ok) return err(carrierFailure(copied.error, path))
    } else {
      const mark = markOf(looked.value, path)
      if (!mark.ok) return mark
      if (mark.value.team !== keys.team || mark.value.seal !== keys.seal)
        return err({ type: 'OtherTeam', path, name: mark.value.name })
    }
    return await context.goOn({ ...keys, path })
  } finally {
    await carrier.value.close()
  }
}
