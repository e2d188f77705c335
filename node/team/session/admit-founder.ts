import { keyPairOf, mintOf } from '../format/identity'
import { putStatement } from '../sync/admit'
import type { Passed } from '../sync/pass'
import type { TeamDesk } from '../sync/team-desk'

/**
 * Who holds the seal admits itself: the founder as A, with all writers of the time before the team. Where that does not arrive now, the
 * next pass does it again.
 */
export async function admitFounder(desk: TeamDesk): Promise<boolean> {
  const { keys, pair, device, clock, folder } = desk
  if (keys.sealSecret === null || keys.letter === '') return false
  const writers = new Set([...folder.exchange.segments().map(({ writer }) => writer), folder.writer])
  const before = [...writers].filter((writer) => mintOf(pair.key, writer) === null).sort()
  const put = await putStatement(desk, keyPairOf(keys.sealSecret), {
    v: 1,
    device,
    key: pair.key,
    letter: keys.letter,
    name: keys.name,
    at: clock.now(),
    writers: before,
  })
  return put.ok
}

/** Of a founding that was cut short behind its mark nobody is admitted yet. [TF25] */
export const isFoundingOpen = ({ keys }: TeamDesk, { roster }: Passed): boolean =>
  keys.sealSecret !== null && keys.letter !== '' && roster.members.length === 0
