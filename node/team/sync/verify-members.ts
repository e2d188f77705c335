import { ok } from '../../../shared/kernel/result'
import { mostFile, openContainer } from '../format/container'
import { paths, readMemberName } from '../format/names'
import { MEMBERS_KEPT } from './kept'
import { carrierFailed, isHanging, type Step } from './steps'
import type { TeamDesk } from './team-desk'

/** In every so many passes one is read by a computer that does not hold the seal: the holder may have none that it could put again. */
const EVERY = 8

/**
 * Puts the seal's statements again that the carrier lost, whoever keeps them: a removal that is nowhere any more would not hold for who
 * joins later. The holder of the seal reads one in every pass, others more rarely, and what the carrier spoilt is put again. [TF12]
 */
export async function verifyMembers(desk: TeamDesk): Step<null> {
  const { memory, carrier, keys } = desk
  const known = [...memory.statements.keys()]
  for (const path of known) {
    if (memory.membersThere.has(nameOf(path))) continue
    const file = await kept(desk, path)
    const put = file === null ? ok(null) : await carrier.putNew(path, file)
    // One that hangs keeps no other back: the next pass puts it.
    if (!put.ok && put.error.type !== 'Taken' && !isHanging(put.error)) return carrierFailed(put.error)
  }
  const turn = keys.sealSecret === null ? memory.passes / EVERY : memory.passes
  if (!Number.isInteger(turn)) return ok(null)
  const one = known.find((path) => memory.verifying.doubtful.has(path)) ?? known[turn % known.length]
  return one === undefined ? ok(null) : verifyMember(desk, one)
}

const nameOf = (path: string): string => path.slice(paths.members.length + 1)

async function kept({ folder }: TeamDesk, path: string): Promise<Uint8Array | null> {
  const file = await folder.exchange.team.read(`${MEMBERS_KEPT}/${nameOf(path)}`)
  return file.ok ? file.value : null
}

/** A second look decides, as with segments: the first may have met the file half way. */
async function verifyMember(desk: TeamDesk, path: string): Step<null> {
  const { carrier, keys, sealing, memory } = desk
  const { doubtful } = memory.verifying
  const tag = readMemberName(nameOf(path))
  if (tag === null || memory.verifying.isPutOff(path, memory.passes)) return ok(null)
  const bytes = await carrier.read(path, mostFile('member'))
  if (!bytes.ok && isHanging(bytes.error)) {
    memory.verifying.putOff(path, memory.passes)
    return ok(null)
  }
  if (!bytes.ok) return bytes.error.type === 'Unreachable' ? carrierFailed(bytes.error) : ok(null)
  const opened = await openContainer(
    bytes.value,
    { kind: 'member', tag },
    { team: keys.team, secret: sealing.secret },
  )
  const isRight = opened.ok ? opened.value.key === keys.seal : opened.error.type === 'newer'
  if (isRight || !doubtful.has(path)) {
    if (isRight) doubtful.delete(path)
    else doubtful.add(path)
    return ok(null)
  }
  doubtful.delete(path)
  const file = await kept(desk, path)
  const put = file === null ? ok(null) : await carrier.putAgain(path, file)
  return put.ok ? ok(null) : carrierFailed(put.error)
}
