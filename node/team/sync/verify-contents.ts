import type { FileFailure } from '../../../shared/ipc/contract'
import { ok, type Result } from '../../../shared/kernel/result'
import { encodeContainer, mostFile, openContainer } from '../format/container'
import { attachmentPath, templatePath } from '../format/names'
import { publishAttachments } from './contents'
import { carrierFailed, diskFailed, isHanging, type Step } from './steps'
import type { TeamDesk } from './team-desk'

/** Looks whether the attachments that an own segment names are still there, reads one of them, and puts again what is amiss. [TF16] */
export async function verifyAttachments(desk: TeamDesk, hashes: readonly string[]): Step<null> {
  const { memory, names, folder } = desk
  for (const hash of hashes) memory.contentsThere.delete(names.contentName(hash))
  const done = await publishAttachments(desk, hashes)
  const pathOf = (hash: string) => attachmentPath(names.contentName(hash))
  const path = memory.verifying.turnOf(hashes.map(pathOf), memory.passes)
  const hash = hashes.find((one) => pathOf(one) === path)
  if (!done.ok || path === null || hash === undefined) return done
  return verifyContent(desk, 'attachment', path, names.contentName(hash), () =>
    folder.exchange.attachment(hash),
  )
}

/** Reads one template of the data folder in the team folder, another at every pass. */
export async function verifyOneTemplate(desk: TeamDesk): Step<null> {
  const { folder, names, memory } = desk
  const hashes = await folder.exchange.templates()
  if (!hashes.ok) return diskFailed(hashes.error)
  const hash = hashes.value[memory.passes % Math.max(1, hashes.value.length)]
  if (hash === undefined) return ok(null)
  const name = names.contentName(hash)
  return verifyContent(desk, 'template', templatePath(name), name, () => folder.exchange.template(hash))
}

/** A second look decides, as with segments: the first may have met the file half way. */
async function verifyContent(
  desk: TeamDesk,
  kind: 'template' | 'attachment',
  path: string,
  tag: string,
  bytesHere: () => Promise<Result<Uint8Array, FileFailure>>,
): Step<null> {
  const { carrier, keys, sealing, memory } = desk
  const { verifying, passes } = memory
  if (verifying.isPutOff(path, passes)) return ok(null)
  const bytes = await carrier.read(path, mostFile(kind))
  if (!bytes.ok && isHanging(bytes.error)) {
    verifying.putOff(path, passes)
    return ok(null)
  }
  if (!bytes.ok) return bytes.error.type === 'Unreachable' ? carrierFailed(bytes.error) : ok(null)
  const opened = await openContainer(bytes.value, { kind, tag }, { team: keys.team, secret: sealing.secret })
  if (opened.ok || opened.error.type === 'newer') {
    verifying.doubtful.delete(path)
    return ok(null)
  }
  if (!verifying.doubtful.has(path)) {
    verifying.doubtful.add(path)
    return ok(null)
  }
  const here = await bytesHere()
  if (!here.ok) return ok(null)
  verifying.doubtful.delete(path)
  const put = await carrier.putAgain(path, await encodeContainer({ kind }, here.value, sealing))
  if (put.ok) return ok(null)
  if (!isHanging(put.error)) return carrierFailed(put.error)
  verifying.putOff(path, passes)
  return ok(null)
}
