import type { Bridge, JournalFailure } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'
import { sha256 } from '../../shared/kernel/sha256'
import type { StoredChange } from '../../shared/store'
import { readLine } from '../../shared/store/page-line'
import type { ReadChange } from './apply'

/** A writer's changes after a place of its journal, at most `limit`: a line each; empty at the end. */
export async function readText(
  bridge: Bridge,
  writer: string,
  after: number,
  limit: number,
): Promise<Result<string, JournalFailure>> {
  return bridge.call('journal:read', { writer, after, limit })
}

/** The same, read: each with the text that it came in. */
export async function readPage(
  bridge: Bridge,
  writer: string,
  after: number,
  limit: number,
): Promise<Result<readonly ReadChange[], JournalFailure>> {
  const page = await readText(bridge, writer, after, limit)
  return page.ok ? ok(changesOfPage(page.value)) : page
}

export const changesOfPage = (page: string): readonly ReadChange[] =>
  page === '' ? [] : page.split('\n').map((line) => readLine(line, sha256))

/** The first and the last change of a page, without reading the rest; null of an empty one. */
export function endsOfPage(
  page: string,
): { readonly first: StoredChange; readonly last: StoredChange } | null {
  if (page === '') return null
  const end = page.indexOf('\n')
  return {
    first: readLine(end === -1 ? page : page.slice(0, end), sha256).stored,
    last: readLine(page.slice(page.lastIndexOf('\n') + 1), sha256).stored,
  }
}
