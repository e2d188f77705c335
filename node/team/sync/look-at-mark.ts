import { MOST_MARK, readMark, type TeamMark } from '../format/mark'
import { ok } from '../../../shared/kernel/result'
import { paths } from '../format/names'
import { keepMark } from './kept'
import { carrierFailed, type Step } from './steps'
import { noticeStrays } from './strays'
import type { TeamDesk } from './team-desk'

/** The mark, when it is this team's; null: it is not, and nothing is to be done here. [TF11] */
export async function lookAtMark(desk: TeamDesk): Step<TeamMark | null> {
  const { carrier, keys, told, memory } = desk
  const { path } = keys
  const listed = await carrier.list('')
  if (!listed.ok) return carrierFailed(listed.error)
  noticeStrays(desk, '', listed.value)
  const bytes = await carrier.read(paths.mark, MOST_MARK)
  if (!bytes.ok) {
    if (bytes.error.type !== 'NotFound') return carrierFailed(bytes.error)
    memory.forgetFolder()
    told.say({ problem: 'emptied', path })
    return ok(null)
  }
  const mark = readMark(bytes.value)
  if (!mark.ok) {
    switch (mark.error.type) {
      case 'newer':
        told.say({ problem: 'newerFolder', format: mark.error.format })
        break
      case 'damaged':
      case 'forged':
        told.say({ problem: 'markForged', path })
    }
    return ok(null)
  }
  if (mark.value.team !== keys.team || mark.value.seal !== keys.seal) {
    told.say({ problem: 'otherTeam', path, name: mark.value.name })
    return ok(null)
  }
  await keepMark(desk, bytes.value)
  return mark
}
