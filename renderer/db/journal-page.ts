import type { Bridge, JournalFailure } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'
import type { StoredChange } from '../../shared/store'

/** A writer's changes after a place of its journal, at most `limit`. */
export async function readPage(
  bridge: Bridge,
  writer: string,
  after: number,
  limit: number,
): Promise<Result<readonly StoredChange[], JournalFailure>> {
  const page = await bridge.call('journal:read', { writer, after, limit })
  return page.ok ? ok(JSON.parse(page.value) as readonly StoredChange[]) : page
}
