import { toHex } from '../../shared/kernel/bytes'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import { ok } from '../../shared/kernel/result'
import { isWriterId } from '../../shared/store'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import type { FilePort, FileResult } from './file-port'
import { COMPUTERS, under } from './layout'
import { sha256 } from './native-sha256'
import { makeLastingDir, readIfThere, writeWhole } from './write-file'

/**
 * Which writer a computer is, remembered in the data folder under the computer's name. A copy of the folder on another
 * computer so finds no writer of its own and takes a new one; a lost file costs no more than that. [ST4]
 */
const fileOf = (folder: string, computer: string): string => {
  const name = toHex(sha256(new TextEncoder().encode(computer))).slice(0, 16)
  return under(folder, `${COMPUTERS}/${name}.json`)
}

export async function rememberedWriter(
  files: FilePort,
  folder: string,
  computer: string,
): FileResult<string | null> {
  const read = await readIfThere(files, fileOf(folder, computer))
  if (!read.ok) return read
  const json = read.value === null ? undefined : parsePayload(read.value)
  return ok(isObject(json) && isWriterId(json.writer) ? json.writer : null)
}

export async function rememberWriter(
  files: FilePort,
  folder: string,
  computer: string,
  writer: string,
): FileResult<null> {
  const made = await makeLastingDir(files, under(folder, COMPUTERS))
  if (!made.ok) return made
  return writeWhole(files, fileOf(folder, computer), new TextEncoder().encode(canonicalJson({ writer })))
}
