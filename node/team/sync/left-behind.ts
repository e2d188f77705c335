import type { FileFailure } from '../../../shared/ipc/contract'
import { canonicalJson } from '../../../shared/kernel/canonical-json'
import { parsePayload } from '../../../shared/store/payload'
import { isObject } from '../../../shared/store/read-edit'
import { isContentHash } from '../../../shared/store/record-files'
import type { Result } from '../../../shared/kernel/result'
import type { TeamDesk } from './team-desk'

/** What a joining could not bring along is named here, for the sittings behind it: the program starts anew in between. [TF26] */
const LEFT_BEHIND = 'left-behind.json'

type Exchange = TeamDesk['folder']['exchange']

/** Writes down which attachments could not be read in the data folder from before. */
export function keepLeftBehind(
  exchange: Exchange,
  from: string,
  hashes: readonly string[],
): Promise<Result<null, FileFailure>> {
  const text = canonicalJson({ v: 1, from, hashes: [...hashes] })
  return exchange.team.keep(LEFT_BEHIND, Buffer.from(text, 'utf8'))
}

/** Tells of those that have not come since then, from the team folder or by hand. */
export async function tellLeftBehind({ folder, told }: Pick<TeamDesk, 'folder' | 'told'>): Promise<void> {
  const { exchange } = folder
  const bytes = await exchange.team.read(LEFT_BEHIND)
  const json = bytes.ok && bytes.value !== null ? parsePayload(bytes.value) : null
  if (!isObject(json) || json['v'] !== 1) return
  const { from, hashes } = json
  if (typeof from !== 'string' || !Array.isArray(hashes)) return
  let count = 0
  for (const hash of hashes)
    if (typeof hash === 'string' && isContentHash(hash) && !(await exchange.hasAttachment(hash))) count++
  if (count > 0) told.keep({ problem: 'leftBehind', count, path: from })
}
