import type { Template } from '../../shared/forms/template'
import type { Finding, JournalFailure } from '../../shared/ipc/contract'
import { toHex } from '../../shared/kernel/bytes'
import type { Json } from '../../shared/kernel/canonical-json'
import { err, ok, type Result } from '../../shared/kernel/result'
import { jsonPayload, parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import type { FilePort, FileResult } from './file-port'
import { hashOfName, isSystemName, TEMPLATES, TEMPORARY, under } from './layout'
import { sha256 } from './native-sha256'
import { keepNothing } from './quarantine'
import type { KeepAside } from './scan-folder'
import { makeLastingDir, readIfThere, writeWhole } from './write-file'

export interface KeptTemplate {
  readonly hash: string
  readonly template: Template
}

const fileOf = (hash: string): string => `${TEMPLATES}/${hash}.json`

const hashes = (bytes: Uint8Array): string => toHex(sha256(bytes))

/** Answers the template's content hash once it would outlive a loss of power. */
export type KeepTemplate = (template: Template) => Promise<Result<{ hash: string }, JournalFailure>>

/**
 * Keeps templates for ever under their content hashes. One that is there already is left alone, a damaged one is written
 * again. The first time, and after a failure, the folder is flushed even so: an earlier attempt may have stopped short.
 */
export function templateKeeper(files: FilePort, folder: string): KeepTemplate {
  let isLasting = false
  return async (template) => {
    const json = template as unknown as Json
    if (!isObject(json) || typeof json.code !== 'string') {
      return err({ type: 'BadChange', reason: '这不是一个表单模板' })
    }
    const { bytes, hash } = jsonPayload(json, sha256)
    const path = under(folder, fileOf(hash))
    const there = await readIfThere(files, path)
    if (!there.ok) return there
    const isWhole = there.value !== null && hashes(there.value) === hash
    if (isWhole && isLasting) return ok({ hash })
    isLasting = false
    const made = await makeLastingDir(files, under(folder, TEMPLATES))
    if (!made.ok) return made
    const written = isWhole
      ? await files.flushDir(under(folder, TEMPLATES))
      : await writeWhole(files, path, bytes)
    if (!written.ok) return written
    isLasting = true
    return ok({ hash })
  }
}

/** Every template that is whole, and what was found about the others. `known`: those by hash that need not be read once more. */
export async function readTemplates(
  files: FilePort,
  folder: string,
  keepAside: KeepAside,
  known: ReadonlyMap<string, KeptTemplate> = new Map(),
): FileResult<{
  readonly templates: readonly KeptTemplate[]
  readonly findings: readonly Finding[]
  readonly bytes: number
}> {
  const listed = await files.list(under(folder, TEMPLATES))
  if (!listed.ok && listed.error.type !== 'NotFound') return listed
  const templates: KeptTemplate[] = []
  const findings: Finding[] = []
  let total = 0
  for (const { name, kind } of listed.ok ? listed.value : []) {
    const file = `${TEMPLATES}/${name}`
    const hash = kind === 'file' ? hashOfName(name) : null
    if (hash === null) {
      if (!name.endsWith(TEMPORARY) && !isSystemName(name)) findings.push({ finding: 'strangeFile', file })
      continue
    }
    const there = known.get(hash)
    if (there !== undefined) {
      templates.push(there)
      continue
    }
    const read = await files.read(under(folder, file))
    const bytes = read.ok ? read.value : new Uint8Array()
    total += bytes.length
    const json = hashes(bytes) === hash ? parsePayload(bytes) : undefined
    if (isObject(json)) templates.push({ hash, template: json as unknown as Template })
    else findings.push({ finding: 'damagedFile', file, kept: read.ok ? await keepAside(file, 0, bytes) : '' })
  }
  return ok({ templates, findings, bytes: total })
}

/** All whole templates. What an opening has read is not read again for the first who asks, who comes right behind it; later all are. */
export function templatesFrom(
  files: FilePort,
  folder: string,
  opening: readonly KeptTemplate[],
): () => FileResult<readonly KeptTemplate[]> {
  let known: ReadonlyMap<string, KeptTemplate> = new Map(opening.map((kept) => [kept.hash, kept]))
  return async () => {
    const asked = known
    known = new Map()
    const read = await readTemplates(files, folder, keepNothing, asked)
    return read.ok ? ok(read.value.templates) : read
  }
}
